package org.newstide.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportPageTest {
  private static final Pattern DATA =
      Pattern.compile(
          "<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

  @Test
  void hostileTextsStayJsonAndEndNoElement() throws Exception {
    String page = ReportPage.of(SampleReport.hostile());

    String data = dataOf(page);
    assertThat(data).doesNotContain("<");
    JsonNode evidence = new ObjectMapper().readTree(data).get("evidence");
    assertThat(evidence.get(0).get("sentence").asText()).isEqualTo(SampleReport.HOSTILE);
    assertThat(page.split("</script>", -1)).as("data, charts and script, and no fourth").hasSize(4);
  }

  @Test
  void aTextThatReadsLikeAPlaceholderStaysAsItIs() throws Exception {
    String data = dataOf(ReportPage.of(SampleReport.hostile()));
    assertThat(
            new ObjectMapper().readTree(data).get("spikes").get(0).get("top").get(0).get("title"))
        .hasToString("\"{{script}} {{charts}} $1 \\\\\"");
  }

  @Test
  void loadsNothingFromAnywhere() {
    String page = ReportPage.of(SampleReport.hostile());
    String own = page.replaceAll("(?s)<script.*?</script>", "");
    assertThat(own)
        .contains("default-src 'none'")
        .doesNotContain("src=\"", "@import", "url(", "http://", "https://");
  }

  /** A year of sixty organisations, sixty offerings and full evidence. */
  @Test
  void aYearOfSixtyOrganisationsStaysUnderThreeMegabytes() {
    byte[] page = ReportPage.of(SampleReport.large()).getBytes(StandardCharsets.UTF_8);
    assertThat(page.length).isBetween(1_500_000, 3_000_000);
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/a?b=1, true",
    "HTTP://example.org, true",
    "javascript:alert(1), false",
    "data:text/html;x, false",
    "//example.org/a, false",
    "/relative, false",
    "https:/no-host, false",
    "https://exa mple.org, false",
  })
  void onlyAddressesOfTheWebBecomeLinks(String url, boolean isLink) {
    assertThat(WebAddress.orNull(url) != null).isEqualTo(isLink);
  }

  private static String dataOf(String page) {
    Matcher data = DATA.matcher(page);
    assertThat(data.find()).isTrue();
    return data.group(1);
  }
}
