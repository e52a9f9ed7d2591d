package org.newstide.trend;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** The table {@code pair_week}. */
final class PairWeek {
  private static final int EVIDENCE = 3;
  private static final String[] KEY = {"week_start", "organisation_a", "organisation_b"};
  private static final String[] TYPES = {"partnership", "investment", "tension", "competition"};

  private PairWeek() {}

  static Dataset<Row> of(TrendInput input) {
    Dataset<Row> relations = input.ofWeeks(input.relations());
    Dataset<Row> evidence = evidence(relations, input.ofWeeks(input.articles()));
    return coMentions(input.ofWeeks(input.mentions()))
        .join(stories(relations), KEY, "full_outer")
        .join(evidence, KEY, "left")
        .withColumn("favourable", count("partnership").plus(count("investment")))
        .withColumn("alignment_n", col("favourable").plus(count("tension")))
        .withColumn(
            "alignment",
            when(col("alignment_n").gt(0), alignment().apply(col("favourable"), count("tension"))))
        .select(columns());
  }

  private static Column[] columns() {
    Stream<Column> counts =
        Stream.concat(
                Stream.of("co_mention_stories"),
                Stream.concat(Stream.of(TYPES), Stream.of("hypothetical_stories")))
            .map(name -> count(name).as(name));
    Column noEvidence =
        expr(
            "CAST(array() AS ARRAY<STRUCT<type: STRING, article_id: STRING, url: STRING,"
                + " sentence: STRING>>)");
    Stream<Column> alignment =
        Stream.of(
            col("alignment.estimate").as("alignment_index"),
            col("alignment.low").as("alignment_low"),
            col("alignment.high").as("alignment_high"),
            col("alignment_n"),
            coalesce(col("top_evidence"), noEvidence).as("top_evidence"));
    return Stream.of(Stream.of(KEY).map(functions::col), counts, alignment)
        .flatMap(columns -> columns)
        .toArray(Column[]::new);
  }

  private static Column count(String name) {
    return coalesce(col(name), lit(0L));
  }

  /** Stories that name both organisations of a pair. */
  private static Dataset<Row> coMentions(Dataset<Row> mentions) {
    return mentions
        .groupBy("week_start", "story_id")
        .agg(array_sort(functions.collect_set("organisation_id")).as("named"))
        .where("size(named) > 1")
        .withColumn("a", functions.explode(col("named")))
        .withColumn("b", functions.explode(col("named")))
        .where("a < b")
        .groupBy(col("week_start"), col("a").as("organisation_a"), col("b").as("organisation_b"))
        .agg(functions.count(lit(1)).as("co_mention_stories"));
  }

  /** Stories per type that assert it, and stories that tell any tie as a possibility. */
  private static Dataset<Row> stories(Dataset<Row> relations) {
    Column[] perStory =
        Stream.concat(
                Stream.of(TYPES)
                    .map(type -> told("polarity = 'asserted' AND type = '" + type + "'").as(type)),
                Stream.of(told("polarity = 'hypothetical'").as("hypothetical_stories")))
            .toArray(Column[]::new);
    Column[] perPair =
        Stream.concat(Stream.of(TYPES), Stream.of("hypothetical_stories"))
            .map(name -> sum(name).as(name))
            .toArray(Column[]::new);
    return relations
        .groupBy(Columns.of(KEY, "story_id"))
        .agg(perStory[0], rest(perStory))
        .groupBy(Columns.of(KEY))
        .agg(perPair[0], rest(perPair));
  }

  private static Column told(String condition) {
    return max(expr("CASE WHEN " + condition + " THEN 1L ELSE 0L END"));
  }

  /** The most confident assertions, one per story, ties broken by content. */
  private static Dataset<Row> evidence(Dataset<Row> relations, Dataset<Row> articles) {
    Column[] strongestFirst = {
      col("confidence").desc(), col("type"), col("article_id"), col("sentence")
    };
    Dataset<Row> top =
        relations
            .where("polarity = 'asserted'")
            .withColumn(
                "in_story",
                row_number()
                    .over(Window.partitionBy(Columns.of(KEY, "story_id")).orderBy(strongestFirst)))
            .where("in_story = 1")
            .withColumn(
                "rank",
                row_number().over(Window.partitionBy(Columns.of(KEY)).orderBy(strongestFirst)))
            .where(col("rank").leq(EVIDENCE));
    Dataset<Row> addresses = articles.select("article_id", "url");
    Column ranked =
        array_sort(collect_list(struct("rank", "type", "article_id", "url", "sentence")));
    return top.join(addresses, new String[] {"article_id"}, "left")
        .groupBy(Columns.of(KEY))
        .agg(ranked.as("ranked"))
        .withColumn(
            "top_evidence",
            expr(
                "transform(ranked, e -> named_struct('type', e.type, 'article_id', e.article_id,"
                    + " 'url', e.url, 'sentence', e.sentence))"))
        .drop("ranked");
  }

  private static UserDefinedFunction alignment() {
    UDF2<Long, Long, Row> balance =
        (favourable, adverse) -> {
          Interval index = Interval.balance(favourable, adverse);
          return RowFactory.create(index.estimate(), index.low(), index.high());
        };
    return udf(balance, StructType.fromDDL("estimate double, low double, high double"));
  }

  private static Column[] rest(Column[] columns) {
    return Stream.of(columns).skip(1).toArray(Column[]::new);
  }
}
