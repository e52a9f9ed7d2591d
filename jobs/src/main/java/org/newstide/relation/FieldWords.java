package org.newstide.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.article.Sentence;
import org.newstide.linear.FeatureHash;
import org.newstide.mention.MaskedWords;
import org.newstide.mention.Mention;

/**
 * The words of a field, each with the hash of its stem. All numbers share one hash: which figure
 * stands between two names says nothing of their tie. A number and its unit are one word, whether
 * the text writes "2bn" or "2 billion".
 *
 * @param source the words as written, to which the sentences belong
 * @param words in lower case
 * @param stems the words without their inflections, which the cues are found by
 * @param hashes the hash of each stem
 * @param starts where each word begins, in UTF-16 units of the field
 * @param sentences the place of each word's sentence
 * @param names the organisation that each word names, if any
 */
record FieldWords(
    Field field,
    MaskedWords source,
    List<String> words,
    List<String> stems,
    int[] hashes,
    int[] starts,
    int[] sentences,
    List<Optional<String>> names) {
  private static final int NUMBER = FeatureHash.of("<number>");

  /** By this stem the cues know amounts. */
  private static final String AMOUNT_STEM = "billion";

  private static final Set<String> UNITS =
      Set.of("thousand", "million", "billion", "trillion", "mn", "bn", "tn");
  private static final Pattern GLUED =
      Pattern.compile("\\p{Nd}[\\p{Nd}.,]*(?:k|m|mn|mln|mm|b|bn|bln|t|tn|trn)");

  static FieldWords of(Document document, Field field, List<Mention> mentions) {
    MaskedWords source = MaskedWords.of(document, field, mentions);
    int size = source.size();
    List<String> words = new ArrayList<>(size);
    List<String> stems = new ArrayList<>(size);
    int[] hashes = new int[size];
    int[] starts = new int[size];
    int[] sentences = new int[size];
    List<Optional<String>> names = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      int at = words.size();
      String word = source.at(i);
      words.add(word);
      starts[at] = source.startOf(i);
      sentences[at] = source.sentenceAt(i);
      names.add(source.mentionAt(i).map(Mention::organisationId));
      boolean number = Character.isDigit(word.charAt(0));
      boolean unit = number && UNITS.contains(source.at(i + 1));
      boolean amount = unit || number && GLUED.matcher(word).matches();
      String stem = amount ? AMOUNT_STEM : CueLexicon.stem(word);
      stems.add(stem);
      hashes[at] = hash(stem);
      i += unit ? 1 : 0;
    }
    return new FieldWords(field, source, words, stems, hashes, starts, sentences, names);
  }

  static int hash(String stem) {
    return Character.isDigit(stem.charAt(0)) ? NUMBER : FeatureHash.of(stem);
  }

  int size() {
    return words.size();
  }

  /** The word in lower case; empty outside the field. */
  String at(int index) {
    return index < 0 || index >= words.size() ? "" : words.get(index);
  }

  int startOf(int index) {
    return starts[index];
  }

  /** The place of a word's sentence among the sentences of the field. */
  int sentenceAt(int index) {
    return sentences[index];
  }

  Sentence sentence(int place) {
    return source.sentence(place);
  }

  Optional<String> organisationAt(int index) {
    return names.get(index);
  }
}
