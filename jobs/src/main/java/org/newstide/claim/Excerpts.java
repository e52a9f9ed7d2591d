package org.newstide.claim;

import java.util.ArrayList;
import java.util.List;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.article.Sentence;
import org.newstide.mention.Mention;

/**
 * The parts of a text that can state a share: sentences with a figure, and the few before each that
 * it may build on. Most of a long article is never read word by word.
 */
final class Excerpts {
  private static final int BEFORE = 3;

  private Excerpts() {}

  /**
   * The excerpts of a text in order, none overlapping another.
   *
   * @param gate before the text
   */
  static List<Sentence> of(Document document, FigureGate gate) {
    List<Sentence> sentences = document.sentences();
    List<Sentence> excerpts = new ArrayList<>();
    int free = 0;
    for (int i = 0; i < sentences.size(); i++) {
      if (gate.part(sentences.get(i).start(), sentences.get(i).end()).mayState()) {
        int first = Math.max(free, i - BEFORE);
        boolean continues = first == free && !excerpts.isEmpty();
        int start =
            continues ? excerpts.remove(excerpts.size() - 1).start() : sentences.get(first).start();
        excerpts.add(new Sentence(start, sentences.get(i).end()));
        free = i + 1;
      }
    }
    return excerpts;
  }

  /** An excerpt as a document of its own. */
  static Document document(Document whole, Sentence excerpt) {
    String text = whole.textOf(Field.TEXT, excerpt);
    return new Document("", text, whole.publishedOn());
  }

  /** The mentions of an excerpt, their offsets counted from its start. */
  static List<Mention> mentions(List<Mention> all, Sentence excerpt) {
    List<Mention> mentions = new ArrayList<>();
    for (Mention mention : all) {
      boolean inside =
          mention.field() == Field.TEXT
              && mention.start() >= excerpt.start()
              && mention.end() <= excerpt.end();
      if (inside) {
        mentions.add(
            new Mention(
                Field.TEXT,
                mention.start() - excerpt.start(),
                mention.end() - excerpt.start(),
                mention.entity(),
                mention.confidence()));
      }
    }
    return mentions;
  }
}
