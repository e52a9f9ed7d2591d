package org.newstide.report;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.newstide.catalog.Catalog;
import org.newstide.catalog.Entity;
import org.newstide.config.TrendsConfig;
import org.newstide.table.LakeTable;
import org.newstide.table.PublishedTables;
import org.newstide.table.PublishedWeeks;

/** Reads what the figures rest on: the corpus, the models, what was refused, the newest run. */
final class NotesReader {
  private static final int SOURCES = 12;

  private final PublishedTables tables;
  private final PublishedWeeks weeks;

  NotesReader(PublishedTables tables, PublishedWeeks weeks) {
    this.tables = tables;
    this.weeks = weeks;
  }

  ReportData.Notes notes(
      Catalog catalog, List<ReportData.Entity> entities, long evidenceFound, TrendsConfig trends) {
    Dataset<Row> corpus = tables.rows(LakeTable.CORPUS_WEEK).where(weeks.condition());
    Dataset<Row> ledger = tables.rows(LakeTable.RUNS).where("status = 'PUBLISHED'");
    Optional<Row> newest =
        ledger.orderBy(functions.desc("sequence")).limit(1).collectAsList().stream().findFirst();
    return new ReportData.Notes(
        newest.map(NotesReader::inputs).orElse(List.of()),
        corpus.selectExpr("coalesce(sum(exact_duplicates), 0L)").head().getLong(0),
        corpus.select("source").distinct().count(),
        counts(corpus, "quarantined"),
        counts(
            tables
                .rows(LakeTable.ENTITY_WEEK)
                .where(weeks.condition())
                .where("level = 'organisation'")
                .dropDuplicates("week_start", "entity_id"),
            "mentions_by_model"),
        sources(corpus),
        neverNamed(catalog, entities),
        evidenceFound,
        trends.minStories(),
        trends.spikeWeeks(),
        newest.map(row -> row.getAs("as_of").toString()).orElse(""),
        newest.map(row -> row.<String>getAs("code_version")).orElse(""),
        ledger.count());
  }

  private static List<String> inputs(Row run) {
    return run.<Row>getList(run.fieldIndex("inputs")).stream()
        .map(input -> input.<String>getAs("input"))
        .toList();
  }

  /** Sums a column of maps, key by key; zeros are left out. */
  private static Map<String, Long> counts(Dataset<Row> rows, String column) {
    Map<String, Long> counts = new TreeMap<>();
    rows.select(functions.explode(functions.col(column)))
        .groupBy("key")
        .agg(functions.sum("value"))
        .collectAsList()
        .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  private static List<ReportData.SourceCount> sources(Dataset<Row> corpus) {
    return corpus
        .groupBy("source")
        .agg(
            functions.sum("articles_accepted").as("accepted"),
            functions.sum("articles_matched").as("matched"))
        .orderBy(functions.desc("accepted"), functions.col("source"))
        .limit(SOURCES)
        .collectAsList()
        .stream()
        .map(row -> new ReportData.SourceCount(row.getString(0), row.getLong(1), row.getLong(2)))
        .toList();
  }

  private static List<String> neverNamed(Catalog catalog, List<ReportData.Entity> entities) {
    Set<String> known = new HashSet<>();
    entities.stream().filter(ReportData.Entity::inWeeks).forEach(entity -> known.add(entity.id()));
    return catalog.entities().stream()
        .filter(Entity::isOrganisation)
        .filter(entity -> !known.contains(entity.id()))
        .map(Entity::name)
        .sorted()
        .toList();
  }
}
