package org.newstide.reread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.newstide.SparkExtension;
import org.newstide.article.CodePointOffsets;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.sentiment.EncoderPassage;
import org.newstide.sentiment.LinearSentiment;
import org.newstide.sentiment.Probabilities;
import org.newstide.sentiment.Target;

/**
 * The shipped encoder in Spark NLP against the training program: models/encoder/examples.jsonl
 * holds the program's word pieces, the places it averages over, and its probabilities.
 */
@ExtendWith(SparkExtension.class)
class EncoderTest {
  private static final Path SHIPPED =
      Path.of(System.getProperty("newstide.root"), "models/encoder");

  /** One runtime over one list of word pieces: nothing differs but the rounding to six decimals. */
  private static final Offset<Double> EQUAL = within(0.00001);

  /** int8 kernels saturate on CPUs without VNNI, as little as int8 differs from fp32. */
  private static final Offset<Double> EQUAL_ON_ANY_CPU = within(0.1);

  /**
   * @param pieces word pieces of the text
   * @param places of the first word pieces of the name's words
   * @param p probabilities where the encoder was exported
   */
  private record Example(
      String text, int start, int end, long[] pieces, int[] places, double[] p) {}

  @Test
  void sparkNlpGivesTheProbabilitiesOfTheTrainingProgramsWordPieces(SparkSession spark)
      throws IOException, OrtException {
    List<Example> examples = examples();

    List<double[]> judged = judgedBySparkNlp(spark, examples);

    try (OrtEnvironment runtime = OrtEnvironment.getEnvironment();
        OrtSession session = runtime.createSession(SHIPPED.resolve("model.onnx").toString())) {
      for (int i = 0; i < examples.size(); i++) {
        double[] expected = judgedAlone(runtime, session, examples.get(i));
        assertThat(judged.get(i)).as(examples.get(i).text()).containsExactly(expected, EQUAL);
        assertThat(expected)
            .as("as exported")
            .containsExactly(examples.get(i).p(), EQUAL_ON_ANY_CPU);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Pool.class)
  void aSingleItemIsJudgedLikeABatch(Pool pool, SparkSession spark) throws IOException {
    List<Example> examples = examples();
    List<double[]> judged = judgedBySparkNlp(spark, examples);
    LinearSentiment first = LinearSentiment.bundled();
    EncoderSentiment sentiment = new EncoderSentiment(Encoder.load(spark, SHIPPED), first, 2, pool);
    for (int i = 0; i < examples.size(); i++) {
      Example example = examples.get(i);
      Document document = new Document("", example.text(), Optional.empty());
      Target target = new Target(Field.TEXT, example.start(), example.end());
      boolean isHeadline = EncoderPassage.of(document, List.of(target)).isHeadline();

      Probabilities p = sentiment.judge(document, List.of(target), List.of());

      Probabilities alone = first.judge(document, List.of(target), List.of());
      Probabilities batch = new Probabilities(judged.get(i)[0], judged.get(i)[1], judged.get(i)[2]);
      assertThat(triple(p))
          .as(example.text())
          .containsExactly(triple(pool.of(alone, batch, isHeadline)), EQUAL);
    }
  }

  @Test
  void whatTheFirstReaderIsSureOfIsNotReadAgain(SparkSession spark) {
    LinearSentiment first = LinearSentiment.bundled();
    EncoderSentiment neverInDoubt =
        new EncoderSentiment(Encoder.load(spark, SHIPPED), first, 0, Pool.BOTH);
    Document document = new Document("", "Vega lost its largest customer.", Optional.empty());
    List<Target> targets = List.of(new Target(Field.TEXT, 0, 4));

    assertThat(neverInDoubt.judge(document, targets, List.of()))
        .isEqualTo(first.judge(document, targets, List.of()));
  }

  private static double[] triple(Probabilities p) {
    return new double[] {p.negative(), p.neutral(), p.positive()};
  }

  private static List<double[]> judgedBySparkNlp(SparkSession spark, List<Example> examples) {
    List<Row> passages = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      Example example = examples.get(i);
      Object[] spans = {RowFactory.create("vega", example.start(), example.end())};
      passages.add(RowFactory.create(String.valueOf(i), example.text(), spans));
    }
    Dataset<Row> rows =
        spark.createDataFrame(
            passages,
            StructType.fromDDL(
                "key string, text string,"
                    + " spans array<struct<organisation_id:string, start:int, end:int>>"));
    double[][] judged = new double[examples.size()][];
    for (Row row : Rereading.judge(Encoder.load(spark, SHIPPED), rows).collectAsList()) {
      Row p = row.<String, Row>getJavaMap(1).get("vega");
      judged[Integer.parseInt(row.getString(0))] =
          new double[] {p.getDouble(0), p.getDouble(1), p.getDouble(2)};
    }
    return Arrays.asList(judged);
  }

  /** The softmax of the mean logits over the name's places. */
  private static double[] judgedAlone(OrtEnvironment runtime, OrtSession session, Example example)
      throws OrtException {
    long[][] pieces = {example.pieces()};
    long[][] seen = {new long[example.pieces().length]};
    Arrays.fill(seen[0], 1);
    long[][] kinds = {new long[example.pieces().length]};
    float[][] logits;
    try (OnnxTensor ids = OnnxTensor.createTensor(runtime, pieces);
        OnnxTensor mask = OnnxTensor.createTensor(runtime, seen);
        OnnxTensor types = OnnxTensor.createTensor(runtime, kinds);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      logits = ((float[][][]) result.get(0).getValue())[0];
    }
    double[] p = new double[3];
    double sum = 0;
    for (int c = 0; c < p.length; c++) {
      for (int place : example.places()) {
        p[c] += logits[place][c] / example.places().length;
      }
      p[c] = Math.exp(p[c]);
      sum += p[c];
    }
    for (int c = 0; c < p.length; c++) {
      p[c] /= sum;
    }
    return p;
  }

  private static List<Example> examples() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Example> examples = new ArrayList<>();
    for (String line : Files.readAllLines(SHIPPED.resolve("examples.jsonl"))) {
      JsonNode node = json.readTree(line);
      String text = node.get("text").asText();
      CodePointOffsets offsets = new CodePointOffsets(text);
      examples.add(
          new Example(
              text,
              offsets.utf16(node.get("start").asInt()),
              offsets.utf16(node.get("end").asInt()),
              json.convertValue(node.get("pieces"), long[].class),
              json.convertValue(node.get("places"), int[].class),
              json.convertValue(node.get("p"), double[].class)));
    }
    assertThat(examples).isNotEmpty();
    return examples;
  }
}
