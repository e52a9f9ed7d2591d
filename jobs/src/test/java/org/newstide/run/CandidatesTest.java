package org.newstide.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.newstide.article.Document;
import org.newstide.catalog.Catalog;
import org.newstide.ingest.RawArticle;
import org.newstide.reading.ArticleReader;
import org.newstide.reading.Reading;
import org.newstide.sentiment.LinearSentiment;

class CandidatesTest {
  private static final ArticleReader READER =
      new ArticleReader(
          Catalog.load(Path.of(System.getProperty("newstide.root"), "conf", "catalog")),
          LinearSentiment.bundled());
  private static final List<String> TEXTS =
      List.of(
          "Microsoft sued OpenAI, and Amazon Web Services lost customers.",
          "The rain in the Amazon fell on nobody.",
          "AWS held 31% of the cloud market, Synergy said. NVIDIA partnered with Oracle.");

  private final Candidates candidates = new Candidates();

  private void add(String text) {
    add(text, text.getBytes(StandardCharsets.UTF_8));
  }

  private void add(String text, byte[] body) {
    Document document = new Document("", text, Optional.empty());
    byte[] none = {};
    RawArticle raw = new RawArticle("file", none, "wire", "", 0L, none, body, "en", false, 0L, "");
    candidates.add(new Candidates.Candidate(raw, new Staged.Dated("wire", 0, 0, 0), document));
  }

  private List<Optional<Reading>> readings() {
    return candidates.readAll(READER).stream().map(Candidates.Read::reading).toList();
  }

  @Test
  void articlesAreReadTogetherAsEachIsAlone() {
    TEXTS.forEach(this::add);

    assertThat(readings())
        .isEqualTo(
            TEXTS.stream()
                .map(text -> READER.read(new Document("", text, Optional.empty())))
                .map(Optional::of)
                .toList())
        .anySatisfy(reading -> assertThat(reading.orElseThrow().claims()).isNotEmpty())
        .anySatisfy(reading -> assertThat(reading.orElseThrow().relations()).isNotEmpty())
        .anySatisfy(reading -> assertThat(reading.orElseThrow().mentions()).isEmpty());
    assertThat(readings()).as("they wait no longer").isEmpty();
  }

  @Test
  void anArticleWithTooManyNamesIsNotReadWhateverTheyMean() {
    add(TEXTS.get(0));
    add("Microsoft ".repeat(5_001));
    add("Nova ".repeat(20_000) + TEXTS.get(0));

    assertThat(readings()).hasSize(3).satisfiesOnlyOnce(reading -> assertThat(reading).isPresent());
  }

  @Test
  void sixtyFourArticlesOrAMillionRawBytesAreEnough() {
    for (int i = 0; i < 63; i++) {
      add(TEXTS.get(1));
    }
    assertThat(candidates.isFull()).isFalse();
    add(TEXTS.get(1));
    assertThat(candidates.isFull()).isTrue();
    readings();
    assertThat(candidates.isFull()).isFalse();
    add("little text in much mark-up", new byte[1 << 20]);
    assertThat(candidates.isFull()).isTrue();
  }
}
