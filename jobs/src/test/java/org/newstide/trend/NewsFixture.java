package org.newstide.trend;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Weeks of news as a test tells them: articles that belong to stories, and what they name. Amazon
 * (with its offering aws) and Microsoft (with azure) are cloud providers, Microsoft is an AI
 * partner too, and so are OpenAI and Anthropic.
 */
final class NewsFixture {
  static final String MON_1 = "2024-01-01";
  static final String MON_2 = "2024-01-08";
  static final String MON_3 = "2024-01-15";

  private static final String CORPUS_WEEK =
      "week_start date, source string, articles_accepted bigint";

  private record Article(String week, String source, String story) {}

  private static final Map<String, String> ORGANISATION_OF =
      Map.of("aws", "amazon", "azure", "microsoft", "chatgpt", "openai");
  private static final List<Row> ENTITIES =
      List.of(
          RowFactory.create("amazon", "amazon", "organisation", "cloud_provider"),
          RowFactory.create("aws", "amazon", "offering", "cloud_provider"),
          RowFactory.create("microsoft", "microsoft", "organisation", "cloud_provider"),
          RowFactory.create("microsoft", "microsoft", "organisation", "ai_partner"),
          RowFactory.create("azure", "microsoft", "offering", "cloud_provider"),
          RowFactory.create("openai", "openai", "organisation", "ai_partner"),
          RowFactory.create("chatgpt", "openai", "offering", "ai_model"),
          RowFactory.create("anthropic", "anthropic", "organisation", "ai_partner"));

  private final Map<String, Article> articles = new LinkedHashMap<>();
  private final List<Row> articleRows = new ArrayList<>();
  private final List<Row> mentions = new ArrayList<>();
  private final List<Row> relations = new ArrayList<>();
  private final List<Row> claims = new ArrayList<>();
  private final List<Row> corpus = new ArrayList<>();
  private final List<Row> earlier = new ArrayList<>();
  private final List<Row> earlierCorpus = new ArrayList<>();

  /** How many articles a source brought in a week, whether they name anyone or not. */
  NewsFixture read(String week, String source, long accepted) {
    corpus.add(RowFactory.create(Date.valueOf(week), source, accepted));
    return this;
  }

  NewsFixture article(String id, String week, String source, String story) {
    articles.put(id, new Article(week, source, story));
    articleRows.add(RowFactory.create(id, Date.valueOf(week), story, "https://news.example/" + id));
    return this;
  }

  /** An article of a story of its own that names one entity once, neither well nor badly. */
  NewsFixture story(String id, String week, String entity) {
    return article(id, week, "wire", id).names(id, entity);
  }

  /** Neutral mentions, one per entity given. */
  NewsFixture names(String article, String... entities) {
    Arrays.stream(entities).forEach(entity -> judged(article, entity, 0, 0));
    return this;
  }

  NewsFixture judged(String article, String entity, double negative, double positive) {
    return judgedBy("linear-v1", article, entity, negative, positive);
  }

  NewsFixture judgedBy(
      String model, String article, String entity, double negative, double positive) {
    Article of = articles.get(article);
    mentions.add(
        RowFactory.create(
            article,
            Date.valueOf(of.week()),
            of.source(),
            of.story(),
            entity,
            ORGANISATION_OF.getOrDefault(entity, entity),
            negative,
            1 - negative - positive,
            positive,
            model));
    return this;
  }

  NewsFixture ties(
      String article, String a, String b, String type, String polarity, double confidence) {
    Article of = articles.get(article);
    String sentence = "%s: %s and %s in %s".formatted(article, a, b, type);
    relations.add(
        RowFactory.create(
            article,
            Date.valueOf(of.week()),
            of.story(),
            a,
            b,
            type,
            polarity,
            sentence,
            confidence));
    return this;
  }

  /**
   * A share stated on a day of the article's week.
   *
   * @param series organisation, market, geography, period and publisher; null where none is named
   */
  NewsFixture states(String article, String day, double low, double high, String... series) {
    Article of = articles.get(article);
    claims.add(
        RowFactory.create(
            article + ":" + claims.size(),
            article,
            Date.valueOf(of.week()),
            Timestamp.from(LocalDate.parse(day).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)),
            low,
            high,
            low != high,
            series[0],
            series[1],
            series[2],
            series[3],
            series[4],
            "Sentence of " + article));
    return this;
  }

  /** A published row of an organisation among the cloud providers. */
  NewsFixture published(String week, String organisation, long stories, Double share) {
    earlier.add(
        RowFactory.create(
            Date.valueOf(week), "cloud_provider", "organisation", organisation, stories, share));
    return this;
  }

  /** Like {@link #read}, of a published week. */
  NewsFixture publishedRead(String week, String source, long accepted) {
    earlierCorpus.add(RowFactory.create(Date.valueOf(week), source, accepted));
    return this;
  }

  TrendInput input(SparkSession spark, String... weeks) {
    return new TrendInput(
        frame(spark, corpus, CORPUS_WEEK),
        frame(
            spark, articleRows, "article_id string, week_start date, story_id string, url string"),
        frame(
            spark,
            mentions,
            "article_id string, week_start date, source string, story_id string, entity_id string,"
                + " organisation_id string, p_negative double, p_neutral double, p_positive double,"
                + " sentiment_model string"),
        frame(
            spark,
            relations,
            "article_id string, week_start date, story_id string, organisation_a string,"
                + " organisation_b string, type string, polarity string, sentence string,"
                + " confidence double"),
        frame(
            spark,
            claims,
            "claim_id string, article_id string, week_start date, published_at timestamp,"
                + " low double, high double, approximate boolean, organisation_id string,"
                + " market string, geography string, period string, publisher string,"
                + " sentence string"),
        frame(
            spark,
            earlier,
            "week_start date, category string, level string, entity_id string, stories bigint,"
                + " share_of_voice_stories double"),
        frame(spark, earlierCorpus, CORPUS_WEEK),
        frame(
            spark,
            ENTITIES,
            "entity_id string, organisation_id string, level string, category string"),
        Arrays.stream(weeks).map(LocalDate::parse).toList());
  }

  private static Dataset<Row> frame(SparkSession spark, List<Row> rows, String columns) {
    return spark.createDataFrame(List.copyOf(rows), StructType.fromDDL(columns));
  }
}
