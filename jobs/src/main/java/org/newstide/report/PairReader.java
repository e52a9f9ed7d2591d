package org.newstide.report;

import java.sql.Date;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.newstide.table.LakeTable;
import org.newstide.table.PublishedTables;
import org.newstide.table.PublishedWeeks;

/** Reads the pairs with the most stated ties. */
final class PairReader {
  private static final int MOST = 40;

  private static final List<String> COUNTS =
      List.of(
          "co_mention_stories",
          "partnership",
          "investment",
          "tension",
          "competition",
          "hypothetical_stories");

  private PairReader() {}

  static List<ReportData.Pair> pairs(PublishedTables tables, PublishedWeeks weeks) {
    Map<String, ReportData.Pair> pairs = new TreeMap<>();
    for (Row row :
        tables
            .rows(LakeTable.PAIR_WEEK)
            .where(weeks.condition())
            .where("partnership + investment + tension + competition + hypothetical_stories > 0")
            .orderBy("organisation_a", "organisation_b", "week_start")
            .collectAsList()) {
      String a = row.getAs("organisation_a");
      String b = row.getAs("organisation_b");
      List<Long> told = new ArrayList<>();
      told.add((long) weeks.placeOf(row.<Date>getAs("week_start").toLocalDate()));
      COUNTS.forEach(count -> told.add(row.getAs(count)));
      pairs
          .computeIfAbsent(a + " " + b, key -> new ReportData.Pair(a, b, new ArrayList<>()))
          .weeks()
          .add(told);
    }
    return pairs.values().stream()
        .sorted(Comparator.comparingLong(PairReader::ties).reversed())
        .limit(MOST)
        .toList();
  }

  /** Stories of partnership, investment and tension: those that the alignment index rests on. */
  private static long ties(ReportData.Pair pair) {
    return pair.weeks().stream().mapToLong(week -> week.get(2) + week.get(3) + week.get(4)).sum();
  }
}
