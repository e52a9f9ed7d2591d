package org.newstide.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.article.Sentence;
import org.newstide.mention.Mention;

/**
 * The title and so much of the text as a labelled item holds. Longer articles are read passage by
 * passage, so that the model meets what it was trained on, and time stays linear: a passage holds a
 * bounded number of names.
 *
 * @param parts the title's words and the text's, each from one index to another, end exclusive
 */
record TiePassage(List<Part> parts) {
  private static final int TITLE_WORDS = 60;
  private static final int TEXT_WORDS = 160;

  /** Some words of a field. */
  record Part(FieldWords field, int from, int to) {}

  /** A document as one passage, however long. */
  static TiePassage whole(Document document, List<Mention> mentions) {
    FieldWords title = FieldWords.of(document, Field.TITLE, mentions);
    FieldWords text = FieldWords.of(document, Field.TEXT, mentions);
    return new TiePassage(
        List.of(new Part(title, 0, title.size()), new Part(text, 0, text.size())));
  }

  /** The passages of a document in order; each begins with the last sentence of the one before. */
  static List<TiePassage> of(Document document, List<Mention> mentions) {
    FieldWords title = FieldWords.of(document, Field.TITLE, mentions);
    FieldWords text = FieldWords.of(document, Field.TEXT, mentions);
    Part head = new Part(title, 0, Math.min(TITLE_WORDS, title.size()));
    List<TiePassage> passages = new ArrayList<>();
    int from = 0;
    int to;
    do {
      to = end(text, from);
      passages.add(new TiePassage(List.of(head, new Part(text, from, to))));
      int lastSentence = sentenceStart(text, to, from);
      from = lastSentence > from ? lastSentence : to;
    } while (to < text.size());
    return passages;
  }

  /** Behind the last sentence that still fits; a sentence that alone is too long is cut. */
  private static int end(FieldWords words, int from) {
    int limit = Math.min(words.size(), from + TEXT_WORDS);
    if (limit == words.size()) {
      return limit;
    }
    int sentence = sentenceStart(words, limit + 1, from);
    return sentence > from ? sentence : limit;
  }

  /** The start of the sentence of the word before {@code to}, no earlier than {@code from}. */
  private static int sentenceStart(FieldWords words, int to, int from) {
    int at = to - 1;
    while (at > from && words.sentenceAt(at - 1) == words.sentenceAt(to - 1)) {
      at--;
    }
    return at;
  }

  SortedSet<String> organisations() {
    return organisations(parts);
  }

  /** Without those that only the title names. */
  SortedSet<String> organisationsOfText() {
    return organisations(parts.subList(1, 2));
  }

  private static SortedSet<String> organisations(List<Part> parts) {
    SortedSet<String> organisations = new TreeSet<>();
    for (Part part : parts) {
      for (int i = part.from(); i < part.to(); i++) {
        part.field().organisationAt(i).ifPresent(organisations::add);
      }
    }
    return organisations;
  }

  /** The couples of each pair: those within a sentence first, then the nearest first. */
  Map<OrganisationPair, List<Couple>> couples() {
    Map<OrganisationPair, List<Couple>> couples = new HashMap<>();
    for (Part part : parts) {
      Map<String, Integer> last = new HashMap<>();
      for (int i = part.from(); i < part.to(); i++) {
        int at = i;
        part.field()
            .organisationAt(i)
            .ifPresent(
                organisation -> {
                  last.forEach((other, first) -> add(couples, new Couple(part.field(), first, at)));
                  last.put(organisation, at);
                });
      }
    }
    couples.values().forEach(each -> each.sort(Couple.NEAREST_FIRST));
    return couples;
  }

  private static void add(Map<OrganisationPair, List<Couple>> couples, Couple couple) {
    if (couple.isNear() && !couple.firstOrganisation().equals(couple.secondOrganisation())) {
      couples.computeIfAbsent(couple.pair(), pair -> new ArrayList<>()).add(couple);
    }
  }

  /** A word of a field. */
  record Place(FieldWords words, int at) {
    Sentence sentence() {
      return words.sentence(words.sentenceAt(at));
    }
  }

  /** Where the passage last names one of the two. */
  Place lastName(OrganisationPair pair) {
    for (int p = parts.size() - 1; p >= 0; p--) {
      FieldWords field = parts.get(p).field();
      for (int i = parts.get(p).to() - 1; i >= parts.get(p).from(); i--) {
        if (field.organisationAt(i).filter(pair::has).isPresent()) {
          return new Place(field, i);
        }
      }
    }
    throw new IllegalArgumentException("The passage names neither of " + pair);
  }

  /** How often an organisation is named in a part: 0 the title, 1 the text. */
  int names(int part, String organisation) {
    Part searched = parts.get(part);
    int names = 0;
    for (int i = searched.from(); i < searched.to(); i++) {
      if (searched.field().organisationAt(i).filter(organisation::equals).isPresent()) {
        names++;
      }
    }
    return names;
  }
}
