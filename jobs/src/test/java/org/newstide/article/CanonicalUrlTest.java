package org.newstide.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CanonicalUrlTest {
  @Provide
  Arbitrary<String> address() {
    Arbitrary<String> scheme = Arbitraries.of("http", "HTTPS", "https", "ftp");
    Arbitrary<String> host =
        Arbitraries.of("News.Example", "news.example:443", "news.example:80", "a:443:443", "");
    Arbitrary<String> path = Arbitraries.of("", "/", "/A/b", "/a//b/", "/a;x=1", "/100%");
    Arbitrary<String> query =
        Arbitraries.of("p=2", "utm_source=x", "src=rss", "src=map", "", "x", "fbclid=1", "a=b=c")
            .list()
            .ofMaxSize(4)
            .map(parameters -> parameters.isEmpty() ? "" : "?" + String.join("&", parameters));
    Arbitrary<String> fragment = Arbitraries.of("", "#top", "#a?b", "#", "#/a", "#!b?c=1#d");
    return Combinators.combine(scheme, host, path, query, fragment)
        .as((s, h, p, q, f) -> s + "://" + h + p + q + f);
  }

  @Property
  void theOneSpellingIsItsOwnSpelling(@ForAll("address") String url) {
    String once = CanonicalUrl.of(url);
    assertThat(CanonicalUrl.of(once)).isEqualTo(once);
  }

  @Property
  void bytesHaveTheSpellingOfTheString(@ForAll("address") String url) {
    byte[] utf8 = url.getBytes(StandardCharsets.UTF_8);
    assertThat(new String(CanonicalUrl.of(utf8), StandardCharsets.UTF_8))
        .isEqualTo(CanonicalUrl.of(url));
  }

  @Property
  void anyTextHasOneSpelling(@ForAll String text) {
    String once = CanonicalUrl.of(text);
    assertThat(CanonicalUrl.of(once)).isEqualTo(once);
  }

  @Property
  void whereTheReaderCameFromDoesNotMatter(@ForAll("address") String url) {
    String address = url.substring(0, url.indexOf('#') < 0 ? url.length() : url.indexOf('#'));
    String tracked = address + (address.contains("?") ? "&" : "?") + "utm_medium=feed#section";
    assertThat(CanonicalUrl.of(tracked)).isEqualTo(CanonicalUrl.of(address));
  }
}
