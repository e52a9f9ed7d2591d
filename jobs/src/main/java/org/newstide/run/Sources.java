package org.newstide.run;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Names the source of an article. */
final class Sources {
  private Sources() {}

  /**
   * The corpus' own name for it; else the host of the address in lower case and without {@code
   * www.}; else the input's name.
   */
  static String name(String source, byte[] url, String input) {
    if (!source.isBlank()) {
      return source.strip();
    }
    return host(new String(url, StandardCharsets.UTF_8), input);
  }

  private static String host(String url, String input) {
    int scheme = url.indexOf("://");
    if (scheme < 0) {
      return input;
    }
    int start = scheme + 3;
    int end = start;
    while (end < url.length() && "/?#:".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String host = url.substring(start, end).toLowerCase(Locale.ROOT);
    return host.startsWith("www.") ? host.substring(4) : host.isEmpty() ? input : host;
  }
}
