package org.newstide.sentiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.article.Sentence;

/**
 * The part of a document that an encoder reads: the title, and of the text either all, where it
 * fits, or the sentences that hold targets. Beside the title its length is bounded by an estimate
 * of word pieces, as an encoder cuts what is longer without a word. Targets are found again by
 * their place in it.
 */
public final class EncoderPassage {
  /** Word pieces that an encoder takes, without the two that it adds. */
  private static final int LONGEST = 140;

  /** UTF-16 units around a target that are kept of a sentence too long for the passage. */
  private static final int WINDOW = 240;

  private record Piece(Field field, int start, int end, int at) {
    boolean holds(Target target) {
      return field == target.field() && start <= target.start() && target.end() <= end;
    }
  }

  /**
   * A span of the passage.
   *
   * @param start first UTF-16 unit
   * @param end behind the last
   */
  public record Span(int start, int end) {
    public boolean overlaps(int from, int to) {
      return from < end && start < to;
    }
  }

  private final StringBuilder text = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();

  private final boolean isHeadline;

  private EncoderPassage(boolean isHeadline) {
    this.isHeadline = isHeadline;
  }

  /**
   * @param targets of all organisations, in document order
   */
  public static EncoderPassage of(Document document, Collection<Target> targets) {
    EncoderPassage passage = new EncoderPassage(Form.of(document) == Form.HEADLINE);
    passage.addTitle(document.title());
    int room = LONGEST - wordPieces(document.title());
    if (wordPieces(document.text()) <= room) {
      passage.add(document, new Sentence(0, document.text().length()));
    } else {
      for (Sentence sentence : sentences(document, targets, room)) {
        passage.add(document, sentence);
      }
    }
    return passage;
  }

  public String text() {
    return text.toString();
  }

  /** Whether the document is a headline alone: no title, and a text that ends unlike a sentence. */
  public boolean isHeadline() {
    return isHeadline;
  }

  /** Where a target stands; empty where it was left out for want of room. */
  public Optional<Span> span(Target target) {
    return pieces.stream()
        .filter(piece -> piece.holds(target))
        .findFirst()
        .map(
            piece -> {
              int shift = piece.at() - piece.start();
              return new Span(target.start() + shift, target.end() + shift);
            });
  }

  /**
   * About how many word pieces a text has: a mark of punctuation is one, a word one for every eight
   * letters begun.
   */
  static int wordPieces(String text) {
    int pieces = 0;
    int inWord = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        pieces += inWord % 8 == 0 ? 1 : 0;
        inWord++;
      } else {
        pieces += Character.isWhitespace(c) ? 0 : 1;
        inWord = 0;
      }
    }
    return pieces;
  }

  /** The training program joins title and text in the same way. */
  private void addTitle(String title) {
    if (!title.isEmpty()) {
      pieces.add(new Piece(Field.TITLE, 0, title.length(), 0));
      boolean isStopped = ".!?\u2026".indexOf(title.charAt(title.length() - 1)) >= 0;
      text.append(title).append(isStopped ? "" : ".");
    }
  }

  private void add(Document document, Sentence sentence) {
    if (text.length() > 0) {
      text.append(' ');
    }
    pieces.add(new Piece(Field.TEXT, sentence.start(), sentence.end(), text.length()));
    text.append(document.text(), sentence.start(), sentence.end());
  }

  /** The first sentences that hold targets, as many as fit, at least one, in document order. */
  private static Collection<Sentence> sentences(
      Document document, Collection<Target> targets, int room) {
    Set<Sentence> chosen = new TreeSet<>((a, b) -> Integer.compare(a.start(), b.start()));
    Set<Sentence> tried = new HashSet<>();
    int left = room;
    for (Target target : targets) {
      if (target.field() == Field.TITLE) {
        continue;
      }
      Sentence whole = document.sentenceAt(Field.TEXT, target.start());
      if (!tried.add(whole)) {
        continue;
      }
      Sentence sentence = around(document.text(), whole, target);
      int pieces = wordPieces(document.textOf(Field.TEXT, sentence));
      if (pieces <= left || chosen.isEmpty()) {
        chosen.add(sentence);
        left -= pieces;
      }
    }
    return chosen;
  }

  /** A sentence of usual length stays whole; of a longer one, what stands near the target. */
  private static Sentence around(String text, Sentence sentence, Target target) {
    if (sentence.end() - sentence.start() <= 2 * WINDOW) {
      return sentence;
    }
    int start = Math.max(sentence.start(), target.start() - WINDOW);
    int end = Math.min(sentence.end(), target.end() + WINDOW);
    while (start > sentence.start() && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    while (end < sentence.end() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return new Sentence(start, end);
  }
}
