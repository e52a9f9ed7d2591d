package org.newstide.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": 1}{\"a\": 2}",
        "{\"a\": \"}\"} {\"a\": 2}",
        "{\"a\": {\"b\": 1}}, {\"a\": 2}",
        "{'a': '\\'}'} rest",
        "{\"a\": 1}}"
      })
  void whatFollowsTheFirstObjectIsSeen(String line) {
    assertThat(JsonRows.holdsMore(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\": 1}",
        "  {\"a\": \"{}}\"}  ",
        "{\"a\": \"it's\", \"b\": [{}, {\"c\": {}}]}\t",
        "{\"a\": \"\\\\\"}",
        "{\"a\": 1",
        "[1, 2] 3",
        "no JSON",
        ""
      })
  void anObjectAloneIsWholeAndWhatIsNoneIsLeftToTheParser(String line) {
    assertThat(JsonRows.holdsMore(line)).isFalse();
  }
}
