package org.newstide.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.newstide.ExitCode;
import org.newstide.Nearest;
import org.newstide.NewstideException;
import org.newstide.config.InputConfig;

/** Where an input's columns and filter come from, held against the corpus' own columns. */
final class Mapping {
  private static final String URL = "url";
  private static final String PUBLISHED_AT = "published_at";
  private static final String TITLE = "title";
  private static final String FILTER = "filter";
  private static final int LONGEST_MESSAGE = 200;
  private static final Set<DataType> DATES =
      Set.of(
          DataTypes.StringType,
          DataTypes.LongType,
          DataTypes.IntegerType,
          DataTypes.DateType,
          DataTypes.TimestampType,
          DataTypes.TimestampNTZType);

  private final SparkSession spark;
  private final InputConfig input;

  Mapping(SparkSession spark, InputConfig input) {
    this.spark = spark;
    this.input = input;
  }

  /** A column by its name, whatever letters the name has; anything else is an expression. */
  static Column column(String mapping, StructType schema) {
    return named(mapping, schema)
        .map(name -> col("`" + name.replace("`", "``") + "`"))
        .orElseGet(() -> expr(mapping));
  }

  /** The corpus' column of that very name, in the corpus' spelling. */
  static Optional<String> named(String mapping, StructType schema) {
    return Arrays.stream(schema.fieldNames())
        .filter(name -> name.equalsIgnoreCase(mapping.strip()))
        .findFirst();
  }

  static boolean isNumber(DataType type) {
    return type.equals(DataTypes.LongType) || type.equals(DataTypes.IntegerType);
  }

  /** What the configuration maps, by its key. */
  Map<String, String> fields() {
    InputConfig.Columns columns = input.columns();
    Map<String, String> fields = new LinkedHashMap<>();
    columns.url().ifPresent(sql -> fields.put(URL, sql));
    columns.source().ifPresent(sql -> fields.put("source", sql));
    fields.put(PUBLISHED_AT, columns.publishedAt());
    fields.put(TITLE, columns.title());
    columns.body().ifPresent(sql -> fields.put("body", sql));
    columns.language().ifPresent(sql -> fields.put("language", sql));
    return fields;
  }

  /** Every field with its source and the type of that. */
  Map<String, String> described(StructType schema) {
    Dataset<Row> none = spark.createDataFrame(List.of(), schema);
    Map<String, String> described = new LinkedHashMap<>();
    fields()
        .forEach(
            (key, sql) ->
                described.put(
                    key, sql + " (" + typeOf(sql, none).sql().toLowerCase(Locale.ROOT) + ")"));
    return described;
  }

  /**
   * The corpus' columns that the mapping and the filter read. What is no expression reads none:
   * {@link #problems} tells of it.
   */
  Set<String> columnsRead(StructType schema) {
    Set<String> read = new LinkedHashSet<>();
    expressions().forEach((key, sql) -> read.addAll(columnsRead(key, sql, schema)));
    return read;
  }

  /** Of these the columns that are a field of the article by themselves. */
  Set<String> wholeColumns(StructType schema) {
    Set<String> whole = new LinkedHashSet<>();
    fields().values().forEach(sql -> named(sql, schema).ifPresent(whole::add));
    return whole;
  }

  /**
   * Sets of columns, of each of which a file must hold one. A file without any title, date or,
   * where they are mapped, addresses holds something else than articles; without bodies, languages
   * or sources it may still hold headlines.
   */
  List<Set<String>> requiredColumns(StructType schema) {
    Map<String, String> fields = fields();
    return Stream.of(URL, PUBLISHED_AT, TITLE)
        .filter(fields::containsKey)
        .map(key -> columnsRead(key, fields.get(key), schema))
        .filter(columns -> !columns.isEmpty())
        .toList();
  }

  /** In lower case, every name that may turn out to be a column read, before any is known. */
  Set<String> possibleColumns() {
    Set<String> names = new LinkedHashSet<>();
    for (String sql : expressions().values()) {
      names.add(sql.strip());
      names.addAll(attributesIfAny(sql));
    }
    return lower(names);
  }

  static Set<String> lower(Set<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /** Everything in which the mapping does not fit these columns. */
  List<NewstideException> problems(StructType schema, String place) {
    List<NewstideException> problems = new ArrayList<>();
    Dataset<Row> none = spark.createDataFrame(List.of(), schema);
    expressions()
        .forEach(
            (key, sql) -> {
              try {
                List<NewstideException> absent =
                    absent(key, columnsOf(key, sql, schema), schema, place);
                problems.addAll(absent);
                if (absent.isEmpty()) {
                  type(key, sql, none).ifPresent(problem -> problems.add(retyped(problem, place)));
                }
              } catch (NewstideException e) {
                problems.add(e);
              } catch (Exception e) {
                problems.add(invalid(key, message(e), e));
              }
            });
    if (hasUnreadableNumbers(none)) {
      problems.add(invalid(PUBLISHED_AT, "holds numbers, and date.formats names no form", null));
    }
    return problems;
  }

  private Map<String, String> expressions() {
    Map<String, String> all = new LinkedHashMap<>();
    fields().forEach((key, sql) -> all.put("columns." + key, sql));
    input.filter().ifPresent(sql -> all.put(FILTER, sql));
    return all;
  }

  private List<NewstideException> absent(
      String key, Set<String> names, StructType schema, String place) {
    List<String> known = List.of(schema.fieldNames());
    return names.stream()
        .filter(name -> named(name, schema).isEmpty())
        .map(
            name ->
                new NewstideException(
                    ExitCode.INPUT_REJECTED,
                    "SCHEMA_MISSING_COLUMN",
                    String.format(
                        "there is no column %s for %s; did you mean %s? The columns are %s",
                        name, key, Nearest.to(name, known), String.join(", ", known)),
                    place,
                    "Mend the file, or the columns of input " + input.name()))
        .toList();
  }

  /** What is wrong with the type of a field, if anything is. */
  private Optional<String> type(String key, String sql, Dataset<Row> none) {
    if (key.equals(FILTER)) {
      none.where(sql);
      return Optional.empty();
    }
    DataType type = typeOf(sql, none);
    if (key.endsWith(PUBLISHED_AT)) {
      return DATES.contains(type)
          ? Optional.empty()
          : Optional.of(key + " is " + type.sql() + ", neither text, date, time nor whole number");
    }
    boolean isText = type.equals(DataTypes.StringType) || type.equals(DataTypes.BinaryType);
    return isText || type.equals(DataTypes.NullType)
        ? Optional.empty()
        : Optional.of(key + " is " + type.sql() + ", not text");
  }

  private static DataType typeOf(String sql, Dataset<Row> none) {
    return none.select(column(sql, none.schema()).as("field")).schema().apply(0).dataType();
  }

  /** No date that is read by itself is made of digits alone. */
  private boolean hasUnreadableNumbers(Dataset<Row> none) {
    try {
      return input.dateFormats().isEmpty() && isNumber(typeOf(input.columns().publishedAt(), none));
    } catch (Exception alreadyReported) {
      return false;
    }
  }

  private Set<String> columnsRead(String key, String sql, StructType schema) {
    Set<String> read = new LinkedHashSet<>();
    try {
      names(key, sql, schema).forEach(name -> named(name, schema).ifPresent(read::add));
    } catch (ParseException noExpression) {
      return Set.of();
    }
    return read;
  }

  private Set<String> columnsOf(String key, String sql, StructType schema) {
    try {
      return names(key, sql, schema);
    } catch (ParseException e) {
      throw invalid(key, "is no Spark SQL expression", e);
    }
  }

  private Set<String> names(String key, String sql, StructType schema) throws ParseException {
    Optional<String> name = named(sql, schema);
    return name.isPresent() && !key.equals(FILTER) ? Set.of(name.get()) : attributes(sql);
  }

  private Set<String> attributesIfAny(String sql) {
    try {
      return attributes(sql);
    } catch (ParseException aNameAlone) {
      return Set.of();
    }
  }

  private Set<String> attributes(String sql) throws ParseException {
    Set<String> names = new LinkedHashSet<>();
    collect(spark.sessionState().sqlParser().parseExpression(sql), names);
    return names;
  }

  /** Adds the names of the columns that an expression reads. */
  static void collect(Expression expression, Set<String> names) {
    if (expression instanceof UnresolvedAttribute attribute) {
      names.add(attribute.nameParts().head());
    }
    scala.collection.JavaConverters.seqAsJavaList(expression.children())
        .forEach(child -> collect(child, names));
  }

  private NewstideException retyped(String problem, String place) {
    return new NewstideException(
        ExitCode.INPUT_REJECTED,
        "SCHEMA_TYPE_MISMATCH",
        problem,
        place,
        "Mend the file, or cast the column in input " + input.name());
  }

  private NewstideException invalid(String key, String problem, Exception cause) {
    return new NewstideException(
        ExitCode.USAGE_OR_CONFIG,
        "CONFIG_INVALID",
        problem,
        "input " + input.name() + ": " + (key.equals(PUBLISHED_AT) ? "columns." + key : key),
        key.equals(PUBLISHED_AT)
            ? "Set date.formats to [\"epoch\"], or to the pattern of the digits"
            : "Give a column name or a Spark SQL expression over the corpus' columns",
        cause);
  }

  /** Spark's own words, without the plan that follows them. */
  private static String message(Exception failure) {
    String text =
        failure instanceof AnalysisException analysis
            ? analysis.getSimpleMessage()
            : String.valueOf(failure.getMessage());
    String line = text.lines().findFirst().orElse("").replaceAll("[.;]?\\s*(line \\d+.*)?$", "");
    return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE);
  }
}
