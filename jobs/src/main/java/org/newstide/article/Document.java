package org.newstide.article;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the language code reads of an article: the cleaned title and text, and the day it was
 * published. All offsets of mentions, sentences and evidence count UTF-16 units in these two
 * strings.
 */
public final class Document {
  private final String title;
  private final String text;
  private final Optional<LocalDate> publishedOn;
  private List<Sentence> sentences;

  /**
   * @param title cleaned by {@link TextCleaner}; empty where the article has none
   * @param text cleaned by {@link TextCleaner}; empty where the article has none
   * @param publishedOn UTC day, where known: names are valid from and until a day
   */
  public Document(String title, String text, Optional<LocalDate> publishedOn) {
    this.title = title;
    this.text = text;
    this.publishedOn = publishedOn;
  }

  public String title() {
    return title;
  }

  public String text() {
    return text;
  }

  public Optional<LocalDate> publishedOn() {
    return publishedOn;
  }

  public String of(Field field) {
    return field == Field.TITLE ? title : text;
  }

  /** The sentences of the text in order, split on first use: most articles never need them. */
  public List<Sentence> sentences() {
    if (sentences == null) {
      sentences = Sentences.split(text);
    }
    return sentences;
  }

  /** The sentence around an offset: the whole title is one sentence. */
  public Sentence sentenceAt(Field field, int offset) {
    if (field == Field.TITLE) {
      return new Sentence(0, title.length());
    }
    List<Sentence> all = sentences();
    int low = 0;
    int high = all.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (all.get(middle).start() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return all.isEmpty() ? new Sentence(0, text.length()) : all.get(low);
  }

  public String textOf(Field field, Sentence sentence) {
    return of(field).substring(sentence.start(), sentence.end());
  }
}
