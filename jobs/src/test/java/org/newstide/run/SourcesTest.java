package org.newstide.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourcesTest {
  @Test
  void theCorpusOwnNameComesFirst() {
    assertThat(name(" Reuters ", "https://www.site.example/a", "rss")).isEqualTo("Reuters");
  }

  @Test
  void theHostNamesASourceThatHasNoName() {
    assertThat(name("", "https://www.site.example:8080/a?b#c", "rss")).isEqualTo("site.example");
  }

  @Test
  void aHostIsOneSourceHoweverItIsWritten() {
    assertThat(name("", "HTTPS://WWW.Site.Example/a", "rss")).isEqualTo("site.example");
  }

  @Test
  void theInputNamesASourceWithoutNameAndHost() {
    assertThat(name("", "no address", "rss")).isEqualTo("rss");
    assertThat(name("", "https:///path", "rss")).isEqualTo("rss");
  }

  private static String name(String source, String url, String input) {
    return Sources.name(source, url.getBytes(StandardCharsets.UTF_8), input);
  }
}
