package org.newstide.article;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One spelling for the addresses under which feeds link to the same page: scheme and host in lower
 * case, no default port, no parameters that only say where the reader came from, and no fragment
 * but those by which single-page sites name their pages.
 */
final class CanonicalUrl {
  /** Parameters of Google, Microsoft, Meta, Mailchimp, AT Internet, Yahoo and newspaper feeds. */
  private static final List<byte[]> TRACKING =
      utf8(
          "at_campaign",
          "at_medium",
          "cmp",
          "cmpid",
          "dclid",
          "fbclid",
          "ftag",
          "gclid",
          "guccounter",
          "igshid",
          "ito",
          "mc_cid",
          "mc_eid",
          "mkt_tok",
          "msclkid",
          "ncid",
          "srcref");

  private static final List<byte[]> TRACKING_FAMILIES = utf8("utm_", "ns_", "guce_");

  /** These may name a page, but not with a value that begins with {@code rss}. */
  private static final List<byte[]> FEED_MARKS = utf8("src", "source", "ref", "mod", "from");

  private static final byte[] FEED_VALUE = utf8("=rss").get(0);

  private static final String SCHEME_END = "://";

  private CanonicalUrl() {}

  private static List<byte[]> utf8(String... words) {
    return Arrays.stream(words).map(word -> word.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /** As {@link #of(String)}, from UTF-8: most addresses are told from their bytes. */
  static byte[] of(byte[] url) {
    int end = plainEnd(url);
    return end < 0
        ? of(new String(url, StandardCharsets.UTF_8).strip()).getBytes(StandardCharsets.UTF_8)
        : withKept(url, end);
  }

  /**
   * The end of an address' path where its one spelling differs in its parameters at most: it has
   * scheme, path, no fragment, no port, and no capitals before its path. Else -1; others may be
   * canonical too.
   */
  private static int plainEnd(byte[] url) {
    int at = 0;
    while (at < url.length && isLowerCase(url[at])) {
      at++;
    }
    if (at == 0 || !isSchemeEnd(url, at)) {
      return -1;
    }
    at += SCHEME_END.length();
    while (at < url.length && isPartOfPlainHost(url[at])) {
      at++;
    }
    if (at == url.length || url[at] != '/') {
      return -1;
    }
    int end = url.length;
    for (; at < url.length; at++) {
      if (url[at] <= ' ' || url[at] == '#') {
        return -1;
      }
      end = url[at] == '?' ? Math.min(end, at) : end;
    }
    return end;
  }

  private static boolean isSchemeEnd(byte[] url, int at) {
    return at + 2 < url.length && url[at] == ':' && url[at + 1] == '/' && url[at + 2] == '/';
  }

  private static boolean isPartOfPlainHost(byte letter) {
    return isLowerCase(letter)
        || (letter >= '0' && letter <= '9')
        || letter == '.'
        || letter == '-';
  }

  private static boolean isLowerCase(byte letter) {
    return letter >= 'a' && letter <= 'z';
  }

  /** The address in its one spelling; a text that is no address stays as it is. */
  static String of(String url) {
    int schemeEnd = url.indexOf(SCHEME_END);
    if (schemeEnd <= 0) {
      return url;
    }
    String scheme = url.substring(0, schemeEnd).toLowerCase(Locale.ROOT);
    String written = url.substring(schemeEnd + SCHEME_END.length());
    String rest = before('#', written);
    String hostAndPath = before('?', rest);
    int pathStart = hostAndPath.indexOf('/');
    String host = pathStart < 0 ? hostAndPath : hostAndPath.substring(0, pathStart);
    String path = pathStart < 0 ? "/" : hostAndPath.substring(pathStart);
    String address = scheme + SCHEME_END + withoutDefaultPort(scheme, host) + path;
    byte[] whole =
        (address + rest.substring(hostAndPath.length())).getBytes(StandardCharsets.UTF_8);
    int end = address.getBytes(StandardCharsets.UTF_8).length;
    return new String(withKept(whole, end), StandardCharsets.UTF_8)
        + page(written.substring(rest.length()));
  }

  /** The fragment where it names a page ({@code #/a}, {@code #!a}), not a place in one. */
  private static String page(String fragment) {
    return fragment.startsWith("#/") || fragment.startsWith("#!") ? fragment : "";
  }

  private static String before(char mark, String text) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }

  private static String withoutDefaultPort(String scheme, String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    String port = scheme.equals("https") ? ":443" : ":80";
    while (lower.endsWith(port)) {
      lower = lower.substring(0, lower.length() - port.length());
    }
    return lower;
  }

  /**
   * Leaves out the parameters that only say where the reader came from.
   *
   * @param end of the address' path: there it ends, or its query begins
   */
  private static byte[] withKept(byte[] url, int end) {
    if (end == url.length) {
      return url;
    }
    byte[] kept = Arrays.copyOf(url, url.length);
    int size = end;
    int start = end + 1;
    while (start < url.length) {
      int next = start;
      while (next < url.length && url[next] != '&') {
        next++;
      }
      if (next > start && !isTracking(url, start, next)) {
        kept[size] = (byte) (size == end ? '?' : '&');
        System.arraycopy(url, start, kept, size + 1, next - start);
        size += 1 + next - start;
      }
      start = next + 1;
    }
    return Arrays.copyOf(kept, size);
  }

  private static boolean isTracking(byte[] url, int start, int end) {
    int nameEnd = start;
    while (nameEnd < end && url[nameEnd] != '=') {
      nameEnd++;
    }
    for (byte[] family : TRACKING_FAMILIES) {
      if (isAt(url, start, nameEnd, family)) {
        return true;
      }
    }
    return isOneOf(TRACKING, url, start, nameEnd)
        || isAt(url, nameEnd, end, FEED_VALUE) && isOneOf(FEED_MARKS, url, start, nameEnd);
  }

  private static boolean isOneOf(List<byte[]> names, byte[] url, int start, int end) {
    for (byte[] name : names) {
      if (name.length == end - start && isAt(url, start, end, name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a part of an address begins with a word, in any case. */
  private static boolean isAt(byte[] url, int start, int end, byte[] word) {
    if (word.length > end - start) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      byte letter = url[start + i];
      if ((letter >= 'A' && letter <= 'Z' ? letter | 0x20 : letter) != word[i]) {
        return false;
      }
    }
    return true;
  }
}
