package org.newstide.command;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/** Prints the counts of a run, conservation first. */
final class Counts {
  private Counts() {}

  static void print(PrintWriter out, Map<String, Long> counts) {
    out.printf(
        Locale.ROOT,
        "%,d read = %,d accepted + %,d exact duplicates + %,d quarantined%n",
        counts.get("read"),
        counts.get("accepted"),
        counts.get("exact_duplicates"),
        counts.get("quarantined"));
    counts.forEach((name, count) -> out.printf(Locale.ROOT, "  %-18s %,12d%n", name, count));
  }
}
