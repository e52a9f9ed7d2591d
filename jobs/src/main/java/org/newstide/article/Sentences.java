package org.newstide.article;

import java.util.ArrayList;
import java.util.List;

/** Splits a cleaned text into sentences. */
public final class Sentences {
  private Sentences() {}

  /** The sentences of a text in order, without the white space between them; never overlapping. */
  public static List<Sentence> split(String text) {
    List<Sentence> sentences = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '.' && (i + 1 == text.length() || text.charAt(i + 1) == ' ')) {
        sentences.add(new Sentence(start, i + 1));
        start = Math.min(i + 2, text.length());
      }
    }
    if (start < text.length()) {
      sentences.add(new Sentence(start, text.length()));
    }
    return sentences;
  }
}
