package org.newstide.reread;

import com.johnsnowlabs.nlp.annotators.classifier.dl.BertForTokenClassification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.newstide.SparkExtension;

/**
 * Texts a second of an encoder in Spark NLP, warm, two tasks of one ONNX thread each, by batch size
 * and by how lengths are mixed: distinct texts of 56 word pieces in the mean, [CLS] and [SEP] among
 * them, with two organisations. Arguments: the encoder's folder, texts (default 2000), rounds
 * (default 5).
 */
public final class EncoderBench {
  private static final int WORDS = 54;
  private static final List<Integer> BATCHES = List.of(1, 8, 32);

  /** How the lengths of a batch's texts differ. */
  private enum Lengths {
    EQUAL,
    MIXED,
    SORTED;

    /** Words of the i-th of so many texts: all alike, or from 14 to 94. */
    int words(int i, int texts) {
      return switch (this) {
        case EQUAL -> WORDS;
        case MIXED -> WORDS - 40 + i * 37 % 81;
        case SORTED -> WORDS - 40 + i * 81 / texts;
      };
    }
  }

  private EncoderBench() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int texts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2000;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    try (SparkSession spark = SparkExtension.start()) {
      Encoder encoder = Encoder.load(spark, folder);
      for (Lengths lengths : Lengths.values()) {
        Dataset<Row> passages = passages(spark, words(folder), texts, lengths).cache();
        passages.count();
        for (int batch : BATCHES) {
          classifier(encoder).setBatchSize(batch);
          double seconds = median(encoder, passages, texts, rounds);
          System.out.printf(
              Locale.ROOT,
              "%s: %,d texts of 56 word pieces, %s, in batches of %d: %.0f a second%n",
              encoder.model(),
              texts,
              lengths.name().toLowerCase(Locale.ROOT),
              batch,
              texts / seconds);
        }
      }
    }
  }

  private static BertForTokenClassification classifier(Encoder encoder) {
    return (BertForTokenClassification) encoder.pipeline().stages()[2];
  }

  private static double median(Encoder encoder, Dataset<Row> passages, int texts, int rounds) {
    double[] seconds = new double[rounds];
    for (int round = 0; round <= rounds; round++) {
      long start = System.nanoTime();
      long judged = Rereading.judge(encoder, passages).where("size(judged) = 2").count();
      if (judged != texts) {
        throw new IllegalStateException(judged + " of " + texts + " texts were judged");
      }
      if (round > 0) {
        seconds[round - 1] = (System.nanoTime() - start) / 1e9;
      }
    }
    Arrays.sort(seconds);
    return seconds[rounds / 2];
  }

  private static Dataset<Row> passages(
      SparkSession spark, List<String> words, int texts, Lengths lengths) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < texts; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = 0; j < lengths.words(i, texts); j++) {
        text.append(words.get((i * 7 + j * (i % 13 + 1) * 31) % words.size())).append(' ');
      }
      int second = text.indexOf(" ") + 1;
      Object[] spans = {
        RowFactory.create("first", 0, second - 1),
        RowFactory.create("second", second, text.indexOf(" ", second))
      };
      rows.add(RowFactory.create(String.valueOf(i), text.toString().strip(), spans));
    }
    return spark.createDataFrame(
        rows,
        StructType.fromDDL(
            "key string, text string,"
                + " spans array<struct<organisation_id:string, start:int, end:int>>"));
  }

  /** Frequent words of the vocabulary: each is one word piece. */
  private static List<String> words(Path folder) throws IOException {
    return Files.readAllLines(folder.resolve("assets/vocab.txt")).stream()
        .skip(2000)
        .filter(word -> word.matches("[a-z]{3,}"))
        .limit(4001)
        .toList();
  }
}
