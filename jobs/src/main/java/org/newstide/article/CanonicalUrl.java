package org.newstide.article;

import java.util.List;
import java.util.Locale;

/**
 * One spelling for the addresses under which feeds link to the same page: scheme and host in lower
 * case, no default port, no fragment, no parameters that only say where the reader came from.
 */
final class CanonicalUrl {
  /** Parameters of Google, Microsoft, Meta, Mailchimp, AT Internet, Yahoo and newspaper feeds. */
  private static final List<String> TRACKING =
      List.of(
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

  private static final List<String> TRACKING_FAMILIES = List.of("utm_", "ns_", "guce_");

  /** These may name a page, but not with a value that begins with {@code rss}. */
  private static final List<String> FEED_MARKS = List.of("src", "source", "ref", "mod", "from");

  private static final String FEED_VALUE = "=rss";

  private static final String SCHEME_END = "://";

  private CanonicalUrl() {}

  /**
   * Whether {@link #of} would leave an address as it is, for sure: ASCII, without query, fragment,
   * port and capitals before its path. Others may be canonical too.
   */
  static boolean isCanonical(byte[] url) {
    int at = 0;
    while (at < url.length && isLowerCase(url[at])) {
      at++;
    }
    if (at == 0 || !isSchemeEnd(url, at)) {
      return false;
    }
    at += SCHEME_END.length();
    while (at < url.length && isPartOfPlainHost(url[at])) {
      at++;
    }
    if (at == url.length || url[at] != '/') {
      return false;
    }
    for (; at < url.length; at++) {
      if (url[at] <= ' ' || url[at] == '?' || url[at] == '#') {
        return false;
      }
    }
    return true;
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
    String rest = before('#', url.substring(schemeEnd + SCHEME_END.length()));
    String hostAndPath = before('?', rest);
    int pathStart = hostAndPath.indexOf('/');
    String host = pathStart < 0 ? hostAndPath : hostAndPath.substring(0, pathStart);
    String path = pathStart < 0 ? "/" : hostAndPath.substring(pathStart);
    String query =
        rest.length() > hostAndPath.length() ? rest.substring(hostAndPath.length() + 1) : "";
    return scheme + SCHEME_END + withoutDefaultPort(scheme, host) + path + kept(query);
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

  private static String kept(String query) {
    if (query.isEmpty()) {
      return "";
    }
    StringBuilder kept = new StringBuilder(query.length() + 1);
    int start = 0;
    while (start < query.length()) {
      int and = query.indexOf('&', start);
      int end = and < 0 ? query.length() : and;
      if (end > start && !isTracking(query, start, end)) {
        kept.append(kept.isEmpty() ? '?' : '&').append(query, start, end);
      }
      start = end + 1;
    }
    return kept.toString();
  }

  private static boolean isTracking(String query, int start, int end) {
    int equals = query.indexOf('=', start);
    int nameEnd = equals < 0 || equals > end ? end : equals;
    for (String family : TRACKING_FAMILIES) {
      if (isAt(query, start, nameEnd, family)) {
        return true;
      }
    }
    return isOneOf(TRACKING, query, start, nameEnd)
        || isAt(query, nameEnd, end, FEED_VALUE) && isOneOf(FEED_MARKS, query, start, nameEnd);
  }

  private static boolean isOneOf(List<String> names, String query, int start, int end) {
    for (String name : names) {
      if (name.length() == end - start && isAt(query, start, end, name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a part of a text begins with a word, in any case. */
  private static boolean isAt(String text, int start, int end, String word) {
    return word.length() <= end - start && text.regionMatches(true, start, word, 0, word.length());
  }
}
