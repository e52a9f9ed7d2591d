package org.newstide.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.linear.FeatureHash;
import org.newstide.mention.MaskedWords;
import org.newstide.mention.Mention;

/**
 * The words of a field, each with the hash of its stem. All numbers share one hash: which figure
 * stands between two names says nothing of their tie.
 *
 * @param stems the words without their inflections, which the cues are found by
 * @param hashes the hash of each stem
 * @param names the organisation that each word names, if any
 */
record FieldWords(
    Field field,
    MaskedWords words,
    List<String> stems,
    int[] hashes,
    List<Optional<String>> names) {
  private static final int NUMBER = FeatureHash.of("<number>");

  static FieldWords of(Document document, Field field, List<Mention> mentions) {
    MaskedWords words = MaskedWords.of(document, field, mentions);
    List<String> stems = new ArrayList<>(words.size());
    int[] hashes = new int[words.size()];
    List<Optional<String>> names = new ArrayList<>(words.size());
    for (int i = 0; i < hashes.length; i++) {
      String stem = CueLexicon.stem(words.at(i));
      stems.add(stem);
      hashes[i] = hash(stem);
      names.add(words.mentionAt(i).map(Mention::organisationId));
    }
    return new FieldWords(field, words, stems, hashes, names);
  }

  static int hash(String stem) {
    return Character.isDigit(stem.charAt(0)) ? NUMBER : FeatureHash.of(stem);
  }

  Optional<String> organisationAt(int index) {
    return names.get(index);
  }
}
