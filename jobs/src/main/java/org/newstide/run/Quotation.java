package org.newstide.run;

import org.newstide.article.Sentence;

/** Tells quoted words from the author's own. */
final class Quotation {
  private Quotation() {}

  /**
   * Whether an offset stands behind an opening quotation mark of its sentence that is not closed
   * before it.
   */
  static boolean isQuoted(String text, Sentence sentence, int offset) {
    boolean isOpen = false;
    for (int i = sentence.start(); i < offset; i++) {
      switch (text.charAt(i)) {
        case '"' -> isOpen = !isOpen;
        case '\u201c', '\u00ab' -> isOpen = true;
        case '\u201d', '\u00bb' -> isOpen = false;
        default -> {}
      }
    }
    return isOpen;
  }
}
