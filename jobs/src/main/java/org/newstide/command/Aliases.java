package org.newstide.command;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.newstide.ExitCode;
import org.newstide.Nearest;
import org.newstide.NewstideException;
import org.newstide.catalog.Catalog;
import org.newstide.catalog.Entity;
import org.newstide.config.NewstideConfig;
import org.newstide.table.Lake;
import org.newstide.table.LakeTable;
import org.newstide.table.PublishedTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows by which names each entity was found, and how far to trust them. */
@Command(
    name = "aliases",
    header = "Show by which names each entity was found, and how far to trust them.",
    description = {
      "Show by which names each entity was found: mentions, share of the entity's mentions,",
      "estimated precision (the mean of match_confidence), and the least certain examples."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  newstide aliases --lake lake",
      "  newstide aliases --lake lake --entity claude --examples 10"
    })
final class Aliases implements Callable<Integer> {
  private static final int ROWS = 1000;
  private static final int EXAMPLE_LENGTH = 160;

  @Spec private CommandSpec spec;
  @Mixin private CommonOptions options;

  @Option(
      names = "--entity",
      paramLabel = "ID",
      description = "Only this entity, or the offerings of this organisation.")
  private String entity;

  @Option(
      names = "--examples",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Sentences per name, of different articles, the least certain first (default:"
              + " ${DEFAULT-VALUE}).")
  private int examples;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Bounds.atLeast(0, "--examples", examples, 1, "BAD_EXAMPLES");
    NewstideConfig config = options.load();
    String lakePath = config.lakePath();
    try (SparkSession spark = SparkSessions.open("aliases")) {
      Lake lake = new Lake(spark, lakePath);
      if (!lake.published().contains(LakeTable.MENTIONS)) {
        out.println("No mentions have been published in " + lake.path() + " yet.");
        return 0;
      }
      Dataset<Row> names =
          audit(wanted(PublishedTables.of(lake).rows(LakeTable.MENTIONS)), examples);
      if (names.isEmpty()) {
        if (entity != null) {
          requireKnown(Catalog.load(config.catalogPath()));
        }
        String whose = entity == null ? "" : " of " + entity;
        out.println("No mention" + whose + " in " + lake.path() + ".");
        return 0;
      }
      out.println(names.showString(ROWS, 0, false));
    }
    return 0;
  }

  /** Most likely mistyped: then silence would read as "nobody named it". */
  private void requireKnown(Catalog catalog) {
    List<String> known = catalog.entities().stream().map(Entity::id).toList();
    if (!known.contains(entity)) {
      throw new NewstideException(
          ExitCode.USAGE_OR_CONFIG,
          "UNKNOWN_ENTITY",
          "'" + entity + "' is no entity of the catalog",
          "--entity",
          "Did you mean " + Nearest.to(entity, known) + "? The catalog holds all names");
    }
  }

  private Dataset<Row> wanted(Dataset<Row> mentions) {
    return entity == null
        ? mentions
        : mentions.where(
            col("entity_id").equalTo(entity).or(col("organisation_id").equalTo(entity)));
  }

  /**
   * One row per entity and name as written.
   *
   * @param mentions the table
   * @param examples sentences per name, the least certain first, of different articles
   */
  static Dataset<Row> audit(Dataset<Row> mentions, int examples) {
    return ranked(mentions)
        .groupBy("entity_id", "surface")
        .agg(
            count(lit(1)).as("mentions"),
            countDistinct("article_id").as("articles"),
            round(avg("match_confidence"), 3).as("estimated_precision"),
            leastCertain(examples).as("least_certain"))
        .withColumn(
            "share_of_entity",
            concat(
                round(
                        col("mentions")
                            .multiply(100.0)
                            .divide(sum("mentions").over(Window.partitionBy("entity_id"))),
                        1)
                    .cast("string"),
                lit("%")))
        .select(
            "entity_id",
            "surface",
            "mentions",
            "share_of_entity",
            "articles",
            "estimated_precision",
            "least_certain")
        .orderBy(col("entity_id"), desc("mentions"), col("surface"));
  }

  /** Adds {@code doubt}: 1, 2, ... in each article's least certain mention, null in its others. */
  private static Dataset<Row> ranked(Dataset<Row> mentions) {
    WindowSpec ofArticle = Window.partitionBy("entity_id", "surface", "article_id");
    Column isFirst = col("place").equalTo(1);
    WindowSpec ofName = Window.partitionBy(col("entity_id"), col("surface"), isFirst);
    return mentions
        .withColumn("place", row_number().over(leastCertainFirst(ofArticle)))
        .withColumn("doubt", when(isFirst, row_number().over(leastCertainFirst(ofName))));
  }

  private static WindowSpec leastCertainFirst(WindowSpec mentions) {
    return mentions.orderBy("match_confidence", "mention_id");
  }

  private static Column leastCertain(int examples) {
    Column ranked =
        collect_list(
            when(col("doubt").leq(examples), struct(col("doubt"), example().as("sentence"))));
    return array_join(array_distinct(array_sort(ranked).getField("sentence")), " | ");
  }

  private static Column example() {
    return expr("translate(substring(sentence, 1, " + EXAMPLE_LENGTH + "), '\\n\\t', '  ')");
  }
}
