package org.newstide.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Decides which addresses a report may link to: a corpus can name anything as its url. */
final class WebAddress {
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final int LONGEST = 500;

  private WebAddress() {}

  /** The address where it is an absolute one of the web, otherwise null. */
  static String orNull(String url) {
    if (url == null || url.length() > LONGEST) {
      return null;
    }
    try {
      URI address = new URI(url.strip());
      boolean isWeb =
          address.getScheme() != null
              && SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))
              && address.getRawAuthority() != null;
      return isWeb ? address.toString() : null;
    } catch (URISyntaxException e) {
      return null; // a reader loses a link, not the sentence
    }
  }
}
