package org.newstide.trend;

import java.util.Locale;
import java.util.regex.Pattern;

/** Under which name statements of the same market meet. */
final class ShareSeries {
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
  private static final Pattern ARTICLE = Pattern.compile("^the ");
  private static final Pattern MARKET = Pattern.compile(" market$");

  private ShareSeries() {}

  /** {@code "The cloud infrastructure Market"} becomes {@code "cloud infrastructure"}. */
  static String normalised(String words) {
    String lower = SPACE.matcher(words.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    String bare = MARKET.matcher(ARTICLE.matcher(lower).replaceFirst("")).replaceFirst("").strip();
    return bare.isEmpty() ? lower : bare;
  }
}
