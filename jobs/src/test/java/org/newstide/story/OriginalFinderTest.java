package org.newstide.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OriginalFinderTest {
  private static final Instant MONDAY = Instant.parse("2024-01-01T08:00:00Z");
  private static final String TITLE = "Microsoft and OpenAI extend their cloud partnership";
  private static final String LEAD =
      "Microsoft said on Monday that it will invest a further sum in OpenAI over several years,"
          + " deepening a partnership that began in 2019, and that Azure stays the laboratory's"
          + " provider of cloud computing for research, products and the programming interface.";

  private final OriginalFinder originals = new OriginalFinder(7, 0.5);

  @Test
  void aCopyWithSmallEditsBelongsToItsOriginal() {
    assertThat(originalOf("wire", MONDAY, TITLE, LEAD)).isNull();
    assertThat(originalOf("same", hours(1), TITLE, LEAD)).isEqualTo("wire");
    assertThat(originalOf("upper", hours(2), TITLE.toUpperCase(Locale.ROOT), LEAD))
        .isEqualTo("wire");
    assertThat(originalOf("byline", hours(3), TITLE, "(Reuters) - " + LEAD)).isEqualTo("wire");
    assertThat(originalOf("day", hours(4), TITLE, LEAD.replace("on Monday", "yesterday")))
        .isEqualTo("wire");
    assertThat(originalOf("end", hours(5), TITLE, LEAD + " Shares of both moved little."))
        .isEqualTo("wire");
  }

  @Test
  void anotherStoryOnTheSameMatterIsAnOriginal() {
    originalOf("wire", MONDAY, TITLE, LEAD);
    assertThat(
            originalOf(
                "own",
                hours(1),
                "OpenAI takes more money from Microsoft",
                "The maker of ChatGPT gets billions from its cloud provider Microsoft, which said"
                    + " on Monday that it will invest a further sum over several years."))
        .isNull();
    assertThat(originalOf("other", hours(2), "Oracle opens a region in Madrid", "Oracle said so."))
        .isNull();
  }

  @Test
  void aCopyBeyondTheWindowIsAnotherStory() {
    originalOf("wire", MONDAY, TITLE, LEAD);
    assertThat(originalOf("late", hours(7 * 24), TITLE, LEAD)).isEqualTo("wire");
    Instant afterwards = hours(7 * 24).plusSeconds(1);
    assertThat(originalOf("again", afterwards, TITLE, LEAD)).isNull();
    assertThat(originalOf("then", afterwards.plusSeconds(60), TITLE, LEAD)).isEqualTo("again");
  }

  @Test
  void aCopyOfTwoOriginalsBelongsToTheEarlier() {
    OriginalFinder lenient = new OriginalFinder(7, 0.25);
    assertThat(originalOf(lenient, "left", MONDAY, words("a", 0, 22) + words("left", 0, 20)))
        .isNull();
    assertThat(originalOf(lenient, "right", hours(1), words("right", 0, 20) + words("b", 0, 24)))
        .isNull();
    assertThat(originalOf(lenient, "both", hours(2), words("a", 0, 22) + words("b", 0, 24)))
        .isEqualTo("left");
    assertThat(originalOf(lenient, "more", hours(3), words("right", 0, 16) + words("b", 0, 24)))
        .isEqualTo("right");
  }

  @Test
  void articlesWithoutTextAreNeverCopies() {
    assertThat(originalOf("none", MONDAY, "", "")).isNull();
    assertThat(originalOf("none2", MONDAY, "", " . - ")).isNull();
    assertThat(originalOf("short", MONDAY, "Amazon", "")).isNull();
    assertThat(originalOf("short2", MONDAY, "Amazon", "")).isNull();
  }

  @Test
  void theSketchEstimatesTheJaccardSimilarityOfTheLeads() {
    Random random = new Random(7);
    double estimated = 0;
    double exact = 0;
    for (int trial = 0; trial < 200; trial++) {
      List<String> words =
          IntStream.range(0, 50).mapToObj(i -> "w" + random.nextInt(5000)).toList();
      List<String> edited = new ArrayList<>(words);
      for (int edit = 0; edit < trial % 8; edit++) {
        edited.set(random.nextInt(50), "edit" + random.nextInt(5000));
      }
      long[] a = LeadSketch.of(String.join(" ", words), "");
      long[] b = LeadSketch.of(String.join(" ", edited), "");
      estimated +=
          IntStream.range(0, a.length).filter(i -> a[i] == b[i]).count() / (double) a.length / 200;
      exact += jaccard(runs(words), runs(edited)) / 200;
    }
    assertThat(estimated).isCloseTo(exact, within(0.02));
  }

  @Test
  void tenThousandCopiesAndTenThousandLookAlikesTakeSeconds() {
    long begun = System.nanoTime();
    originalOf("wire", MONDAY, TITLE, LEAD);
    for (int i = 0; i < 10_000; i++) {
      assertThat(originalOf("copy" + i, MONDAY.plusSeconds(i), TITLE, LEAD)).isEqualTo("wire");
    }
    // One opening phrase, and a different story every time.
    for (int i = 0; i < 10_000; i++) {
      assertThat(
              originalOf(
                  "report" + i,
                  hours(4).plusSeconds(i),
                  "Stocks to watch today",
                  words("w" + i + "x", 0, 40)))
          .isNull();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
  }

  private String originalOf(String id, Instant published, String title, String text) {
    return originals
        .originalOf(
            id, TimeUnit.SECONDS.toMicros(published.getEpochSecond()), LeadSketch.of(title, text))
        .orElse(null);
  }

  private static String originalOf(OriginalFinder finder, String id, Instant at, String text) {
    return finder
        .originalOf(id, TimeUnit.SECONDS.toMicros(at.getEpochSecond()), LeadSketch.of(text, ""))
        .orElse(null);
  }

  private static String words(String prefix, int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> prefix + i + " ").collect(Collectors.joining());
  }

  private static Instant hours(int hours) {
    return MONDAY.plus(Duration.ofHours(hours));
  }

  private static Set<String> runs(List<String> words) {
    return IntStream.rangeClosed(0, words.size() - 3)
        .mapToObj(i -> String.join(" ", words.subList(i, i + 3)))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static double jaccard(Set<String> a, Set<String> b) {
    Set<String> both = new HashSet<>(a);
    both.retainAll(b);
    return both.size() / (double) (a.size() + b.size() - both.size());
  }
}
