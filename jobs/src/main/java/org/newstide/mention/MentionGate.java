package org.newstide.mention;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.newstide.catalog.Alias;
import org.newstide.catalog.Catalog;

/**
 * Tells from raw UTF-8, before any cleaning, whether a text may name an entity. Answers true for
 * every text in which {@link MentionFinder} finds a mention once it is cleaned, so marks that
 * cleaning would remove or turn into letters answer true where they stand in a name. Most texts of
 * a general corpus end here.
 */
public final class MentionGate implements Serializable {
  private static final int LINE_FEED = '\n';

  /** Letters written as numeric entities at the start of a name; rare, so any of them passes. */
  private static final String[] LETTER_ENTITIES = {
    "&#0", "&#65", "&#66", "&#67", "&#68", "&#69", "&#7", "&#8;", "&#80;", "&#81;", "&#82;",
    "&#83;", "&#84;", "&#85;", "&#86;", "&#87;", "&#88;", "&#89;", "&#90;", "&#97;", "&#98;",
    "&#99;", "&#10", "&#11", "&#12", "&#x4", "&#x5", "&#x6", "&#x7", "&#xf", "&#xF", "&#X4", "&#X5",
    "&#X6", "&#X7", "&#Xf", "&#XF", "&#x0", "&#X0"
  };

  private final byte[] kinds = new byte[256];
  private final byte[] classes = new byte[256];
  private int width = 1;
  private int nodes = 1;
  private int[] next;
  private boolean[] ends;
  private boolean[] versioned;

  /** Kinds of bytes: a word's, one that may begin a name, and one that needs a closer look. */
  private static final int WORD = 1;

  private static final int START = 2;
  private static final int ANYWHERE = 4;

  public MentionGate(Catalog catalog) {
    for (int b = 0; b < 0x80; b++) {
      if (Letters.isWord((char) b)) {
        kinds[b] |= WORD;
      }
    }
    kinds['&'] |= ANYWHERE;
    kinds[0xef] |= ANYWHERE;
    for (Alias alias : catalog.aliases()) {
      for (byte b : bytes(alias.text())) {
        addClass(b);
        addClass(swapCase(b));
      }
    }
    for (String entity : LETTER_ENTITIES) {
      for (byte b : bytes(entity)) {
        addClass(b);
      }
    }
    next = new int[width];
    ends = new boolean[1];
    versioned = new boolean[1];
    for (Alias alias : catalog.aliases()) {
      add(bytes(alias.text()), alias);
    }
    for (String entity : LETTER_ENTITIES) {
      int end = add(bytes(entity), 0, 0, false); // may replace the array of ends
      ends[end] = true;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void addClass(byte b) {
    if (b >= 0 && classes[b] == 0) {
      classes[b] = (byte) width++;
    }
  }

  private static byte swapCase(byte b) {
    boolean isLetter = b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    return (byte) (isLetter ? b ^ 0x20 : b);
  }

  private void add(byte[] name, Alias alias) {
    mark(name, alias, alias.anyCase());
    byte[] capitals = bytes(alias.text().toUpperCase(java.util.Locale.ROOT));
    if (!Arrays.equals(capitals, name)) {
      mark(capitals, alias, false);
    }
  }

  private void mark(byte[] name, Alias alias, boolean anyCase) {
    kinds[name[0] & 0xff] |= START;
    if (anyCase) {
      kinds[swapCase(name[0]) & 0xff] |= START;
    }
    int end = add(name, 0, 0, anyCase);
    ends[end] = true;
    versioned[end] |= alias.versions();
  }

  /** Adds the path of a name and returns its end; a letter beyond ASCII ends it early. */
  private int add(byte[] name, int from, int node, boolean anyCase) {
    int at = node;
    for (int i = from; i < name.length && name[i] >= 0; i++) {
      int edge = at * width + classes[name[i]];
      if (next[edge] == 0) {
        next = Arrays.copyOf(next, (nodes + 1) * width);
        ends = Arrays.copyOf(ends, nodes + 1);
        versioned = Arrays.copyOf(versioned, nodes + 1);
        next[edge] = nodes++;
      }
      if (anyCase) {
        int other = at * width + classes[swapCase(name[i])];
        if (next[other] == 0) {
          next[other] = next[edge];
        }
      }
      at = next[edge];
    }
    return at;
  }

  /** Whether the text may name an entity. */
  public boolean mayMention(byte[] utf8) {
    int before = LINE_FEED;
    for (int i = 0; i < utf8.length; i++) {
      int b = utf8[i] & 0xff;
      int kind = kinds[b];
      if (kind > WORD
          && ((kind & ANYWHERE) != 0 || (kinds[before] & WORD) == 0)
          && isName(utf8, i)) {
        return true;
      }
      before = b;
    }
    return false;
  }

  private boolean isName(byte[] utf8, int start) {
    if (utf8[start] == (byte) 0xef) {
      return isFullWidthLetter(utf8, start);
    }
    int node = 0;
    for (int i = start; i < utf8.length; i++) {
      byte b = utf8[i];
      if (i > start && isHidden(b) && utf8[start] != '&') {
        return true;
      }
      if (b < 0 || classes[b] == 0 || next[node * width + classes[b]] == 0) {
        return false;
      }
      node = next[node * width + classes[b]];
      if (ends[node] && (isEnd(utf8, i + 1) || versioned[node] || utf8[start] == '&')) {
        return true;
      }
      if (i + 1 < utf8.length
          && next[node * width + classes[' ']] != 0
          && isOddSpace(utf8[i + 1])) {
        return true;
      }
    }
    return false;
  }

  /** What cleaning may drop or decode: beyond ASCII, an entity, a control character. */
  private static boolean isHidden(byte b) {
    return b < 0 || b == '&' || b == 0x7f || b < ' ' && b != '\n' && b != '\t' && b != '\r';
  }

  private boolean isOddSpace(byte b) {
    return b == '\n' || b == '\t' || b == '\r' || b == '<';
  }

  private boolean isEnd(byte[] utf8, int at) {
    return at >= utf8.length || (kinds[utf8[at] & 0xff] & WORD) == 0 || utf8[at] == 's';
  }

  private static boolean isFullWidthLetter(byte[] utf8, int at) {
    if (at + 2 >= utf8.length) {
      return false;
    }
    int second = utf8[at + 1] & 0xff;
    int third = utf8[at + 2] & 0xff;
    return second == 0xbc && third >= 0xa1 && third <= 0xba
        || second == 0xbd && third >= 0x81 && third <= 0x9a;
  }
}
