package org.newstide.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.newstide.Version;
import org.newstide.article.PublishedAtParser;
import org.newstide.catalog.Catalog;
import org.newstide.config.IngestConfig;
import org.newstide.config.InputConfig;
import org.newstide.config.InputConfig.Format;
import org.newstide.ingest.CorpusReader;
import org.newstide.ingest.InputContract;
import org.newstide.reading.ArticleReader;
import org.newstide.sentiment.TargetedSentiment;

/**
 * Ingest and extract: one pass over the text of all inputs, staged. Nothing later reads the corpus
 * again.
 */
final class ExtractStage {
  static final String NAME = "extract";
  static final String STAGED = "staged";

  private final SparkSession spark;
  private final RunPlan plan;

  ExtractStage(SparkSession spark, RunPlan plan) {
    this.spark = spark;
    this.plan = plan;
  }

  RunManifest run(Staging staging) {
    Catalog catalog = Catalog.load(plan.config().catalogPath());
    TargetedSentiment sentiment = SentimentEngines.of(plan.config().sentiment());
    List<InputConfig> inputs = plan.config().inputs();
    List<InputContract.Checked> checked = inputs.stream().map(this::checked).toList();
    SecondReading second = SecondReading.of(spark, plan.config().sentiment());
    staging.claim();
    ArticleReader reader = new ArticleReader(catalog, sentiment);
    // Moving rows between cores reads them, too.
    InputErrors.of(inputs, checked)
        .run(() -> staging.write(STAGED, staged(inputs, checked, reader)));
    second.run(staging);
    RunManifest manifest =
        manifest(
                inputs,
                checked,
                catalog,
                second.model(reader.sentimentModel()),
                second.modelDigest(reader.modelDigest()))
            .identified();
    staging.writeManifest(NAME, manifest);
    return manifest;
  }

  private InputContract.Checked checked(InputConfig input) {
    return InputErrors.of(input).call(() -> InputContract.check(spark, input));
  }

  Dataset<Row> staged(
      List<InputConfig> inputs, List<InputContract.Checked> checked, ArticleReader articles) {
    Broadcast<ArticleReader> reader =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(articles);
    IngestConfig ingest = plan.config().ingest();
    InputPartitions partitions = new InputPartitions(spark);
    Dataset<Row> staged = null;
    for (int i = 0; i < inputs.size(); i++) {
      InputConfig input = inputs.get(i);
      ReadArticles.Rules rules =
          new ReadArticles.Rules(
              input.name(),
              new PublishedAtParser(input.dateFormats(), input.zone()),
              ingest.earliest(),
              plan.asOf().plusDays(ingest.futureDays()),
              plan.weeks().orElse(WeekRange.EVERY),
              SecondReading.isAsked(plan.config().sentiment()));
      InputContract.Checked files = checked.get(i);
      Dataset<Row> raw =
          CorpusReader.read(partitions.sessionFor(files), input, files, ingest.maxDocumentBytes());
      JavaRDD<Row> read =
          partitions
              .spread(raw, files)
              .queryExecution()
              .toRdd()
              .toJavaRDD()
              .mapPartitions(new ReadArticles(rules, reader));
      Dataset<Row> rows = spark.createDataFrame(read, Staged.SCHEMA);
      staged = staged == null ? rows : staged.union(rows);
    }
    return staged;
  }

  private RunManifest manifest(
      List<InputConfig> inputs,
      List<InputContract.Checked> checked,
      Catalog catalog,
      String model,
      String modelHash) {
    List<RunManifest.Input> read = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      read.add(fingerprint(inputs.get(i), checked.get(i)));
      notes.addAll(checked.get(i).notes());
    }
    return new RunManifest(
        "",
        plan.weeksLabel(),
        plan.asOf().toString(),
        read,
        notes,
        plan.config().hash(),
        catalog.hash(),
        model,
        modelHash,
        Version.CURRENT);
  }

  private RunManifest.Input fingerprint(InputConfig input, InputContract.Checked checked) {
    String files =
        checked.files().stream()
            .map(file -> file.path() + " " + file.size())
            .sorted()
            .collect(Collectors.joining("\n"));
    return new RunManifest.Input(
        input.name(),
        input.path(),
        checked.version().map(String::valueOf).orElseGet(() -> DigestUtils.sha256Hex(files)),
        checked.files().size(),
        checked.bytes(),
        rows(input, checked));
  }

  /**
   * Counts rows from the files' own metadata, apart from extraction: conservation is checked
   * against it.
   */
  private long rows(InputConfig input, InputContract.Checked checked) {
    if (input.format() == Format.JSON || input.filter().isPresent()) {
      return -1;
    }
    return checked
        .rows()
        .orElseGet(
            () ->
                InputErrors.of(List.of(input), List.of(checked))
                    .call(
                        () -> CorpusReader.read(spark, input, checked, Integer.MAX_VALUE).count()));
  }
}
