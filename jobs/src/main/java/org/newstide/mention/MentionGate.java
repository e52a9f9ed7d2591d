package org.newstide.mention;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.newstide.catalog.Alias;
import org.newstide.catalog.Catalog;

/**
 * Tells from raw UTF-8, before any cleaning, whether a text may name an entity. Answers true for
 * every text in which {@link MentionFinder} finds a mention once it is cleaned; marks that cleaning
 * drops, and letters that it decodes, are read as it would read them. Most texts of a general
 * corpus end here, so the walk over bytes decides by two tables alone (MentionGateBenchmark).
 */
public final class MentionGate implements Serializable {
  /** Classes of second bytes: any that no name knows, what cleaning may drop or decode. */
  private static final int OTHER = 0;

  private static final int HIDDEN = 1;

  /** The sign behind the ampersand of an entity that may be a letter. */
  private static final int NUMBER_SIGN = 2;

  /** The second byte of a full-width letter. */
  private static final int FULL_WIDTH = 3;

  private static final int FIRST_OF_NAMES = 4;

  private static final byte IN_WORD = Byte.MIN_VALUE;

  /** Of a byte that cleaning may drop or decode: {@link RawLetters} must read it. */
  private static final byte NOT_PLAIN = -1;

  /** Letters of names are below; beyond stand only the full-width ones, read as plain. */
  private static final int LETTERS = 0x250;

  /** Whether a byte belongs to a word. */
  private final boolean[] isWord = new boolean[256];

  /** By first byte: the classes of second bytes with which it may begin a name, as bits. */
  private final long[] rows = new long[256];

  /**
   * A byte's letter class where the byte is a letter as it stands; {@link #NOT_PLAIN} elsewhere.
   */
  private final byte[] plain = new byte[256];

  /** A byte's class as second byte in the low six bits; negative for a letter of a word. */
  private final byte[] seconds = new byte[256];

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
    classifySeconds();
    for (int b = 0; b < 256; b++) {
      plain[b] = isPlain(b) ? classes[Letters.fold((char) b)] : NOT_PLAIN;
      isWord[b] = b < 0x80 && Letters.isWord((char) b);
      seconds[b] |= isWord[b] ? IN_WORD : 0;
      rows[b] = b < 0x80 ? row(roots[b]) : mayBeginLetter(b) ? -1L : 0;
    }
    rows['&'] = 1L << NUMBER_SIGN;
    rows[0xef] = 1L << FULL_WIDTH;
  }

  private void classifySeconds() {
    for (int b = 0; b < 256; b++) {
      if (!isPlain(b)) {
        seconds[b] = HIDDEN;
      } else {
        int letter = classes[Letters.fold((char) b)];
        int own = letter == 0 ? OTHER : FIRST_OF_NAMES + letter - 1;
        seconds[b] = own < Long.SIZE ? (byte) own : HIDDEN; // too many letters: look closer
      }
    }
    seconds['#'] = NUMBER_SIGN;
    seconds[0xbc] = FULL_WIDTH;
    seconds[0xbd] = FULL_WIDTH;
  }

  /** Whether a byte is a letter that cleaning leaves as it is. */
  private static boolean isPlain(int b) {
    return b >= ' ' && b < 0x7f && b != '&' && b != '<';
  }

  /** The second bytes that may follow a first letter. */
  private long row(int node) {
    if (node == 0) {
      return 0;
    }
    long row = 1L << HIDDEN | 1L << FULL_WIDTH;
    for (int b = ' '; b < 0x7f; b++) {
      if (next[node * width + classes[Letters.fold((char) b)]] != 0) {
        row |= 1L << seconds[b]; // a shift takes the low six bits
      }
    }
    return row;
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
      if (roots[c] != 0 && (0xc0 | c >> 6) == b) {
        return true;
      }
    }
    return false;
  }

  /** Whether the text may name an entity. */
  public boolean mayMention(byte[] utf8) {
    if (utf8.length < 2) {
      return false;
    }
    byte[] classOf = seconds;
    long[] secondsOf = rows;
    int last = utf8.length - 1;
    int before = 0;
    int b = utf8[0] & 0xff;
    int here = classOf[b];
    for (int i = 0; i < last; i++) {
      int second = utf8[i + 1] & 0xff;
      int there = classOf[second];
      if ((secondsOf[b] >>> there & 1) > before >>> 31 && isName(utf8, i)) {
        return true;
      }
      before = here;
      here = there;
      b = second;
    }
    return false;
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
