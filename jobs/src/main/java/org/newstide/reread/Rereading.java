package org.newstide.reread;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newstide.sentiment.EncoderPassage;
import org.newstide.sentiment.Probabilities;
import scala.collection.JavaConverters;

/** Judges all organisations of many passages, each passage in one pass of the encoder. */
public final class Rereading {
  /** Tasks per core: enough that none of them makes the others wait for long. */
  private static final int TASKS_PER_CORE = 16;

  /** What {@link #judge} gives. */
  public static final StructType JUDGED =
      new StructType()
          .add("key", DataTypes.StringType)
          .add("judged", DataTypes.createMapType(DataTypes.StringType, Pool.VERDICT));

  private Rereading() {}

  /**
   * @param passages key string, text string, spans array of (organisation_id string, start int, end
   *     int): UTF-16 offsets in the text, end exclusive
   * @return key, and judged: a map from organisation id to p_negative, p_neutral and p_positive, in
   *     six decimals; an organisation without a token in the text is absent
   */
  public static Dataset<Row> judge(Encoder encoder, Dataset<Row> passages) {
    int cores = passages.sparkSession().sparkContext().defaultParallelism();
    Dataset<Row> spread =
        passages
            .select("key", Encoder.TEXT, "spans")
            .repartition(TASKS_PER_CORE * cores, col("key"));
    return encoder
        .pipeline()
        .transform(spread)
        .select(
            col("key"),
            col("spans"),
            expr(
                "transform(label, t -> struct(t.begin AS begin, t.end AS end,"
                    + " t.metadata AS metadata))"))
        .map((MapFunction<Row, Row>) Rereading::judged, Encoders.row(JUDGED));
  }

  private static Row judged(Row row) {
    List<TokenClasses.Token> tokens = new ArrayList<>();
    for (Row token : row.<Row>getList(2)) {
      tokens.add(
          TokenClasses.Token.of(
              token.getInt(0), token.getInt(1), token.<String, String>getJavaMap(2)));
    }
    TokenClasses classes = new TokenClasses(tokens);
    Map<String, List<EncoderPassage.Span>> spans = new LinkedHashMap<>();
    for (Row span : row.<Row>getList(1)) {
      spans
          .computeIfAbsent(span.getString(0), organisation -> new ArrayList<>())
          .add(new EncoderPassage.Span(span.getInt(1), span.getInt(2)));
    }
    Map<String, Row> judged = new HashMap<>();
    spans.forEach(
        (organisation, own) ->
            classes
                .judge(own)
                .map(Probabilities::rounded)
                .ifPresent(
                    p ->
                        judged.put(
                            organisation,
                            RowFactory.create(p.negative(), p.neutral(), p.positive()))));
    return RowFactory.create(row.getString(0), JavaConverters.mapAsScalaMap(judged));
  }
}
