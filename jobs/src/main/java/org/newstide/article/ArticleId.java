package org.newstide.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Names an article: rows with one id are versions of one article. The id is a hash of the address
 * without what does not tell pages apart (scheme, www., fragment, trailing slash, campaign
 * parameters); without an address, of source, title and body.
 */
public final class ArticleId {
  private ArticleId() {}

  /** The id of an article with an address. */
  public static String of(String url) {
    return Sha256Prefix.of("url\u0000" + canonical(url));
  }

  /** The id of an article; source, title and body count only where it has no address. */
  public static String of(String url, String source, String title, String body) {
    if (!url.isBlank()) {
      return of(url);
    }
    return Sha256Prefix.of(
        String.join(
            "\u0000", "text", Normalised.of(source), Normalised.of(title), Normalised.of(body)));
  }

  static String canonical(String url) {
    String address = url.strip();
    int fragment = address.indexOf('#');
    if (fragment >= 0) {
      address = address.substring(0, fragment);
    }
    int scheme = address.indexOf("://");
    address = scheme < 0 ? address : address.substring(scheme + 3);
    int query = address.indexOf('?');
    String path = query < 0 ? address : address.substring(0, query);
    String kept = query < 0 ? "" : keptParameters(address.substring(query + 1));
    int slash = path.indexOf('/');
    String host = (slash < 0 ? path : path.substring(0, slash)).toLowerCase(Locale.ROOT);
    String rest = slash < 0 ? "" : path.substring(slash);
    if (rest.endsWith("/")) {
      rest = rest.substring(0, rest.length() - 1);
    }
    host = host.startsWith("www.") ? host.substring(4) : host;
    return host + rest + (kept.isEmpty() ? "" : "?" + kept);
  }

  private static String keptParameters(String query) {
    return Arrays.stream(query.split("&"))
        .filter(parameter -> !isCampaign(parameter))
        .collect(Collectors.joining("&"));
  }

  private static boolean isCampaign(String parameter) {
    return parameter.isEmpty()
        || parameter.startsWith("utm_")
        || parameter.startsWith("ns_")
        || parameter.startsWith("fbclid=")
        || parameter.startsWith("gclid=");
  }
}
