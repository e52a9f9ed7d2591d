package org.newstide.mention;

/** Names inside e-mail addresses, links, host names and handles name no one. */
final class Addresses {
  /** So far back a link's beginning is looked for. */
  private static final int WINDOW = 80;

  private Addresses() {}

  /** Whether the name from start to end is a piece of an address. */
  static boolean isInside(char[] text, int start, int end) {
    char before = start == 0 ? ' ' : text[start - 1];
    char after = end < text.length ? text[end] : ' ';
    boolean isLower = Character.isLowerCase(text[start]);
    boolean isHandle = before == '@' && (isLower || start < 2 || !Letters.isWord(text[start - 2]));
    if (isHandle || after == '@' || after == '_') {
      return true;
    }
    if (after == '.' && end + 1 < text.length && Character.isLowerCase(text[end + 1])) {
      return true; // openai.com
    }
    if (isLower && (before == '.' || before == '/' || before == '_' || after == '/')) {
      return true; // openai/whisper
    }
    return isInLink(text, start);
  }

  /** Behind "://" or "www.", or behind a host name's slash, without a space between. */
  private static boolean isInLink(char[] text, int start) {
    int from = start;
    boolean isHost = false;
    while (from > 0 && start - from < WINDOW && text[from - 1] > ' ') {
      from--;
      if (text[from] == ':' && start - from > 2 && text[from + 1] == '/' && text[from + 2] == '/') {
        return true;
      }
      isHost |=
          text[from] == '.' && text[start - 1] == '/' && Character.isLowerCase(text[from + 1]);
    }
    return isHost
        || start - from > 4
            && text[from] == 'w'
            && text[from + 1] == 'w'
            && text[from + 2] == 'w'
            && text[from + 3] == '.';
  }
}
