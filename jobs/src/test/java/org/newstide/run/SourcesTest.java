package org.newstide.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourcesTest {
  @Test
  void theCorpusOwnNameComesFirst() {
    assertThat(Sources.name(" Reuters ", "https://www.site.example/a", "rss")).isEqualTo("Reuters");
  }

  @Test
  void theHostNamesASourceThatHasNoName() {
    assertThat(Sources.name("", "https://www.site.example:8080/a?b#c", "rss"))
        .isEqualTo("site.example");
  }

  @Test
  void theInputNamesASourceWithoutNameAndHost() {
    assertThat(Sources.name("", "no address", "rss")).isEqualTo("rss");
    assertThat(Sources.name("", "https:///path", "rss")).isEqualTo("rss");
  }
}
