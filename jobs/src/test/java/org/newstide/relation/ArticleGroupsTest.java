package org.newstide.relation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.newstide.article.Document;

class ArticleGroupsTest {
  private static final String RUN = "one two three four five six seven eight";

  @Test
  void itemsThatShareARunOfEightWordsAreOneGroup() {
    assertThat(groups("a b c", RUN + " nine", "zero " + RUN)).containsExactly(0, 1, 1);
  }

  @Test
  void sevenSharedWordsAreNoRun() {
    String seven = "one two three four five six seven";
    assertThat(groups(seven + " up", seven + " down")).containsExactly(0, 1);
  }

  @Test
  void whatManyItemsShareIsBoilerplate() {
    assertThat(groups(RUN, RUN, RUN, RUN, RUN, RUN)).containsExactly(0, 1, 2, 3, 4, 5);
  }

  private static int[] groups(String... texts) {
    List<Document> documents =
        Stream.of(texts).map(text -> new Document("", text, Optional.empty())).toList();
    return ArticleGroups.of(documents);
  }
}
