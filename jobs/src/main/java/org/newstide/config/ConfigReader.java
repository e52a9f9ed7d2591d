package org.newstide.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

/** Turns HOCON into {@link NewstideConfig}, noting every problem before it gives up. */
final class ConfigReader {
  private static final Pattern INPUT_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  /**
   * A secret may hold slashes. What follows the colon of host:9000/ is a port, and an @ behind it
   * part of a name; buckets have no ports, but secrets that begin with digits and a slash.
   */
  private static final Pattern PASSWORD_IN_PATH =
      Pattern.compile("^(s3[an]?://[^/]*:|\\w+://[^/]*:(?!\\d{1,5}/))[^@]*@");

  private static final int MOST_DOCUMENT_BYTES = 256 * 1024 * 1024;

  private final Problems problems = new Problems();

  private ConfigReader() {}

  static NewstideConfig read(Path file, Map<String, String> overrides) {
    ConfigReader reader = new ConfigReader();
    NewstideConfig config = reader.read(reader.root(file, overrides));
    reader.problems.throwIfAny(file.toString());
    return config;
  }

  static Optional<Path> catalogPath(Path file, Map<String, String> overrides) {
    try {
      Section catalog = new ConfigReader().root(file, overrides).section("catalog");
      return catalog.optionalText("path").map(Path::of);
    } catch (NewstideException noConfiguration) {
      return Optional.empty();
    }
  }

  private Section root(Path file, Map<String, String> overrides) {
    Config resolved =
        Substitutions.resolve(
            overriding(overrides)
                .withFallback(parse(file))
                .withFallback(ConfigFactory.parseResources(ConfigReader.class, "defaults.conf"))
                .withFallback(home()),
            problems);
    return new Section(resolved.root(), "", problems);
  }

  private static Config parse(Path file) {
    try {
      return ConfigFactory.parseFile(
          file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
    } catch (ConfigException.IO e) {
      throw new NewstideException(
          ExitCode.USAGE_OR_CONFIG,
          "CONFIG_MISSING",
          "the configuration file cannot be read",
          file.toString(),
          "Give one with --config, or start from conf/newstide.conf",
          e);
    } catch (ConfigException e) {
      // The library's message quotes the text around the error, which may be a secret; so does the
      // cause, which therefore stays behind.
      String place = e.origin() == null ? file.toString() : Problems.place(e.origin());
      throw new NewstideException(
          ExitCode.USAGE_OR_CONFIG,
          "CONFIG_SYNTAX",
          "no valid HOCON at or before this line",
          place,
          "Correct the line; conf/newstide.conf shows the form");
    }
  }

  private static Config home() {
    String home = System.getProperty("newstide.home", ".");
    return ConfigFactory.parseMap(Map.of("newstide.home", home), "system property");
  }

  private Config overriding(Map<String, String> overrides) {
    Config config = ConfigFactory.empty();
    for (Map.Entry<String, String> entry : new TreeMap<>(overrides).entrySet()) {
      String origin = "--set " + entry.getKey();
      try {
        ConfigValue value = overridingValue(entry.getValue(), origin);
        config = ConfigFactory.parseMap(Map.of(entry.getKey(), value), origin).withFallback(config);
      } catch (ConfigException invalid) {
        problems.add(config.origin(), origin, "neither key nor value may break HOCON's rules");
      }
    }
    return config;
  }

  private static ConfigValue overridingValue(String value, String origin) {
    if (value.startsWith("[") || value.startsWith("{")) {
      ConfigParseOptions named = ConfigParseOptions.defaults().setOriginDescription(origin);
      return ConfigFactory.parseString("value = " + value, named).getValue("value");
    }
    return ConfigValueFactory.fromAnyRef(value, origin);
  }

  private NewstideConfig read(Section root) {
    String lake = only(root.section("lake"), ConfigReader::path);
    String catalog = only(root.section("catalog"), ConfigReader::path);
    List<InputConfig> inputs = inputs(root);
    corpusAndHome(root, inputs);
    IngestConfig ingest = ingest(root.section("ingest"));
    StoriesConfig stories = stories(root.section("stories"));
    SentimentConfig sentiment = sentiment(root.section("sentiment"));
    TrendsConfig trends = trends(root.section("trends"));
    root.close();
    String hash =
        ConfigHash.of(
            Map.of(
                "inputs", inputs,
                "ingest", ingest,
                "stories", stories,
                "sentiment", sentiment,
                "trends", trends));
    return new NewstideConfig(
        lake, inputs, Path.of(catalog), ingest, stories, sentiment, trends, hash);
  }

  private static String only(Section section, Function<Section, String> key) {
    String value = key.apply(section);
    section.close();
    return value;
  }

  /** These two blocks only serve substitutions in other values. */
  private static void corpusAndHome(Section root, List<InputConfig> inputs) {
    Section corpus = root.section("corpus");
    corpus
        .optionalText("path")
        .filter(path -> inputs.stream().noneMatch(input -> input.path().contains(path)))
        .ifPresent(
            path ->
                corpus.problem("path", "no input of this configuration reads it; give --config"));
    corpus.close();
    Section home = root.section("newstide");
    home.optionalText("home");
    home.close();
  }

  private List<InputConfig> inputs(Section root) {
    Set<String> names = new HashSet<>();
    return root.sections("inputs").stream()
        .map(
            section -> {
              InputConfig input = input(section);
              if (!names.add(input.name()) && !input.name().isEmpty()) {
                section.problem("name", "stands at another input too");
              }
              return input;
            })
        .toList();
  }

  private InputConfig input(Section section) {
    String name = section.text("name");
    if (!name.isEmpty() && !INPUT_NAME.matcher(name).matches()) {
      section.problem("name", "must be up to 64 letters, digits, _ or -");
    }
    Section date = section.section("date");
    InputConfig input =
        new InputConfig(
            name,
            section.choice("format", InputConfig.Format.class),
            path(section),
            columns(section.section("columns")),
            formats(date),
            date.parsed("zone", ZoneId::of, "a time zone such as UTC or Europe/Berlin")
                .orElse(ZoneOffset.UTC),
            section.optionalText("filter"));
    date.close();
    section.close();
    return input;
  }

  private static InputConfig.Columns columns(Section section) {
    InputConfig.Columns columns =
        new InputConfig.Columns(
            section.optionalText("url"),
            section.optionalText("source"),
            section.text("published_at"),
            section.text("title"),
            section.optionalText("body"),
            section.optionalText("language"));
    section.close();
    return columns;
  }

  private static List<String> formats(Section date) {
    List<String> formats = date.texts("formats");
    if (!formats.stream().allMatch(ConfigReader::isDatePattern)) {
      date.problem("formats", "must be patterns of java.time.format.DateTimeFormatter, or epoch");
    }
    return formats;
  }

  private static boolean isDatePattern(String format) {
    try {
      return format.equals("epoch")
          || !DateTimeFormatter.ofPattern(format, Locale.ENGLISH).toString().isEmpty();
    } catch (IllegalArgumentException invalid) {
      return false;
    }
  }

  private static IngestConfig ingest(Section section) {
    IngestConfig ingest =
        new IngestConfig(
            section.integer("max_document_bytes", 1024, MOST_DOCUMENT_BYTES),
            day(section, "as_of"),
            section.required("earliest", day(section, "earliest"), LocalDate.EPOCH),
            section.integer("future_days", 0, 366));
    section.close();
    return ingest;
  }

  private static StoriesConfig stories(Section section) {
    StoriesConfig stories =
        new StoriesConfig(
            section.integer("window_days", 0, 365), section.decimal("min_similarity", 0, 1));
    section.close();
    return stories;
  }

  private static SentimentConfig sentiment(Section section) {
    Section cascade = section.section("cascade");
    SentimentConfig sentiment =
        new SentimentConfig(
            section.choice("engine", SentimentConfig.Engine.class),
            section.optionalText("model"),
            Path.of(section.text("encoder")),
            new SentimentConfig.Cascade(
                cascade.decimal("margin", 0, 1), cascade.integer("budget", 1, 1_000_000)));
    cascade.close();
    section.close();
    return sentiment;
  }

  private static TrendsConfig trends(Section section) {
    TrendsConfig trends =
        new TrendsConfig(
            section.integer("min_stories", 2, 1000),
            section.integer("lookback_weeks", 0, 52),
            section.integer("spike_weeks", 3, 52));
    section.close();
    return trends;
  }

  private static Optional<LocalDate> day(Section section, String key) {
    return section.parsed(key, LocalDate::parse, "a day such as 2026-10-05");
  }

  private static String path(Section section) {
    String place = section.text("path");
    if (PASSWORD_IN_PATH.matcher(place).find()) {
      section.problem("path", "must hold no password; give it to the file system's own settings");
      return "";
    }
    return place;
  }
}
