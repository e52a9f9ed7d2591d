package org.newstide;

import java.util.regex.Pattern;

/** Spark takes the paths that it reads for patterns; a folder may be named like one. */
public final class LiteralPath {
  private static final Pattern PATTERN_CHARACTER = Pattern.compile("[\\[\\]{}*?\\\\]");

  private LiteralPath() {}

  /** A path as Spark takes it: brackets, braces and stars in names are no patterns. */
  public static String of(String path) {
    return PATTERN_CHARACTER.matcher(path).replaceAll("\\\\$0");
  }
}
