package org.newstide.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.xxhash64;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tells whether two tables hold the same rows, however these are split over files.
 *
 * @param rows how many
 * @param digest sum of XXH64 over the rows as JSON, modulo 2^64, in hex: the order of rows does not
 *     matter
 */
public record ContentDigest(long rows, String digest) {
  public static ContentDigest of(Dataset<Row> table) {
    Row sums =
        table
            .select(to_json(struct(col("*"))).as("json"))
            .agg(count(lit(1)), sum(xxhash64(col("json")).cast("decimal(20,0)")))
            .head();
    BigInteger sum =
        sums.isNullAt(1) ? BigInteger.ZERO : sums.<BigDecimal>getAs(1).toBigIntegerExact();
    return new ContentDigest(sums.getLong(0), String.format(Locale.ROOT, "%016x", sum.longValue()));
  }
}
