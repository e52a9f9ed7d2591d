package org.newstide.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SparkSessionsTest {
  private static final String DELTA = "io.delta.sql.DeltaSparkSessionExtension";

  @Test
  void deltaJoinsTheExtensionsOfTheUserOnce() {
    assertThat(SparkSessions.withDelta("")).isEqualTo(DELTA);
    assertThat(SparkSessions.withDelta("a.Own")).isEqualTo("a.Own," + DELTA);
    assertThat(SparkSessions.withDelta(DELTA + ", a.Own")).isEqualTo(DELTA + ",a.Own");
  }
}
