package org.newstide.sentiment;

import org.newstide.article.Document;

/**
 * The form in which a text tells of its targets. The same words weigh differently in a headline and
 * in a sentence of an argument, so a model holds weights for each form.
 */
enum Form {
  /** An article: a title with a text. */
  TITLED,
  /** A text without title that ends as sentences do. */
  SENTENCE,
  /** A text without title that does not. */
  HEADLINE;

  private static final String CLOSING = "\"'\u201d\u2019)]";
  private static final String ENDS = ".!?\u2026";

  static Form of(Document document) {
    if (!document.title().isBlank()) {
      return TITLED;
    }
    String text = document.text();
    int last = text.length() - 1;
    while (last > 0
        && (Character.isWhitespace(text.charAt(last)) || CLOSING.indexOf(text.charAt(last)) >= 0)) {
      last--;
    }
    return last >= 0 && ENDS.indexOf(text.charAt(last)) >= 0 ? SENTENCE : HEADLINE;
  }
}
