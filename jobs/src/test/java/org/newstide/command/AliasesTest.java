package org.newstide.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.newstide.SparkExtension;

@ExtendWith(SparkExtension.class)
class AliasesTest {
  @Test
  void eachNameHasItsShareItsPrecisionAndItsLeastCertainSentence(SparkSession spark) {
    Dataset<Row> mentions =
        spark.sql(
            """
            SELECT * FROM VALUES
              ('a:0', 'a', 'claude', 'Claude', 0.9D, 'Claude answers.'),
              ('a:9', 'a', 'claude', 'Claude', 0.9D, 'Claude writes.'),
              ('b:0', 'b', 'claude', 'Claude', 0.6D, 'Claude left the stage.'),
              ('c:0', 'c', 'claude', 'Claude 3', 1.0D, 'Claude 3 arrives.'),
              ('c:7', 'c', 'aws', 'AWS', 1.0D, 'AWS sells it.')
              AS mentions(mention_id, article_id, entity_id, surface, match_confidence, sentence)
            """);

    assertThat(Aliases.audit(mentions, 1).collectAsList())
        .extracting(
            row -> row.getString(1),
            row -> row.getLong(2),
            row -> row.getString(3),
            row -> row.getLong(4),
            row -> row.getDouble(5),
            row -> row.getString(6))
        .containsExactly(
            tuple("AWS", 1L, "100.0%", 1L, 1.0, "AWS sells it."),
            tuple("Claude", 3L, "75.0%", 2L, 0.8, "Claude left the stage."),
            tuple("Claude 3", 1L, "25.0%", 1L, 1.0, "Claude 3 arrives."));
  }

  @Test
  void examplesAreOfDifferentArticlesAndTheLeastCertainComesFirst(SparkSession spark) {
    Dataset<Row> mentions =
        spark.sql(
            """
            SELECT * FROM VALUES
              ('a:0', 'a', 'claude', 'Claude', 0.5D, 'Zest was what Claude had.'),
              ('a:9', 'a', 'claude', 'Claude', 0.5D, 'Claude left.'),
              ('b:0', 'b', 'claude', 'Claude', 0.6D, 'Monet and Claude met.'),
              ('b:7', 'b', 'claude', 'Claude', 0.9D, 'Claude answers.'),
              ('c:0', 'c', 'claude', 'Claude', 0.8D, 'A model is Claude.')
              AS mentions(mention_id, article_id, entity_id, surface, match_confidence, sentence)
            """);

    assertThat(Aliases.audit(mentions, 2).head().getString(6))
        .isEqualTo("Zest was what Claude had. | Monet and Claude met.");
    assertThat(Aliases.audit(mentions, 9).head().getString(6))
        .isEqualTo("Zest was what Claude had. | Monet and Claude met. | A model is Claude.");
  }
}
