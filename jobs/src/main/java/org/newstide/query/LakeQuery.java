package org.newstide.query;

import java.io.PrintWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.CallMethodViaReflection;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.DescribeRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import org.apache.spark.sql.catalyst.plans.logical.ScriptTransformation;
import org.apache.spark.sql.catalyst.plans.logical.ShowTables;
import org.apache.spark.sql.execution.CommandExecutionMode;
import org.newstide.ExitCode;
import org.newstide.NewstideException;
import org.newstide.table.Lake;
import org.newstide.table.LakeTable;
import org.newstide.table.PublishedTables;

/**
 * Reads the published tables of one lake by SQL. Each table is a view under its own name; a table
 * that has not been published yet is a view without rows. Nothing is ever written: whatever is no
 * query is refused before it is run, and so is a query that starts a program or calls Java.
 */
public final class LakeQuery {
  private final SparkSession spark;

  private LakeQuery(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * Registers the tables of a lake.
   *
   * @throws NewstideException LAKE_MISSING where there is none of them
   */
  public static LakeQuery over(SparkSession spark, Lake lake) {
    lake.published();
    PublishedTables tables = PublishedTables.of(lake);
    for (LakeTable table : LakeTable.values()) {
      tables.asTheyAre(table).createOrReplaceTempView(table.label());
    }
    return new LakeQuery(spark);
  }

  /**
   * The rows that one query gives, in its order.
   *
   * @param text one SELECT, WITH, VALUES, DESCRIBE or SHOW TABLES in Spark's SQL
   * @param place file or argument, for messages
   * @throws NewstideException SQL_UNREADABLE, SQL_NOT_A_QUERY, SQL_UNKNOWN_TABLE,
   *     SQL_UNKNOWN_COLUMN or SQL_INVALID
   */
  public Dataset<Row> rows(String text, String place) {
    try {
      LogicalPlan parsed = spark.sessionState().sqlParser().parsePlan(text);
      if (!(parsed instanceof DescribeRelation || parsed instanceof ShowTables)) {
        refuse(isCommand(parsed), place);
        // Some of Delta's statements turn into commands only here; nothing has been run yet.
        LogicalPlan analyzed =
            spark.sessionState().executePlan(parsed, CommandExecutionMode.SKIP()).analyzed();
        refuse(isCommand(analyzed) || reachesOut(analyzed), place);
      }
      return spark.sql(text);
    } catch (Exception e) {
      throw QueryErrors.named(e, place);
    }
  }

  /** Runs one query and prints its rows. */
  public void print(String text, String place, ResultFormat format, int mostRows, PrintWriter out) {
    Dataset<Row> rows = rows(text, place);
    try {
      format.print(rows, mostRows, out);
    } catch (Exception e) { // Spark throws checked ones that its signatures do not tell of
      throw QueryErrors.named(e, place);
    }
  }

  private static boolean isCommand(LogicalPlan plan) {
    return (boolean)
        plan.exists(node -> node instanceof Command || node instanceof ParsedStatement);
  }

  /**
   * Whether a query starts a program ({@code TRANSFORM ... USING}) or calls a Java method ({@code
   * reflect}), itself or in a subquery.
   */
  private static boolean reachesOut(LogicalPlan plan) {
    return (boolean)
        plan.exists(
            node ->
                node instanceof ScriptTransformation
                    || (boolean) node.expressions().exists(LakeQuery::callsOut));
  }

  private static boolean callsOut(Expression expression) {
    return (boolean)
        expression.exists(
            part ->
                part instanceof CallMethodViaReflection
                    || (part instanceof SubqueryExpression nested && reachesOut(nested.plan())));
  }

  private static void refuse(boolean isNoQuery, String place) {
    if (isNoQuery) {
      throw new NewstideException(
          ExitCode.USAGE_OR_CONFIG,
          "SQL_NOT_A_QUERY",
          "this statement would do something else than read",
          place,
          "Write a SELECT; `newstide sql` changes nothing");
    }
  }
}
