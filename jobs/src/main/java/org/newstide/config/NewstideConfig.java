package org.newstide.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

/**
 * The whole configuration, validated. Closed: an unknown key is an error.
 *
 * @param lakePath where the Delta tables live
 * @param inputs the corpora, in order
 * @param catalogPath folder of catalog YAML files
 * @param hash SHA-256 over all settings that change the result; the lake's place is none of them
 */
public record NewstideConfig(
    String lakePath,
    List<InputConfig> inputs,
    Path catalogPath,
    IngestConfig ingest,
    StoriesConfig stories,
    SentimentConfig sentiment,
    TrendsConfig trends,
    String hash) {

  /**
   * Reads a HOCON file, with some keys set over it.
   *
   * @throws NewstideException CONFIG_MISSING, CONFIG_SYNTAX, or CONFIG_INVALID with all problems at
   *     once
   */
  public static NewstideConfig load(Path file, Map<String, String> overrides) {
    if (!Files.isRegularFile(file)) {
      throw new NewstideException(
          ExitCode.USAGE_OR_CONFIG,
          "CONFIG_MISSING",
          "there is no such file",
          file.toString(),
          "Give one with --config, or start from conf/newstide.conf");
    }
    Config config = resolved(file, overrides);
    List<String> problems = new ArrayList<>();
    NewstideConfig read = read(new Reader(config, "", problems), config);
    if (!problems.isEmpty()) {
      throw new NewstideException(
          ExitCode.USAGE_OR_CONFIG,
          "CONFIG_INVALID",
          String.join("; ", problems),
          file.toString(),
          "Mend every point; conf/newstide.conf explains each key");
    }
    return read;
  }

  private static Config resolved(Path file, Map<String, String> overrides) {
    try {
      String home = System.getProperty("newstide.home", ".");
      Config over = ConfigFactory.parseMap(overrides, "--set");
      Config base = ConfigFactory.parseMap(Map.of("newstide.home", home), "newstide.home");
      return over.withFallback(ConfigFactory.parseFile(file.toFile()))
          .withFallback(base)
          .resolve()
          .withoutPath("newstide");
    } catch (ConfigException e) {
      throw new NewstideException(
          ExitCode.USAGE_OR_CONFIG,
          "CONFIG_SYNTAX",
          e.getMessage(),
          file.toString(),
          "Mend the line, or give the missing value with --set, such as --set corpus.path=DIR",
          e);
    }
  }

  private static NewstideConfig read(Reader reader, Config config) {
    Reader corpus = reader.at("corpus");
    corpus.optionalText("path");
    corpus.refuseUnknown();
    Reader lake = reader.at("lake");
    String lakePath = lake.text("path");
    lake.refuseUnknown();
    Reader catalog = reader.at("catalog");
    String catalogPath = catalog.text("path");
    catalog.refuseUnknown();
    NewstideConfig read =
        new NewstideConfig(
            lakePath,
            reader.list("inputs").stream().map(NewstideConfig::input).toList(),
            Path.of(catalogPath),
            ingest(reader.at("ingest")),
            stories(reader.at("stories")),
            sentiment(reader.at("sentiment")),
            trends(reader.at("trends")),
            hash(config));
    reader.refuseUnknown();
    return read;
  }

  private static InputConfig input(Reader reader) {
    Reader columns = reader.at("columns");
    InputConfig.Columns mapping =
        new InputConfig.Columns(
            columns.optionalText("url"),
            columns.optionalText("source"),
            columns.text("published_at"),
            columns.text("title"),
            columns.optionalText("body"),
            columns.optionalText("language"));
    columns.refuseUnknown();
    Reader date = reader.at("date");
    List<String> formats = date.texts("formats");
    ZoneId zone = date.<ZoneId>parsed("zone", "a time zone", ZoneId::of).orElse(ZoneOffset.UTC);
    date.refuseUnknown();
    InputConfig input =
        new InputConfig(
            reader.text("name"),
            reader
                .parsed(
                    "format",
                    "parquet, delta or json",
                    name -> InputConfig.Format.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(InputConfig.Format.PARQUET),
            reader.text("path"),
            mapping,
            formats,
            zone,
            reader.optionalText("filter"));
    reader.refuseUnknown();
    return input;
  }

  private static IngestConfig ingest(Reader reader) {
    IngestConfig ingest =
        new IngestConfig(
            reader.whole("max_document_bytes", 10 * 1024 * 1024, 1, Integer.MAX_VALUE),
            reader.parsed("as_of", "a day such as 2025-06-30", LocalDate::parse),
            reader
                .parsed("earliest", "a day such as 1990-01-01", LocalDate::parse)
                .orElse(LocalDate.of(1990, 1, 1)),
            reader.whole("future_days", 2, 0, 366));
    reader.refuseUnknown();
    return ingest;
  }

  private static StoriesConfig stories(Reader reader) {
    StoriesConfig stories =
        new StoriesConfig(
            reader.whole("window_days", 7, 0, 365), reader.fraction("min_similarity", 0.5));
    reader.refuseUnknown();
    return stories;
  }

  private static SentimentConfig sentiment(Reader reader) {
    SentimentConfig sentiment =
        new SentimentConfig(
            reader
                .parsed(
                    "engine",
                    "linear",
                    name -> SentimentConfig.Engine.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(SentimentConfig.Engine.LINEAR),
            reader.optionalText("model"));
    reader.refuseUnknown();
    return sentiment;
  }

  private static TrendsConfig trends(Reader reader) {
    TrendsConfig trends =
        new TrendsConfig(
            reader.whole("min_stories", 5, 2, 1000),
            reader.whole("lookback_weeks", 3, 0, 52),
            reader.whole("spike_weeks", 8, 3, 52));
    reader.refuseUnknown();
    return trends;
  }

  private static String hash(Config config) {
    String settings = config.withoutPath("lake").root().render(ConfigRenderOptions.concise());
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(settings.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
