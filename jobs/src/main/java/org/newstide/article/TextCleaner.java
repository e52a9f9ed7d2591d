package org.newstide.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Makes plain text of what feeds and pages deliver: tags of what browsers set on lines of its own
 * become line breaks and all others spaces, entities become characters, script and style contents,
 * comments, control, zero-width and direction marks vanish, full-width letters become plain ones,
 * odd spaces become spaces. The controls U+0080 to U+009F are read as Windows-1252, as browsers do
 * (WHATWG HTML, numeric character reference end state). One pass, linear time; a text with nothing
 * to mend comes back as it is.
 */
public final class TextCleaner {
  private static final int LONGEST_ENTITY = 10;
  private static final String[] HIDDEN = {"script", "style"};

  /** What browsers set on lines of its own (WHATWG HTML, rendering). */
  private static final Set<String> BLOCKS =
      Set.of(
          ("address article aside blockquote body br caption center details dialog div dl dt"
                  + " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html"
                  + " legend li main menu nav ol option p pre search section summary title ul")
              .split(" "));

  /**
   * What browsers set on lines of its own in a table. A table's row is read in one line with all
   * that its cells hold, so that a name keeps the figure beside it; so are a term and its
   * description ({@code dd}).
   */
  private static final Set<String> ROWS = Set.of("table", "tbody", "tfoot", "thead", "tr");

  private static final Set<String> CELLS = Set.of("td", "th");

  private static final int LONGEST_BLOCK = 10;
  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("rsquo", "\u2019"),
          Map.entry("lsquo", "\u2018"),
          Map.entry("rdquo", "\u201d"),
          Map.entry("ldquo", "\u201c"),
          Map.entry("mdash", "\u2014"),
          Map.entry("ndash", "\u2013"),
          Map.entry("hellip", "\u2026"),
          Map.entry("shy", ""),
          Map.entry("zwj", ""),
          Map.entry("zwnj", ""),
          Map.entry("euro", "\u20ac"),
          Map.entry("pound", "\u00a3"),
          Map.entry("eacute", "\u00e9"),
          Map.entry("reg", "\u00ae"),
          Map.entry("trade", "\u2122"));

  /** The characters of Windows-1252 from 0x80 on; U+0000 where it has none. */
  private static final String WINDOWS_1252 =
      "\u20ac\0\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\0\u017d\0"
          + "\0\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\0\u017e\u0178";

  private TextCleaner() {}

  /** The plain text of a raw field. */
  public static CleanText clean(String raw) {
    int first = firstToMend(raw);
    if (first == raw.length()) {
      return CleanText.unchanged(raw);
    }
    int[] offsets = new int[raw.length() + 1];
    for (int i = 0; i < first; i++) {
      offsets[i] = i;
    }
    String text = new Pass(raw, first, offsets).run();
    return new CleanText(text, Arrays.copyOf(offsets, text.length() + 1));
  }

  /** The same text for who does not ask where each letter came from. */
  public static String text(String raw) {
    int first = firstToMend(raw);
    return first == raw.length() ? raw : new Pass(raw, first, null).run();
  }

  private static int firstToMend(String raw) {
    int i = 0;
    while (i < raw.length() && isPlain(raw.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isPlain(char c) {
    if (c < 0x7f) {
      return c >= ' ' ? c != '<' && c != '&' : c == '\n' || c == '\t' || c == '\r';
    }
    return c > 0xa0 && !isInvisible(c) && !isOddSpace(c) && !isFullWidth(c);
  }

  private static boolean isInvisible(char c) {
    return c == 0xad
        || (c >= 0x200b && c <= 0x200f)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2060 && c <= 0x206f)
        || c == 0x61c
        || c == 0xfeff;
  }

  private static boolean isOddSpace(char c) {
    return c == 0xa0 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f || c == 0x3000;
  }

  private static boolean isFullWidth(char c) {
    return c >= 0xff01 && c <= 0xff5e;
  }

  /** One walk over a raw text that needs mending. */
  private static final class Pass {
    private final String raw;
    private final StringBuilder out;
    private final int[] offsets;
    private boolean isInCell;

    /**
     * @param offsets takes where each letter came from; null where nobody asks
     */
    Pass(String raw, int unchanged, int[] offsets) {
      this.raw = raw;
      this.out = new StringBuilder(raw); // a whole string is copied faster than a part
      out.setLength(unchanged);
      this.offsets = offsets;
    }

    String run() {
      int i = out.length();
      while (i < raw.length()) {
        i = step(i);
      }
      came(out.length(), raw.length());
      return out.toString();
    }

    private void came(int at, int rawOffset) {
      if (offsets != null) {
        offsets[at] = rawOffset;
      }
    }

    private int step(int i) {
      char c = raw.charAt(i);
      if (isPlain(c)) {
        append(c, i);
        return i + 1;
      }
      if (c == '<') {
        return tag(i);
      }
      if (c == '&') {
        return entity(i);
      }
      mend(c, i);
      return i + 1;
    }

    /** Adds a character as readers see it; controls and invisible marks are gone. */
    private void mend(char c, int rawOffset) {
      if (c >= 0x80 && c < 0xa0) {
        mend(WINDOWS_1252.charAt(c - 0x80), rawOffset);
      } else if (isFullWidth(c)) {
        append((char) (c - 0xff01 + '!'), rawOffset);
      } else if (isOddSpace(c)) {
        append(' ', rawOffset);
      } else if (c == '<' || c == '&' || isPlain(c)) {
        append(c, rawOffset);
      }
    }

    /**
     * A tag starts with a letter, '/', or '!'; "a < b" does not. An unclosed one ends where the
     * next begins.
     */
    private int tag(int i) {
      char next = i + 1 < raw.length() ? raw.charAt(i + 1) : ' ';
      if (!Character.isLetter(next) && next != '/' && next != '!') {
        append('<', i);
        return i + 1;
      }
      if (raw.startsWith("!--", i + 1)) {
        return hiddenEnd(i, "-->");
      }
      for (String hidden : HIDDEN) {
        if (isNamed(i + 1, hidden)) {
          return hiddenEnd(i, "</" + hidden);
        }
      }
      int end = i + 1;
      while (end < raw.length() && raw.charAt(end) != '>' && raw.charAt(end) != '<') {
        end++;
      }
      gap(i, end);
      return end < raw.length() && raw.charAt(end) == '>' ? end + 1 : end;
    }

    /** What the tag between two offsets leaves. */
    private void gap(int tag, int tagEnd) {
      boolean isEnd = raw.charAt(tag + 1) == '/';
      String name = name(isEnd ? tag + 2 : tag + 1, tagEnd);
      if (CELLS.contains(name)) {
        isInCell = !isEnd;
      } else if (ROWS.contains(name)) {
        isInCell = false;
        lineBreak(tag);
        return;
      }
      boolean isTermEnd = isEnd && name.equals("dt");
      if (BLOCKS.contains(name) && !isInCell && !isTermEnd) {
        lineBreak(tag);
      } else {
        space(tag);
      }
    }

    private String name(int start, int tagEnd) {
      int end = start;
      while (end < tagEnd && end - start <= LONGEST_BLOCK && isOfName(raw.charAt(end))) {
        end++;
      }
      return raw.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isOfName(char c) {
      return c != '/' && !Character.isWhitespace(c);
    }

    private boolean isNamed(int at, String name) {
      int end = at + name.length();
      return raw.regionMatches(true, at, name, 0, name.length())
          && (end == raw.length() || !Character.isLetterOrDigit(raw.charAt(end)));
    }

    private int hiddenEnd(int i, String closing) {
      int close = i + 1;
      while (close < raw.length()
          && !raw.regionMatches(true, close, closing, 0, closing.length())) {
        close++;
      }
      int end = raw.indexOf('>', close);
      space(i);
      return end < 0 ? raw.length() : end + 1;
    }

    private int entity(int i) {
      int end = i + 1;
      while (end < raw.length() && end - i <= LONGEST_ENTITY && raw.charAt(end) != ';') {
        end++;
      }
      if (end >= raw.length() || raw.charAt(end) != ';') {
        append('&', i);
        return i + 1;
      }
      String decoded = decoded(raw.substring(i + 1, end));
      if (decoded == null) {
        append('&', i);
        return i + 1;
      }
      for (int k = 0; k < decoded.length(); k++) {
        mend(decoded.charAt(k), i);
      }
      return end + 1;
    }

    private static String decoded(String name) {
      if (!name.startsWith("#")) {
        return ENTITIES.get(name.toLowerCase(Locale.ROOT));
      }
      boolean isHex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
      try {
        int point = Integer.parseInt(name.substring(isHex ? 2 : 1), isHex ? 16 : 10);
        return isCharacter(point) ? Character.toString(point) : null;
      } catch (NumberFormatException e) {
        return null; // "&#oops;" stays as it is written
      }
    }

    private static boolean isCharacter(int point) {
      boolean isHalf = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      return Character.isValidCodePoint(point) && !isHalf;
    }

    private void space(int rawOffset) {
      if (out.length() > 0 && last() != ' ' && last() != '\n') {
        append(' ', rawOffset);
      }
    }

    private void lineBreak(int rawOffset) {
      if (out.length() > 0 && last() != '\n') {
        append('\n', rawOffset);
      }
    }

    private char last() {
      return out.charAt(out.length() - 1);
    }

    private void append(char c, int rawOffset) {
      came(out.length(), rawOffset);
      out.append(c);
    }
  }
}
