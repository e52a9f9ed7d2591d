package org.newstide.mention;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.lang3.ArrayUtils;
import org.newstide.catalog.Alias;
import org.newstide.catalog.Catalog;

/**
 * Tells from raw UTF-8, before any cleaning, whether a text may name an entity. Answers true for
 * every text in which {@link MentionFinder} finds a mention once it is cleaned; marks that cleaning
 * drops, and letters that it decodes, are read as it would read them. Most texts of a general
 * corpus end here, so the walk goes from word to word, and three bytes turn nearly all of them away
 * (MentionBenchmark).
 */
public final class MentionGate implements Serializable {
  /**
   * Classes of bytes behind the first: any that no name knows, what cleaning may drop or decode.
   */
  private static final int OTHER = 0;

  private static final int HIDDEN = 1;

  /** The sign behind the ampersand of an entity that may be a letter. */
  private static final int NUMBER_SIGN = 2;

  /** The second byte of a full-width letter. */
  private static final int FULL_WIDTH = 3;

  private static final int FIRST_OF_NAMES = 4;

  private static final int CLASSES = Long.SIZE;
  private static final long ANY = -1L;

  /** Of a byte that cleaning may drop or decode: {@link RawLetters} must read it. */
  private static final byte NOT_PLAIN = -1;

  /** Letters of names are below; beyond stand only the full-width ones, read as plain. */
  private static final int LETTERS = Catalog.LETTERS;

  /** The controls of this lead byte are read as letters of Windows-1252. */
  private static final int CONTROLS = 0xc2;

  /** Whether a byte belongs to a word. */
  private final boolean[] isWord = new boolean[256];

  /** A byte's class behind the first byte of a name. */
  private final byte[] classOf = new byte[256];

  /** A first byte's row of {@link #thirds}; the first row is empty. */
  private final byte[] rowOf = new byte[256];

  /**
   * By row and class of the second byte: the classes of third bytes with which a name may go on, as
   * bits.
   */
  private final long[] thirds;

  /**
   * A byte's letter class where the byte is a letter as it stands; {@link #NOT_PLAIN} elsewhere.
   */
  private final byte[] plain = new byte[256];

  private final byte[] classes = new byte[LETTERS];
  private final int[] roots = new int[LETTERS];
  private int width = 1;
  private int nodes = 1;
  private int[] next;
  private boolean[] ends;
  private boolean[] versioned;

  public MentionGate(Catalog catalog) {
    List<Alias> aliases = catalog.aliases();
    addClass(' ');
    aliases.forEach(alias -> alias.text().chars().forEach(c -> addClass(Letters.fold((char) c))));
    next = new int[64 * width];
    ends = new boolean[64];
    versioned = new boolean[64];
    for (Alias alias : aliases) {
      String name = alias.text();
      add(name, name.charAt(0), alias.versions());
      if (alias.anyCase()) {
        add(name, Character.toUpperCase(name.charAt(0)), alias.versions());
        add(name, Character.toLowerCase(name.charAt(0)), alias.versions());
      }
    }
    for (int b = 0; b < 256; b++) {
      plain[b] = isPlain(b) ? classes[Letters.fold((char) b)] : NOT_PLAIN;
      isWord[b] = b < 0x80 && Letters.isWord((char) b);
      classOf[b] = (byte) classOf(b);
    }
    thirds = thirds();
  }

  private int classOf(int b) {
    if (b == '#') {
      return NUMBER_SIGN;
    }
    if (b == 0xbc || b == 0xbd) {
      return FULL_WIDTH;
    }
    if (plain[b] <= 0) {
      return plain[b] == NOT_PLAIN ? HIDDEN : OTHER;
    }
    int own = FIRST_OF_NAMES + plain[b] - 1;
    return own < CLASSES ? own : HIDDEN; // too many letters: look closer
  }

  /** Whether a byte is a letter that cleaning leaves as it is. */
  private static boolean isPlain(int b) {
    return b >= ' ' && b < 0x7f && b != '&' && b != '<';
  }

  /** Gives each byte that may begin a name a row, and fills it. */
  private long[] thirds() {
    long[] table = new long[CLASSES];
    for (int first = 0; first < 256; first++) {
      long[] row = row(first);
      if (Arrays.stream(row).anyMatch(each -> each != 0)) {
        rowOf[first] = (byte) (table.length / CLASSES);
        table = ArrayUtils.addAll(table, row);
      }
    }
    return table;
  }

  /** By class of the second byte: the third bytes that may follow. */
  private long[] row(int first) {
    long[] row = new long[CLASSES];
    if (first == '&') {
      row[NUMBER_SIGN] = ANY;
    } else if (first == 0xef) {
      row[FULL_WIDTH] = ANY;
    } else if (first >= 0x80) {
      Arrays.fill(row, mayBeginLetter(first) ? ANY : 0);
    } else if (roots[first] != 0) {
      row[HIDDEN] = ANY;
      row[FULL_WIDTH] = ANY;
      for (int second = ' '; second < 0x7f; second++) {
        row[classOf[second]] |= thirds(roots[first], second);
      }
    }
    return row;
  }

  private long thirds(int root, int second) {
    int node = plain[second] == NOT_PLAIN ? 0 : next[root * width + plain[second]];
    if (node == 0 || ends[node]) {
      return node == 0 ? 0 : ANY;
    }
    long bits = 1L << HIDDEN | 1L << FULL_WIDTH;
    for (int third = ' '; third < 0x7f; third++) {
      boolean isRunOfSpaces = third == ' ' && second == ' ';
      if (isRunOfSpaces || plain[third] != NOT_PLAIN && next[node * width + plain[third]] != 0) {
        bits |= 1L << classOf[third];
      }
    }
    return bits;
  }

  private void addClass(char c) {
    if (c >= LETTERS) {
      throw new IllegalArgumentException("no such letter in a name: " + c);
    }
    if (classes[c] == 0) {
      classes[c] = (byte) width++;
    }
  }

  /** The first letter counts as written; further ones in either case, which lets a few more by. */
  private void add(String name, char first, boolean mayHaveVersion) {
    int node = roots[first];
    if (node == 0) {
      node = newNode();
      roots[first] = node;
    }
    for (int i = 1; i < name.length(); i++) {
      int edge = node * width + classes[Letters.fold(name.charAt(i))];
      if (next[edge] == 0) {
        int child = newNode();
        next[edge] = child;
      }
      node = next[edge];
    }
    ends[node] = true;
    versioned[node] |= mayHaveVersion;
  }

  private int newNode() {
    if (nodes == ends.length) {
      next = Arrays.copyOf(next, 2 * nodes * width);
      ends = Arrays.copyOf(ends, 2 * nodes);
      versioned = Arrays.copyOf(versioned, 2 * nodes);
    }
    return nodes++;
  }

  /** Whether a name's first letter may begin with this byte. */
  private boolean mayBeginLetter(int b) {
    for (int c = 0x80; c < LETTERS; c++) {
      if (roots[c] != 0 && ((0xc0 | c >> 6) == b || b == CONTROLS)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the text may name an entity. Goes from one word's beginning to the next. */
  public boolean mayMention(byte[] utf8) {
    boolean isBehindWord = false;
    for (int from = 0; from < utf8.length; from += WordMarks.BLOCK) {
      long words = WordMarks.of(utf8, from);
      long starts = ~(words << 1 | (isBehindWord ? 1 : 0));
      isBehindWord = words < 0;
      int left = utf8.length - 1 - from;
      if (left < WordMarks.BLOCK) {
        starts &= (1L << left) - 1; // a name has two letters
      }
      while (starts != 0) {
        int at = from + Long.numberOfTrailingZeros(starts);
        if (mayBegin(utf8, at) && isName(utf8, at)) {
          return true;
        }
        starts &= starts - 1;
      }
    }
    return false;
  }

  /** Three bytes tell nearly all words to be no name. */
  private boolean mayBegin(byte[] utf8, int at) {
    int row = rowOf[utf8[at] & 0xff] * CLASSES;
    long wanted = thirds[row + classOf[utf8[at + 1] & 0xff]];
    return at + 2 == utf8.length ? wanted != 0 : (wanted >>> classOf[utf8[at + 2] & 0xff] & 1) != 0;
  }

  /** Nearly all names are plain to their end, or until they turn out to be none. */
  private boolean isName(byte[] utf8, int start) {
    int first = utf8[start] & 0xff;
    if (plain[first] == NOT_PLAIN) {
      return isHiddenName(utf8, start);
    }
    int node = roots[first];
    int before = first;
    for (int at = start + 1; node != 0; at++) {
      if (ends[node] && isEnd(utf8, at, versioned[node])) {
        return true;
      }
      if (at == utf8.length) {
        return false;
      }
      int b = utf8[at] & 0xff;
      int letter = plain[b];
      if (letter == NOT_PLAIN) {
        return isHiddenName(utf8, start);
      }
      if (b != ' ' || before != ' ') {
        node = next[node * width + letter];
      }
      before = b;
    }
    return false;
  }

  private boolean isHiddenName(byte[] utf8, int start) {
    RawLetters letters = new RawLetters(utf8, start);
    int first = letters.next();
    int node = first >= 0 && first < LETTERS ? roots[first] : 0;
    while (node != 0) {
      if (ends[node] && isEnd(utf8, letters.at(), versioned[node])) {
        return true;
      }
      int letter = letters.next();
      if (letter == RawLetters.TAG) {
        // a tag becomes a space, or part of one
        return letters.isBehindSpace() || next[node * width + classes[' ']] != 0;
      }
      if (letter < 0) {
        return false;
      }
      char c = Letters.fold((char) letter);
      boolean isRunOfSpaces = c == ' ' && letters.isBehindSpace();
      if (!isRunOfSpaces) {
        node = c < LETTERS ? next[node * width + classes[c]] : 0;
      }
    }
    return false;
  }

  private boolean isEnd(byte[] utf8, int at, boolean mayHaveVersion) {
    if (at >= utf8.length) {
      return true;
    }
    int b = utf8[at] & 0xff;
    return !isWord[b] || b == 's' || mayHaveVersion && b >= '0' && b <= '9';
  }
}
