package org.newstide.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.newstide.SparkExtension;

@ExtendWith(SparkExtension.class)
class StoriesTest {
  private static final StructType ARTICLES =
      StructType.fromDDL(
          "article_id string, published_at timestamp, title string, lead_sketch array<bigint>");

  @Test
  void theEarliestArticleOfAStoryIsItsOriginal(SparkSession spark) {
    String lead = "Amazon Web Services opens three data centres near Zaragoza, the company said";
    Dataset<Row> articles =
        spark.createDataFrame(
            List.of(
                article("z-copy", "2024-01-02T09:00:00Z", lead + " on Tuesday."),
                article("b-wire", "2024-01-02T07:00:00Z", lead + "."),
                article("a-tie", "2024-01-02T09:00:00Z", lead + " today."),
                article("c-next", "2024-01-10T09:00:00Z", lead + "."),
                article("d-other", "2024-01-02T08:00:00Z", "Oracle raises prices for support."),
                article("e-empty", "2024-01-02T08:00:00Z", ""),
                article("f-empty", "2024-01-02T08:00:00Z", "")),
            ARTICLES);

    Dataset<Row> stories = stories(articles);

    assertThat(stories.columns())
        .containsExactly(
            "article_id", "published_at", "title", "lead_sketch", "story_id", "is_original");
    assertThat(told(stories))
        .containsExactly(
            "a-tie of b-wire",
            "b-wire original",
            "c-next original",
            "d-other original",
            "e-empty original",
            "f-empty original",
            "z-copy of b-wire");
  }

  @Test
  void partitionsAndTheOrderOfRowsChangeNothing(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 600; i++) {
      String story = "story%d ".formatted(random.nextInt(150));
      String lead = story.repeat(3) + words(story.strip(), 25) + words("edit" + i, i % 9);
      Instant at = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(40) * 43_200L);
      rows.add(article("a" + i, at.toString(), lead));
    }
    List<String> expected = told(stories(frame(spark, rows, 1)));
    assertThat(expected).anyMatch(told -> told.contains(" of "));
    try {
      for (int partitions : new int[] {1, 2, 7}) {
        spark.conf().set("spark.sql.shuffle.partitions", partitions);
        Collections.shuffle(rows, random);
        assertThat(told(stories(frame(spark, rows, partitions))))
            .as("%d partitions", partitions)
            .isEqualTo(expected);
      }
    } finally {
      spark.conf().set("spark.sql.shuffle.partitions", "1");
    }
  }

  @Test
  void noArticlesGiveNoStories(SparkSession spark) {
    assertThat(told(stories(frame(spark, List.of(), 1)))).isEmpty();
  }

  @Test
  void aStoryGoesOnFromTheOriginalsOfTheDaysBefore(SparkSession spark) {
    String lead = "Oracle and Google Cloud join their networks in eleven regions, the two said";
    Dataset<Row> earlier =
        frame(
            spark,
            List.of(
                article("b-original", "2024-01-05T09:00:00Z", lead + " on Friday."),
                article("c-corrected", "2024-01-06T09:00:00Z", "Nvidia names a new finance head.")),
            1);
    Dataset<Row> articles =
        frame(
            spark,
            List.of(
                article("a-copy", "2024-01-08T09:00:00Z", lead + "."),
                article("c-corrected", "2024-01-09T09:00:00Z", "Nvidia names a new finance head."),
                article("d-late", "2024-01-13T09:00:00Z", lead + ".")),
            1);

    assertThat(told(Stories.of(articles, earlier, 7, 0.5).joined(articles)))
        .containsExactly("a-copy of b-original", "c-corrected original", "d-late original");
  }

  private static Dataset<Row> stories(Dataset<Row> articles) {
    return Stories.of(articles, articles.limit(0), 7, 0.5).joined(articles);
  }

  private static Dataset<Row> frame(SparkSession spark, List<Row> rows, int partitions) {
    return spark.createDataFrame(List.copyOf(rows), ARTICLES).repartition(partitions);
  }

  private static Row article(String id, String publishedAt, String lead) {
    return RowFactory.create(
        id, Timestamp.from(Instant.parse(publishedAt)), lead, LeadSketch.of(lead, ""));
  }

  private static List<String> told(Dataset<Row> stories) {
    return stories.orderBy("article_id").collectAsList().stream()
        .map(
            row ->
                row.<Boolean>getAs("is_original")
                    ? row.getAs("article_id") + " original"
                    : row.getAs("article_id") + " of " + row.getAs("story_id"))
        .toList();
  }

  private static String words(String prefix, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> prefix + "x" + i)
        .collect(Collectors.joining(" ", "", " "));
  }
}
