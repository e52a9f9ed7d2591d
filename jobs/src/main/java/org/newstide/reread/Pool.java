package org.newstide.reread;

import static org.apache.spark.sql.functions.udf;

import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.StructType;
import org.newstide.sentiment.Probabilities;

/** Whose verdict stands where the encoder has read. */
public enum Pool {
  ENCODER_ALONE {
    @Override
    Probabilities of(Probabilities first, Probabilities encoder, boolean isHeadline) {
      return encoder;
    }

    @Override
    public Column of(Column first, Column encoder, Column isHeadline) {
      return encoder;
    }

    @Override
    public String model(String first, String encoder) {
      return encoder;
    }
  },

  /**
   * The first reader's and the encoder's together. The encoder reads better, but errs elsewhere:
   * together they are better calibrated than it, and read headlines better than either, on articles
   * that neither was trained on (docs/decisions, a second reader).
   */
  BOTH {
    @Override
    Probabilities of(Probabilities first, Probabilities encoder, boolean isHeadline) {
      return first.pooled(encoder, isHeadline ? ENCODER_WEIGHT_IN_HEADLINES : ENCODER_WEIGHT);
    }

    @Override
    public Column of(Column first, Column encoder, Column isHeadline) {
      return POOLED.apply(first, encoder, isHeadline);
    }

    @Override
    public String model(String first, String encoder) {
      return first + "+" + encoder;
    }
  };

  /** Of the encoder in the pool; chosen on the articles kept apart of three labelled sets. */
  private static final double ENCODER_WEIGHT = 0.7;

  /** A headline has less of a sentence that the linear model could miss. */
  private static final double ENCODER_WEIGHT_IN_HEADLINES = 0.5;

  static final StructType VERDICT =
      StructType.fromDDL("p_negative double, p_neutral double, p_positive double");

  private static final UserDefinedFunction POOLED =
      udf(
          (UDF3<Row, Row, Boolean, Row>)
              (first, encoder, isHeadline) ->
                  row(BOTH.of(verdict(first), verdict(encoder), isHeadline)),
          VERDICT);

  abstract Probabilities of(Probabilities first, Probabilities encoder, boolean isHeadline);

  /**
   * The like for columns; none of them may be null.
   *
   * @param first a struct of p_negative, p_neutral and p_positive
   * @param encoder likewise
   * @param isHeadline see {@link org.newstide.sentiment.EncoderPassage#isHeadline}
   * @return likewise, in six decimals
   */
  public abstract Column of(Column first, Column encoder, Column isHeadline);

  /** The name that tables tell where the encoder has read. */
  public abstract String model(String first, String encoder);

  /** SHA-256 over the digests of both. */
  public static String digest(String first, String encoder) {
    return DigestUtils.sha256Hex(first + " " + encoder);
  }

  private static Probabilities verdict(Row row) {
    return new Probabilities(row.getDouble(0), row.getDouble(1), row.getDouble(2));
  }

  private static Row row(Probabilities exact) {
    Probabilities p = exact.rounded();
    return RowFactory.create(p.negative(), p.neutral(), p.positive());
  }
}
