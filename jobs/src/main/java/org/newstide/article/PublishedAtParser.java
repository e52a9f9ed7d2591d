package org.newstide.article;

import java.io.Serial;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newstide.ExitCode;
import org.newstide.NewstideException;

/**
 * Reads the dates that corpora give as text. It tries the configured formats first and in their
 * order, then ISO dates and times (a {@code T} or a space between them; seconds, fraction and
 * offset optional), RFC 1123 ({@code Tue, 3 Jan 2023 10:00:00 GMT}) and dates in English words
 * ({@code March 24, 2026}). A time without an offset is taken in the given zone. A day alone stays
 * that day whatever the zone: it is read as its start in UTC, since its start in Tokyo would lie in
 * the day before, and a Monday's in the week before. Days that no calendar has, such as 30
 * February, are not read.
 *
 * <p>{@code EST} and its like are offsets, as RFC 822 defines them, in summer too.
 *
 * <p>Dates in digits and slashes are ambiguous and are read by a configured format only.
 */
public final class PublishedAtParser implements Serializable {
  /** Configured in place of a pattern: seconds or milliseconds since 1970, in digits. */
  public static final String EPOCH = "epoch";

  @Serial private static final long serialVersionUID = 1L;

  /** Seconds reach this bound in the year 5138, milliseconds passed it in 1973. */
  private static final long SMALLEST_MILLIS = 100_000_000_000L;

  private static final int LONGEST_EPOCH = 14;
  private static final int LONGEST_DATE = 64;

  private static final DateTimeFormatter ISO =
      strict(
          new DateTimeFormatterBuilder()
              .append(DateTimeFormatter.ISO_LOCAL_DATE)
              .appendPattern("[['T'][' ']HH:mm[:ss")
              .optionalStart()
              .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
              .optionalEnd()
              .appendPattern("][' '][XXX][XX][X][z]]"));

  private static final List<DateTimeFormatter> IN_WORDS =
      List.of(
          pattern("[EEE, ]d [MMMM][MMM] yyyy[ HH:mm[:ss][' '][XXX][XX][z]]"),
          pattern("[MMMM][MMM] d, yyyy[ HH:mm[:ss]][ h:mm a]"),
          pattern("EEE [MMMM][MMM] d yyyy[ HH:mm:ss][' '][XX][z]"),
          pattern("EEE [MMMM][MMM] d HH:mm:ss z yyyy"));

  private static final Pattern NORTH_AMERICAN =
      Pattern.compile("\\b([ECMP])([SD])T\\b", Pattern.CASE_INSENSITIVE);
  private static final Map<Character, Integer> STANDARD_HOURS =
      Map.of('E', -5, 'C', -6, 'M', -7, 'P', -8);

  private final List<String> formats;
  private final ZoneId zone;
  private final transient List<DateTimeFormatter> configured;
  private final transient boolean epoch;

  /**
   * @param formats {@link DateTimeFormatter} patterns in English, or {@link #EPOCH}; may be empty
   * @param zone where times without an offset were written
   * @throws NewstideException {@code BAD_DATE_FORMAT} where a format is none
   */
  public PublishedAtParser(List<String> formats, ZoneId zone) {
    this.formats = List.copyOf(formats);
    this.zone = zone;
    this.epoch = formats.contains(EPOCH);
    this.configured =
        formats.stream()
            .filter(format -> !format.equals(EPOCH))
            .map(PublishedAtParser::configuredPattern)
            .toList();
  }

  /** The instant that a text names; empty where it is null or no date in a known format. */
  public Optional<Instant> parse(String text) {
    String date = text == null ? "" : text.strip();
    if (date.isEmpty() || date.length() > LONGEST_DATE) {
      return Optional.empty();
    }
    if (epoch && isEpoch(date)) {
      return Optional.of(ofEpoch(Long.parseLong(date)));
    }
    Optional<Instant> instant = firstOf(configured, date);
    if (instant.isPresent()) {
      return instant;
    }
    return Character.isDigit(date.charAt(0)) && date.indexOf('-') == 4
        ? read(ISO, date)
        : firstOf(IN_WORDS, date);
  }

  private Optional<Instant> firstOf(List<DateTimeFormatter> candidates, String date) {
    for (DateTimeFormatter format : candidates) {
      Optional<Instant> instant = read(format, date);
      if (instant.isPresent()) {
        return instant;
      }
    }
    return Optional.empty();
  }

  private Optional<Instant> read(DateTimeFormatter format, String date) {
    try {
      return Optional.of(
          toInstant(
              format.parseBest(date, ZonedDateTime::from, LocalDateTime::from, LocalDate::from),
              date));
    } catch (DateTimeException otherFormat) {
      return Optional.empty();
    }
  }

  private Instant toInstant(TemporalAccessor parsed, String date) {
    if (parsed instanceof ZonedDateTime zoned) {
      return namedOffset(date)
          .map(offset -> zoned.toLocalDateTime().toInstant(offset))
          .orElseGet(zoned::toInstant);
    }
    return parsed instanceof LocalDateTime local
        ? local.atZone(zone).toInstant()
        : LocalDate.from(parsed).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Java takes EST for the time of New York, and so in summer for EDT. */
  private static Optional<ZoneOffset> namedOffset(String date) {
    Matcher name = NORTH_AMERICAN.matcher(date);
    if (!name.find()) {
      return Optional.empty();
    }
    int standard = STANDARD_HOURS.get(Character.toUpperCase(name.group(1).charAt(0)));
    boolean isSummer = Character.toUpperCase(name.group(2).charAt(0)) == 'D';
    return Optional.of(ZoneOffset.ofHours(isSummer ? standard + 1 : standard));
  }

  private static boolean isEpoch(String date) {
    return date.length() <= LONGEST_EPOCH && date.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static Instant ofEpoch(long count) {
    return count < SMALLEST_MILLIS ? Instant.ofEpochSecond(count) : Instant.ofEpochMilli(count);
  }

  private static DateTimeFormatter configuredPattern(String format) {
    try {
      return pattern(format);
    } catch (IllegalArgumentException malformed) {
      throw new NewstideException(
          ExitCode.USAGE_OR_CONFIG,
          "BAD_DATE_FORMAT",
          "'" + format + "' is not a date format: " + malformed.getMessage(),
          "",
          "Write it like yyyy-MM-dd HH:mm:ss, or write " + EPOCH,
          malformed);
    }
  }

  private static DateTimeFormatter pattern(String pattern) {
    return strict(
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(pattern)
            // A strict formatter else refuses 'yyyy', the year of an era that nobody writes.
            .parseDefaulting(ChronoField.ERA, 1));
  }

  private static DateTimeFormatter strict(DateTimeFormatterBuilder builder) {
    return builder.toFormatter(Locale.US).withResolverStyle(ResolverStyle.STRICT);
  }

  /** Formatters do not serialise: they are built again where the parser arrives. */
  @Serial
  private Object readResolve() {
    return new PublishedAtParser(formats, zone);
  }
}
