package org.newstide.trend;

import java.util.Locale;
import java.util.regex.Pattern;

/** Under which names statements of the same market, place and publisher meet. */
final class ShareSeries {
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
  private static final Pattern ARTICLE = Pattern.compile("^the ");
  private static final Pattern MARKET = Pattern.compile(" market$");

  private static final Pattern WORLD =
      Pattern.compile("(the )?(global(ly)?|world(wide)?|international(ly)?)");
  private static final Pattern LEGAL_FORM =
      Pattern.compile(
          ",? (incorporated|inc|corporation|corp|company|co|limited|ltd|llc|llp|plc|gmbh|ag|sa|nv|bv)"
              + "\\.?$");

  private ShareSeries() {}

  /** {@code "The cloud infrastructure Market"} becomes {@code "cloud infrastructure"}. */
  static String normalised(String words) {
    String lower = SPACE.matcher(words.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    String bare = MARKET.matcher(ARTICLE.matcher(lower).replaceFirst("")).replaceFirst("").strip();
    return bare.isEmpty() ? lower : bare;
  }

  /** {@code "Global"} and {@code "world"} become {@code "worldwide"}. */
  static String ofGeography(String words) {
    String place = normalised(words);
    return WORLD.matcher(place).matches() ? "worldwide" : place;
  }

  /** {@code "eMarketer"} and {@code "EMarketer, Inc."} become {@code "emarketer"}. */
  static String ofPublisher(String words) {
    String name = SPACE.matcher(words.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    String bare = LEGAL_FORM.matcher(ARTICLE.matcher(name).replaceFirst("")).replaceFirst("");
    return bare.isEmpty() ? name : bare;
  }
}
