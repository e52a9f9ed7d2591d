package org.newstide.shift;

/**
 * Counts of one week and source; a story counts at the source that told it first.
 *
 * @param week place of the week
 * @param from stories that name the first provider
 * @param to stories that name the second
 * @param besideFrom stories that name the partner and the first provider
 * @param besideTo stories that name the partner and the second
 * @param toneFrom sum over {@code from} of p(positive) - p(negative) toward the first provider
 * @param toneTo likewise over {@code to}
 * @param speakFor stories that assert a tie of the partner which speaks for the move: partnership
 *     or investment with the second provider, tension with the first
 * @param speakAgainst stories that assert one which speaks against it; a story may do both
 */
record Cell(
    int week,
    String source,
    long from,
    long to,
    long besideFrom,
    long besideTo,
    double toneFrom,
    double toneTo,
    long speakFor,
    long speakAgainst) {}
