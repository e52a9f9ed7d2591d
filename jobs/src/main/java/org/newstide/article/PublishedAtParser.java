package org.newstide.article;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the dates that corpora write. Besides the configured patterns it knows ISO 8601 with and
 * without zone, time or 'T', RFC 1123, and {@code epoch} seconds or milliseconds where configured.
 * A date without a time is its midnight.
 */
public final class PublishedAtParser implements Serializable {
  private static final long serialVersionUID = 1;
  private static final String EPOCH = "epoch";
  private static final List<DateTimeFormatter> STANDARD =
      List.of(
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern("yyyy-M-d[['T'][' ']H:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS]][ ]")
              .appendOptional(DateTimeFormatter.ofPattern("XXX"))
              .appendOptional(DateTimeFormatter.ofPattern("XX"))
              .appendOptional(DateTimeFormatter.ofPattern("z", Locale.ROOT))
              .toFormatter(Locale.ROOT),
          DateTimeFormatter.RFC_1123_DATE_TIME,
          DateTimeFormatter.ofPattern("EEE, d MMM yyyy H:mm:ss z", Locale.US));

  private final List<String> patterns;
  private final ZoneId zone;
  private transient List<DateTimeFormatter> formatters;

  /**
   * @param patterns java.time patterns in English, tried first; or {@code epoch}
   * @param zone of dates that name none
   */
  public PublishedAtParser(List<String> patterns, ZoneId zone) {
    this.patterns = List.copyOf(patterns);
    this.zone = zone;
  }

  /** The instant, or empty where no format fits. */
  public Optional<Instant> parse(String raw) {
    String text = raw.strip();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (patterns.contains(EPOCH) && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return epoch(text);
    }
    for (DateTimeFormatter formatter : formatters()) {
      try {
        return Optional.of(instant(formatter.parse(text)));
      } catch (DateTimeException e) {
        continue; // the next format may fit
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> epoch(String digits) {
    if (digits.length() > 13) {
      return Optional.empty();
    }
    long value = Long.parseLong(digits);
    return Optional.of(
        digits.length() > 10 ? Instant.ofEpochMilli(value) : Instant.ofEpochSecond(value));
  }

  private Instant instant(TemporalAccessor parsed) {
    LocalDate day = LocalDate.from(parsed);
    LocalTime time = parsed.query(TemporalQueries.localTime());
    ZoneId named = parsed.query(TemporalQueries.zone());
    return LocalDateTime.of(day, time == null ? LocalTime.MIDNIGHT : time)
        .atZone(named == null ? zone : named)
        .toInstant();
  }

  private List<DateTimeFormatter> formatters() {
    if (formatters == null) {
      List<DateTimeFormatter> all = new ArrayList<>();
      patterns.stream()
          .filter(pattern -> !pattern.equals(EPOCH))
          .forEach(pattern -> all.add(DateTimeFormatter.ofPattern(pattern, Locale.US)));
      all.addAll(STANDARD);
      formatters = all;
    }
    return formatters;
  }
}
