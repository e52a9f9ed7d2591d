package org.newstide.mention;

import java.nio.charset.StandardCharsets;
import org.newstide.article.TextCleaner;

/**
 * Reads raw UTF-8 letter by letter as cleaning would leave it: invisible marks are skipped,
 * entities and full-width letters decoded, odd spaces are spaces. Only names that hold such letters
 * are read this way, and only as far as they look like a name.
 */
final class RawLetters {
  /** The text ends here. */
  static final int END = -1;

  /** A tag begins here. */
  static final int TAG = -2;

  /** The first letter asked for is none that cleaning keeps: a name begins behind it. */
  static final int HIDDEN = -3;

  private static final int LONGEST_ENTITY = 12;

  private final byte[] utf8;
  private int at;
  private boolean isFirst = true;
  private int last = END;
  private int before = END;
  private String pending = "";

  RawLetters(byte[] utf8, int start) {
    this.utf8 = utf8;
    this.at = start;
  }

  /** Where the next letter will be looked for. */
  int at() {
    return at;
  }

  /** Whether a space stands before what was just read. */
  boolean isBehindSpace() {
    return before >= 0 && Letters.fold((char) before) == ' ';
  }

  /**
   * The next letter that cleaning would keep, as a UTF-16 unit, {@link #TAG}, {@link #END} or
   * {@link #HIDDEN}.
   */
  int next() {
    before = last;
    last = read();
    isFirst = false;
    return last;
  }

  private int read() {
    while (pending.isEmpty()) {
      if (at >= utf8.length) {
        return END;
      }
      int b = utf8[at];
      if (b == '<') {
        return TAG;
      }
      if (b > 0 && b != '&' && b != 0x7f && b >= ' ') {
        at++;
        return b;
      }
      int length = b == '&' ? entityLength() : b < 0 ? sequenceLength(b & 0xff) : 1;
      String raw = new String(utf8, at, length, StandardCharsets.UTF_8);
      at += length;
      pending = TextCleaner.text(raw);
      if (pending.isEmpty() && isFirst) {
        return HIDDEN; // each letter of a run of them would else be read once from every other
      }
    }
    char letter = pending.charAt(0);
    pending = pending.substring(1);
    return letter;
  }

  /** To the entity's semicolon; a lone ampersand where none closes it. */
  private int entityLength() {
    for (int i = 1; i < LONGEST_ENTITY && at + i < utf8.length; i++) {
      if (utf8[at + i] == ';') {
        return i + 1;
      }
    }
    return 1;
  }

  private int sequenceLength(int lead) {
    int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
    int end = at + 1;
    while (end < utf8.length && end < at + length && (utf8[end] & 0xc0) == 0x80) {
      end++;
    }
    return end - at;
  }
}
