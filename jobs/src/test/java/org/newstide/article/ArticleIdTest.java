package org.newstide.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleIdTest {
  @ParameterizedTest
  @CsvSource({
    "HTTPS://News.Example/A?id=7#top, https://news.example/A?id=7",
    "https://news.example:443/a?utm_source=x&utm_medium=y, https://news.example/a",
    "https://news.example/a?ns_mchannel=rss&ns_campaign=1490&ito=1490, https://news.example/a",
    "https://news.example/a?at_medium=RSS&p=2&at_campaign=K, https://news.example/a?p=2",
    "https://news.example/a?src=rss, https://news.example/a",
    "https://news.example/a?src=map, https://news.example/a?src=map",
    "https://news.example, https://news.example/",
    "https://news.example?fbclid=1, https://news.example/",
    "urn:news:1, urn:news:1",
    "https://App.example/#/news/1, https://app.example/#/news/1",
    "https://app.example/a?utm_source=x#!news/1?p=2, https://app.example/a#!news/1?p=2",
    "https://news.example/a?p=2#/1#top, https://news.example/a?p=2#/1#top",
  })
  void addressesOfTheSamePageHaveOneSpelling(String url, String expected) {
    assertThat(CanonicalUrl.of(url)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://news.example/a",
        "https://News.example/a",
        "https://news.example:443/a",
        "https://news.example/a?utm_source=x",
        "https://news.example/a?",
        "https://news.example/a?&p=2&&ITO=1&x",
        "https://news.example/a?src=RSS&p=é&src=map",
        "https://news.example/a?p=2#top",
        "https://news.example/?p=2 ",
        "https://news.example/a#top",
        "https://news.example/a#!/1",
        "https://news.example",
        " https://news.example/a ",
        "https://news.example/été",
        "urn:news:1",
        "http://n.example/A B",
        "HTTP://news.example/",
        "://news.example/",
        "",
      })
  void bytesGiveTheIdOfTheString(String url) {
    assertThat(ArticleId.of(url.getBytes(StandardCharsets.UTF_8))).isEqualTo(ArticleId.of(url));
  }

  @Test
  void idHas32HexDigitsOfTheAddress() {
    ArticleId id = ArticleId.of("https://news.example/a");
    assertThat(id.toString()).matches("[0-9a-f]{32}");
    assertThat(ArticleId.of(" https://NEWS.example/a?utm_source=z")).isEqualTo(id);
    assertThat(ArticleId.of("https://news.example/b")).isNotEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        " -- ",
        "\u2014",
        "...",
        "?",
        "#",
        "NA",
        "n/a",
        " N/A\n",
        "N.A.",
        "#N/A",
        "<NA>",
        "nan",
        "NaN",
        "-nan",
        "nil",
        "Null",
        "NULL",
        "(null)",
        "\\N",
        "None",
        "undefined",
        "Unknown",
        "missing",
        "https://",
        "about:blank",
        "------------",
        "————"
      })
  void wordsForNothingAreNoAddress(String url) {
    assertThat(AbsentAddress.is(url.getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://news.example/a",
        "https://n.example/none",
        "example.com/a",
        "//n.example/x",
        "/2024/01/02/none.html",
        "urn:news:1",
        "0",
        "17",
        "NA-17",
        "a1",
        "nankai",
        "été",
        "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
        "20240102030405-17",
      })
  void whateverTellsArticlesApartIsAnAddress(String url) {
    assertThat(AbsentAddress.is(url.getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  @Test
  void withoutAnAddressSourceAndWordsNameTheArticle() {
    ArticleId id = ArticleId.of("wire", "AWS grows", "It grew.");
    assertThat(ArticleId.of("Wire", "AWS  grows!", "it grew")).isEqualTo(id);
    assertThat(ArticleId.of("other", "AWS grows", "It grew.")).isNotEqualTo(id);
    assertThat(ArticleId.of("wire", "AWS grows it", "grew.")).isNotEqualTo(id);
  }

  @Test
  void contentHashIgnoresCasePunctuationAndWhiteSpaceOnly() {
    String hash = ContentHash.of("Été à Paris", "“AWS” grew 20%.");
    assertThat(ContentHash.of("été  à Paris", "\"aws\" grew 20 %")).isEqualTo(hash);
    assertThat(ContentHash.of("été à Paris", "aws grew 21%")).isNotEqualTo(hash);
    assertThat(ContentHash.of("", "")).isEqualTo(ContentHash.of("", " "));
  }

  @Test
  void longTextsAndLoneSurrogatesAreHashed() {
    String body = "Ünï ".repeat(50_000) + "\uD800";
    assertThat(ContentHash.of("t", body)).isEqualTo(ContentHash.of("t", body.strip()));
    assertThat(ContentHash.of("t", body)).isNotEqualTo(ContentHash.of("t", body + "x"));
  }
}
