package org.newstide.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.newstide.SparkExtension;

@ExtendWith(SparkExtension.class)
class SpikeStoriesTest {
  @Test
  void aStoryIsShownByItsOriginalWhicheverAddressComesFirst(SparkSession spark) {
    assertThat(shown(spark, "('s1', 'b', true, 1), ('s1', 'a', false, 2)")).containsExactly("b");
  }

  @Test
  void aStoryFromTheWeekBeforeIsShownByItsEarliestCopy(SparkSession spark) {
    assertThat(shown(spark, "('s1', 'a', false, 3), ('s1', 'c', false, 2), ('s1', 'b', false, 2)"))
        .containsExactly("b");
  }

  @Test
  void theStoriesThatMostArticlesTellComeFirst(SparkSession spark) {
    assertThat(
            shown(
                spark,
                "('s1', 'a', true, 1), ('s2', 'b', true, 2), ('s2', 'c', false, 3),"
                    + " ('s3', 'd', true, 1), ('s4', 'e', true, 1)"))
        .containsExactly("b", "a", "d");
  }

  /** The titles shown for articles given as (story, article, whether original, day). */
  private static List<String> shown(SparkSession spark, String articles) {
    return SpikeReader.top(
            spark.sql(
                "SELECT 'amazon' AS organisation_id, DATE'2024-01-01' AS week_start, story_id,"
                    + " article_id, 0.5 AS relevance, is_original, published_at,"
                    + " article_id AS title, 'wire' AS source, CAST(NULL AS string) AS url"
                    + " FROM VALUES "
                    + articles
                    + " AS told(story_id, article_id, is_original, published_at)"))
        .collectAsList()
        .stream()
        .map(row -> SpikeReader.story(row).title())
        .toList();
  }
}
