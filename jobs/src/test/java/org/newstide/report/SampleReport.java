package org.newstide.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.newstide.article.IsoWeek;
import org.newstide.shift.ShiftFindings;
import org.newstide.trend.StorySums;

/** Reports made up for tests; {@code main} writes them as pages for the test in a browser. */
final class SampleReport {
  static final String HOSTILE =
      "</script><img src=x onerror=\"document.title='owned'\"> <!--<script> \u2028 & ' \" it's";

  private static final int YEAR = 52;
  private static final StorySums ONE_STORY =
      new StorySums(1, 100_000, 500_000, 10_000_000_000L, 250_000_000_000L, 50_000_000_000L);

  private SampleReport() {}

  /**
   * @param arguments the folder to write into
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder);
    for (var page :
        Map.of(
                "hostile",
                hostile(),
                "large",
                large(),
                "one-week",
                oneWeek(),
                "newcomer",
                newcomer(),
                "late",
                late(),
                "nobody",
                nobody())
            .entrySet()) {
      Files.writeString(folder.resolve(page.getKey() + ".html"), ReportPage.of(page.getValue()));
    }
  }

  /** Every text that a corpus can bring is hostile. */
  static ReportData hostile() {
    ReportData.Origin origin = new ReportData.Origin(HOSTILE, null);
    return new ReportData(
        weeks(2),
        0,
        List.of(entity("amazon", HOSTILE, 2), entity("<b>x</b>", HOSTILE, 2)),
        List.of(
            new ReportData.Pair(
                "<b>x</b>", "amazon", List.of(List.of(1L, 3L, 2L, 0L, 1L, 0L, 0L)))),
        List.of(
            new ReportData.Stated(
                "amazon",
                HOSTILE,
                HOSTILE,
                "2024-Q1",
                HOSTILE,
                "2024-01-08",
                31,
                31,
                31,
                1,
                false,
                40.0,
                "cloud_provider",
                2,
                HOSTILE,
                origin)),
        List.of(
            new ReportData.Spike(
                "amazon",
                1,
                4.2,
                30,
                6,
                List.of(
                    new ReportData.Story("{{script}} {{charts}} $1 \\", 3, origin),
                    new ReportData.Story(HOSTILE, 1, origin)))),
        List.of(
            evidence(1, "amazon", "", "favourable", HOSTILE, origin),
            evidence(1, "<b>x</b>", "amazon", "partnership", HOSTILE, origin),
            evidence(
                0,
                "amazon",
                "",
                "unfavourable",
                "A sentence with a link.",
                new ReportData.Origin("example.org", "https://example.org/?a=1&b=<script>"))),
        notes(HOSTILE),
        List.of(shift()));
  }

  /** A year, sixty organisations with an offering each, and as much evidence as a report takes. */
  static ReportData large() {
    List<ReportData.Entity> entities = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      entities.add(entity("organisation-" + i, "Organisation " + i, YEAR));
      entities.add(offering("offering-" + i, "organisation-" + i, YEAR));
    }
    SplittableRandom random = new SplittableRandom(1);
    List<ReportData.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      pairs.add(
          new ReportData.Pair(
              "organisation-" + i,
              "organisation-" + (i + 1),
              LongStream.range(0, YEAR)
                  .mapToObj(
                      week -> List.of(week, 9L, random.nextLong(9), 1L, random.nextLong(4), 2L, 1L))
                  .toList()));
    }
    List<ReportData.Evidence> evidence = new ArrayList<>();
    String sentence = "word ".repeat(50);
    ReportData.Origin origin =
        new ReportData.Origin("news.example.org", "https://news.example.org/" + "path/".repeat(12));
    for (int i = 0, bytes = 0; bytes < EvidenceReader.BUDGET; i++) {
      evidence.add(
          evidence(
              YEAR - 1 - i % YEAR, "organisation-" + i % 60, "", "favourable", sentence, origin));
      bytes += EvidenceReader.cost(evidence.get(i));
    }
    List<ReportData.Spike> spikes =
        IntStream.range(0, 24)
            .mapToObj(
                i ->
                    new ReportData.Spike(
                        "organisation-" + i,
                        i,
                        5,
                        40,
                        8,
                        List.of(new ReportData.Story("A story of some length", 4, origin))))
            .toList();
    return new ReportData(
        weeks(YEAR), 0, entities, pairs, List.of(), spikes, evidence, notes("CORPUS"), List.of());
  }

  static ReportData oneWeek() {
    return of(1, 0, List.of(entity("amazon", "Amazon", 1), entity("google", "Google", 1)));
  }

  /** Amazon, from the fourth week on OpenAI too, and nobody in the third. */
  static ReportData newcomer() {
    return of(
        4,
        0,
        List.of(
            balanced(entity("amazon", "Amazon", 4), 10_000, 10_000, null, 6000),
            balanced(entity("openai", "OpenAI", 4), 0, 0, null, 4000)));
  }

  /** Four weeks of a story on Amazon each, and twelve before them of one on OpenAI as well. */
  static ReportData late() {
    return of(4, 12, List.of(late("amazon", "Amazon", 1), late("openai", "OpenAI", 0)));
  }

  /** Of so many weeks, and earlier ones, with nothing but their organisations. */
  private static ReportData of(int weeks, int earlier, List<ReportData.Entity> entities) {
    return new ReportData(
        weeks(weeks),
        earlier,
        entities,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        notes("CORPUS"),
        List.of());
  }

  private static ReportData.Entity late(String id, String name, long stories) {
    List<Long> shown = Collections.nCopies(4, stories);
    List<Long> earlier = Collections.nCopies(12, 1L);
    PooledTone tone = new PooledTone(12, 4);
    IntStream.range(0, 12 + 4 * (int) stories).forEach(week -> tone.add(week, ONE_STORY));
    return new ReportData.Entity(
        id,
        name,
        id,
        "organisation",
        List.of("ai_partner"),
        shown,
        shown,
        shown,
        Map.of("ai_partner", Collections.nCopies(4, 10_000 * (int) stories)),
        Map.of(1, tone.over(1, 5), 4, tone.over(4, 5), 13, tone.over(13, 5)),
        new ReportData.Earlier(
            earlier, earlier, earlier, Map.of("ai_partner", Collections.nCopies(12, 5000))));
  }

  private static ReportData.Entity balanced(ReportData.Entity entity, Integer... shares) {
    return new ReportData.Entity(
        entity.id(),
        entity.name(),
        entity.organisation(),
        entity.level(),
        List.of("ai_partner"),
        entity.mentions(),
        entity.articles(),
        entity.stories(),
        Map.of("ai_partner", Arrays.asList(shares)),
        entity.tones(),
        entity.earlier());
  }

  /** Weeks that were read and name nobody of the catalog. */
  static ReportData nobody() {
    return new ReportData(
        weeks(3),
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        notes("CORPUS"),
        List.of());
  }

  private static ShiftFindings shift() {
    return new ShiftFindings(
        "<b>x</b>",
        "amazon",
        "openai",
        List.of("2024-W01", "2024-W02", "2024-W03", "2024-W04"),
        List.of(
            new ShiftFindings.Figure(
                "attention",
                "share",
                HOSTILE,
                Arrays.asList(0.2, 0.25, null, 0.7),
                List.of(10L, 20L, 0L, 15L),
                List.of(
                    new ShiftFindings.Step(
                        "2024-W04",
                        "2024-W02",
                        "2024-W04",
                        0.23,
                        0.7,
                        0.3,
                        0.6,
                        0.001,
                        0.004,
                        true,
                        false,
                        0.4,
                        0.07,
                        List.of(new ShiftFindings.Source(HOSTILE, 0.1, 0.05))))),
            new ShiftFindings.Figure(
                "tone",
                "tone",
                HOSTILE,
                Arrays.asList(null, null, null, null),
                List.of(0L, 0L, 0L, 0L),
                List.of())),
        List.of(
            new ShiftFindings.Sentence(
                "2024-W04", "amazon", "partnership", true, 0.9, HOSTILE, HOSTILE, null)));
  }

  private static List<ReportData.Week> weeks(int count) {
    IsoWeek first = IsoWeek.parse("2024-W01");
    return IntStream.range(0, count)
        .mapToObj(
            week ->
                new ReportData.Week(
                    first.plusWeeks(week).label(),
                    first.plusWeeks(week).weekStart().toString(),
                    isProvisional(week, count),
                    1200,
                    1100,
                    300))
        .toList();
  }

  /** The last two of more than three; in a year two before them too, each between settled ones. */
  private static boolean isProvisional(int week, int count) {
    return (count > 3 && week >= count - 2) || (count == YEAR && (week == 0 || week == 10));
  }

  private static ReportData.Entity entity(String id, String name, int weeks) {
    return entity(id, name, id, "organisation", weeks);
  }

  private static ReportData.Entity offering(String id, String organisation, int weeks) {
    return entity(id, "Offering " + id, organisation, "offering", weeks);
  }

  private static ReportData.Entity entity(
      String id, String name, String organisation, String level, int weeks) {
    SplittableRandom random = new SplittableRandom(id.hashCode());
    List<Long> stories = random.longs(weeks, 0, 60).boxed().toList();
    Map<String, List<Integer>> balanced = new LinkedHashMap<>();
    balanced.put("ai_partner", random.ints(weeks, 0, 500).boxed().toList());
    balanced.put("cloud_provider", random.ints(weeks, 0, 500).boxed().toList());
    PooledTone tone = new PooledTone(0, weeks);
    for (int week = 0; week < weeks; week++) {
      long n = stories.get(week);
      tone.add(
          week,
          new StorySums(
              n, n * 100_000, n * 500_000, n * 300_000_000_000L, n * 300_000_000_000L, 0));
    }
    return new ReportData.Entity(
        id,
        name,
        organisation,
        level,
        List.of("ai_partner", "cloud_provider"),
        Collections.nCopies(weeks, 70L),
        Collections.nCopies(weeks, 60L),
        stories,
        balanced,
        Map.of(1, tone.over(1, 5), 4, tone.over(4, 5), 13, tone.over(13, 5)),
        new ReportData.Earlier(
            List.of(),
            List.of(),
            List.of(),
            Map.of("ai_partner", List.of(), "cloud_provider", List.of())));
  }

  private static ReportData.Evidence evidence(
      int week,
      String organisation,
      String other,
      String kind,
      String sentence,
      ReportData.Origin origin) {
    return new ReportData.Evidence(week, organisation, other, kind, 0.9, sentence, origin);
  }

  private static ReportData.Notes notes(String text) {
    return new ReportData.Notes(
        List.of(text),
        21,
        1,
        Map.of("BAD_TIMESTAMP", 3L),
        Map.of(text, 100L),
        List.of(new ReportData.SourceCount(text, 1100, 300)),
        List.of(text),
        9000,
        5,
        6,
        "2025-01-02",
        "0.1.0",
        1);
  }
}
