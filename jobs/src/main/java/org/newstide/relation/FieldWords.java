package org.newstide.relation;

import java.util.List;
import java.util.Optional;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.mention.Mention;

/**
 * The words of a field, each with the hash of its stem. All numbers share one hash: which figure
 * stands between two names says nothing of their tie.
 */
record FieldWords(Field field, MaskedWords words, int[] stems) {
  private static final int NUMBER = FeatureHash.of("<number>");

  static FieldWords of(Document document, Field field, List<Mention> mentions) {
    MaskedWords words = MaskedWords.of(document, field, mentions);
    int[] stems = new int[words.size()];
    for (int i = 0; i < stems.length; i++) {
      String word = words.at(i);
      stems[i] = Character.isDigit(word.charAt(0)) ? NUMBER : FeatureHash.of(CueLexicon.stem(word));
    }
    return new FieldWords(field, words, stems);
  }

  Optional<String> organisationAt(int index) {
    return words.mentionAt(index).map(Mention::organisationId);
  }
}
