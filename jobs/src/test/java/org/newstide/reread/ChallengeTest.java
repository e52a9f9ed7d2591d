package org.newstide.reread;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.newstide.SparkExtension;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.sentiment.Label;
import org.newstide.sentiment.LinearSentiment;
import org.newstide.sentiment.Target;
import org.newstide.sentiment.TargetedSentiment;

/**
 * What decides a verdict, told apart in passages that share most of their words (contrast sets,
 * Gardner et al. 2020): who wins from whom, an accusation that falls away, a yardstick, another's
 * news, the maker's praise, a figure's direction, who speaks. The passages are made up, about firms
 * that exist, and no model is trained on them: keep it so. {@code scripts/evaluate.sh} measures
 * them too.
 */
@ExtendWith(SparkExtension.class)
class ChallengeTest {
  private static final Path ROOT = Path.of(System.getProperty("newstide.root"));
  private static final Path PASSAGES =
      ROOT.resolve("jobs/src/test/resources/sentiment/challenge.jsonl");
  private static final Path ENCODER = ROOT.resolve("models/encoder");

  /** {@code [[NAME|organisation|label]]}. */
  private static final Pattern MARK = Pattern.compile("\\[\\[([^|]+)\\|([^|]+)\\|([-0+])]]");

  private static final String LABELS = "-0+";

  /**
   * @param targets by organisation
   * @param labels by organisation
   */
  private record Passage(
      Document document, Map<String, List<Target>> targets, Map<String, Label> labels) {}

  @Test
  void theDefaultTellsThemApart(SparkSession spark) throws IOException {
    LinearSentiment linear = LinearSentiment.bundled();
    TargetedSentiment both =
        new EncoderSentiment(Encoder.load(spark, ENCODER), linear, 2, Pool.BOTH);

    assertThat(shareRight(both)).as("of the verdicts").isGreaterThan(0.70);
  }

  @Test
  void theLinearReaderTellsMostOfThemApart() throws IOException {
    assertThat(shareRight(LinearSentiment.bundled())).as("of the verdicts").isGreaterThan(0.60);
  }

  private static double shareRight(TargetedSentiment sentiment) throws IOException {
    int right = 0;
    int all = 0;
    for (String line : Files.readAllLines(PASSAGES)) {
      Passage passage = passage(new ObjectMapper().readTree(line));
      for (Map.Entry<String, Label> labelled : passage.labels().entrySet()) {
        Map<String, List<Target>> others = new LinkedHashMap<>(passage.targets());
        List<Target> own = others.remove(labelled.getKey());
        List<Target> rest = others.values().stream().flatMap(List::stream).toList();
        Label judged = sentiment.judge(passage.document(), own, rest).label();
        right += judged == labelled.getValue() ? 1 : 0;
        all++;
      }
    }
    return (double) right / all;
  }

  private static Passage passage(JsonNode line) {
    Map<String, List<Target>> targets = new LinkedHashMap<>();
    Map<String, Label> labels = new LinkedHashMap<>();
    String title = unmarked(Field.TITLE, line.get("title").asText(), targets, labels);
    String text = unmarked(Field.TEXT, line.get("text").asText(), targets, labels);
    Document document = new Document(title, text, Optional.empty());
    return new Passage(document, targets, labels);
  }

  private static String unmarked(
      Field field, String marked, Map<String, List<Target>> targets, Map<String, Label> labels) {
    StringBuilder plain = new StringBuilder();
    Matcher mark = MARK.matcher(marked);
    while (mark.find()) {
      mark.appendReplacement(plain, "");
      int start = plain.length();
      plain.append(mark.group(1));
      targets
          .computeIfAbsent(mark.group(2), organisation -> new ArrayList<>())
          .add(new Target(field, start, plain.length()));
      labels.put(mark.group(2), Label.values()[LABELS.indexOf(mark.group(3))]);
    }
    return mark.appendTail(plain).toString();
  }
}
