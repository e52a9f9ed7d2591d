package org.newstide.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionHashTest {
  @Test
  void equalTextsHashAlikeAndTheBorderOfTitleAndBodyCounts() {
    assertThat(hash("ab", "c")).isEqualTo(hash("ab", "c")).isNotEqualTo(hash("a", "bc"));
  }

  private static long hash(String title, String body) {
    return VersionHash.of(title.getBytes(UTF_8), body.getBytes(UTF_8));
  }
}
