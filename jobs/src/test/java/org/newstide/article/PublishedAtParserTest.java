package org.newstide.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedAtParserTest {
  private static final PublishedAtParser PLAIN = new PublishedAtParser(List.of(), ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2018-12-28                      | 2018-12-28T00:00:00Z",
        "2026-08-22T19:00                | 2026-08-22T19:00:00Z",
        "2019-10-03T08:00:01Z            | 2019-10-03T08:00:01Z",
        "2019-03-11 11:34:04             | 2019-03-11T11:34:04Z",
        "2026-02-25T13:35:46+00:00       | 2026-02-25T13:35:46Z",
        "2026-02-08T19:12:17.20517       | 2026-02-08T19:12:17.205170Z",
        "2025-09-24T09:00:00.000Z        | 2025-09-24T09:00:00Z",
        "2026-02-15T01:42:23-04:00       | 2026-02-15T05:42:23Z",
        "2025-07-02T12:15:04+0000        | 2025-07-02T12:15:04Z",
        "2025-07-15T16:05+01:00          | 2025-07-15T15:05:00Z",
        "2026-03-17 10:00:00 +0000       | 2026-03-17T10:00:00Z",
        "2021-02-15 06:30:00Z            | 2021-02-15T06:30:00Z",
        "2026-11-22T23:59:59-08:00       | 2026-11-23T07:59:59Z",
        "2023-01-03 10:00:00 UTC         | 2023-01-03T10:00:00Z",
        "Tue, 3 Jan 2023 10:00:00 GMT    | 2023-01-03T10:00:00Z",
        "Tue, 03 Jan 2023 10:00:00 -0500 | 2023-01-03T15:00:00Z",
        "Tue, 03 Jan 2023 10:00:00 EST   | 2023-01-03T15:00:00Z",
        "Sun, 02 Jul 2023 19:30:00 EST   | 2023-07-03T00:30:00Z",
        "Sun, 02 Jul 2023 19:30:00 EDT   | 2023-07-02T23:30:00Z",
        "Tue, 03 Jan 2023 19:30:00 pdt   | 2023-01-04T02:30:00Z",
        "March 24, 2026                  | 2026-03-24T00:00:00Z",
        "Sep 4, 2024                     | 2024-09-04T00:00:00Z",
        "Sun Mar 22 2026 00:00:00        | 2026-03-22T00:00:00Z",
      })
  void formatsOfRealCorporaAreReadWithoutConfiguration(String text, Instant expected) {
    assertThat(PLAIN.parse(text)).contains(expected);
    assertThat(PLAIN.parse(" " + text + " ")).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "yesterday",
        "2023-02-30",
        "2023-13-01",
        "2023-01-01T25:00",
        "04/29/2026",
        "1700000000",
        "2026",
        "-",
        "2026-01-01T10:00Zjunk",
        "\u0000"
      })
  void whatIsNoCertainDateIsEmpty(String text) {
    assertThat(PLAIN.parse(text)).isEmpty();
  }

  @Test
  void nullAndEndlessTextAreEmpty() {
    assertThat(PLAIN.parse(null)).isEmpty();
    assertThat(PLAIN.parse("2".repeat(1_000_000))).isEmpty();
  }

  @Test
  void timesWithoutOffsetAreTakenInTheConfiguredZone() {
    PublishedAtParser tokyo = new PublishedAtParser(List.of(), ZoneId.of("Asia/Tokyo"));
    assertThat(tokyo.parse("2026-01-05 08:00:00")).contains(Instant.parse("2026-01-04T23:00:00Z"));
    assertThat(tokyo.parse("2026-01-05T08:00Z")).contains(Instant.parse("2026-01-05T08:00:00Z"));
  }

  /**
   * 2024-01-01 is the Monday of 2024-W01: read as Tokyo's midnight it would be a Sunday of 2023.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-01-01      | Asia/Tokyo          | 2024-W01",
        "2024-01-01      | America/Los_Angeles | 2024-W01",
        "01.01.2024      | Asia/Tokyo          | 2024-W01",
        "January 1, 2024 | Pacific/Kiritimati  | 2024-W01",
        "2024-12-29      | America/Los_Angeles | 2024-W52",
        "2024-12-30      | Asia/Tokyo          | 2025-W01",
      })
  void aDayAloneStaysInItsWeekWhateverTheZone(String day, ZoneId zone, String week) {
    PublishedAtParser parser = new PublishedAtParser(List.of("dd.MM.yyyy"), zone);
    Instant read = parser.parse(day).orElseThrow();
    assertThat(read).isEqualTo(read.truncatedTo(ChronoUnit.DAYS));
    assertThat(IsoWeek.of(read).label()).isEqualTo(week);
  }

  @Test
  void configuredFormatsGoFirstAndInOrder() {
    PublishedAtParser american =
        new PublishedAtParser(List.of("MM/dd/yyyy", "dd/MM/yyyy", "epoch"), ZoneOffset.UTC);
    assertThat(american.parse("04/05/2026")).contains(Instant.parse("2026-04-05T00:00:00Z"));
    assertThat(american.parse("29/04/2026")).contains(Instant.parse("2026-04-29T00:00:00Z"));
    assertThat(american.parse("1700000000")).contains(Instant.ofEpochSecond(1_700_000_000L));
    assertThat(american.parse("1700000000123")).contains(Instant.ofEpochMilli(1_700_000_000_123L));
    assertThat(american.parse("2026-04-05")).contains(Instant.parse("2026-04-05T00:00:00Z"));
  }

  @Test
  void malformedFormatIsRefusedWithItsText() {
    assertThatThrownBy(() -> new PublishedAtParser(List.of("yyyy-bb"), ZoneOffset.UTC))
        .hasMessageStartingWith("BAD_DATE_FORMAT: 'yyyy-bb' is not a date format");
  }

  @Test
  void parserTravelsToExecutors() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new PublishedAtParser(List.of("dd.MM.yyyy"), ZoneOffset.UTC));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      PublishedAtParser arrived = (PublishedAtParser) in.readObject();
      assertThat(arrived.parse("24.12.2025")).contains(Instant.parse("2025-12-24T00:00:00Z"));
    }
  }
}
