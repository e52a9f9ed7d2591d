package org.newstide.reread;

import com.johnsnowlabs.nlp.DocumentAssembler;
import com.johnsnowlabs.nlp.annotators.RegexTokenizer;
import com.johnsnowlabs.nlp.annotators.classifier.dl.BertForTokenClassification;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Our tuned BERT as a Spark NLP pipeline: from a column {@code text} to a column {@code label} with
 * one annotation per token, whose metadata hold the probability of every class.
 */
public final class Encoder {
  static final String TEXT = "text";
  static final String LABEL = "label";

  /** BERT's punctuation: Unicode's, and the symbols of ASCII, but not those beyond, such as €. */
  private static final String MARK = "[\\p{P}$+<=>^`|~]";

  /** White space, and either side of a mark: BERT's own basic tokens, which training used too. */
  private static final String TOKEN_ENDS = "\\s+|(?<=" + MARK + ")|(?=" + MARK + ")";

  private static final int LONGEST = 160;

  /**
   * int8 scales its inputs by the largest value of a batch, padding included: alone, a text has the
   * same probabilities in every run. Larger batches are hardly faster on a CPU.
   */
  private static final int BATCH = 1;

  private final PipelineModel pipeline;
  private final EncoderFolder folder;

  private Encoder(PipelineModel pipeline, EncoderFolder folder) {
    this.pipeline = pipeline;
    this.folder = folder;
  }

  /**
   * @param folder model.onnx, assets and SHA256SUMS
   * @throws org.newstide.NewstideException MODEL_UNTRUSTED where the sums do not fit the files
   */
  public static Encoder load(SparkSession spark, Path folder) {
    EncoderFolder verified = EncoderFolder.verified(folder);
    PipelineStage[] stages = {
      documents(), tokens(), classifier(spark, verified.path().toAbsolutePath().toString())
    };
    Dataset<Row> none = spark.createDataFrame(List.of(), StructType.fromDDL(TEXT + " string"));
    return new Encoder(new Pipeline().setStages(stages).fit(none), verified);
  }

  /**
   * Name and version of the model in a folder, without loading it.
   *
   * @throws org.newstide.NewstideException MODEL_UNTRUSTED where the sums do not fit the files
   */
  public static String verified(Path folder) {
    return EncoderFolder.verified(folder).model();
  }

  /** Name and version of the model. */
  public String model() {
    return folder.model();
  }

  /** SHA-256 of the model. */
  public String digest() {
    return folder.digest();
  }

  PipelineModel pipeline() {
    return pipeline;
  }

  private static DocumentAssembler documents() {
    DocumentAssembler documents = new DocumentAssembler();
    documents.setInputCol(TEXT);
    documents.setOutputCol("document");
    return documents;
  }

  private static RegexTokenizer tokens() {
    RegexTokenizer tokens = new RegexTokenizer();
    tokens.setInputCols(new String[] {"document"});
    tokens.setOutputCol("token");
    tokens.setPattern(TOKEN_ENDS);
    tokens.setToLowercase(false);
    tokens.setTrimWhitespace(true);
    tokens.setPreservePosition(true);
    return tokens;
  }

  private static BertForTokenClassification classifier(SparkSession spark, String folder) {
    BertForTokenClassification classifier =
        BertForTokenClassification.loadSavedModel(folder, spark);
    classifier.setInputCols(new String[] {"document", "token"});
    classifier.setOutputCol(LABEL);
    classifier.setCaseSensitive(false);
    classifier.setMaxSentenceLength(LONGEST);
    classifier.setBatchSize(BATCH);
    return classifier;
  }
}
