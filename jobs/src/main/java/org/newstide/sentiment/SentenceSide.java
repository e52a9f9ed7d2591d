package org.newstide.sentiment;

/**
 * What a walk from the target to one end of its sentence has passed: other names, borders of
 * clauses, contrasts, the sign of a passive, and the tone so far. Reused from walk to walk.
 */
final class SentenceSide {
  private int step;
  private int others;
  private int clauses;
  private int contrasts;
  private int passive;
  private int tone;
  private int nearTone;

  /**
   * @param direction -1 to the sentence's start, 1 to its end
   */
  void start(int direction) {
    step = direction;
    others = 0;
    clauses = 0;
    contrasts = 0;
    passive = 0;
    tone = 0;
    nearTone = 0;
  }

  /** Which side it is, and who and what stands between the target and the next word. */
  int state() {
    return step + 4 * Math.min(others, 1) + 8 * Math.min(contrasts, 1) + 16 * passive;
  }

  /** Whether the next word stands in the target's own clause. */
  boolean isOwnClause() {
    return clauses == 0;
  }

  /** The tone of all that was passed, in tenths. */
  int tone() {
    return tone;
  }

  /** The tone before another name or a contrast, in tenths. */
  int nearTone() {
    return nearTone;
  }

  /**
   * Goes on behind a word.
   *
   * @param info what the lexicon knows of it
   * @param tenths its tone after negation
   */
  void pass(int word, int info, int tenths) {
    tone += tenths;
    nearTone += others == 0 && contrasts == 0 ? tenths : 0;
    if (word == MaskedTokens.OTHER) {
      others++;
    }
    if ((info & Lexicon.CONTRAST) != 0) {
      contrasts++;
      clauses++;
    }
    if ((info & Lexicon.CLAUSE) != 0) {
      clauses++;
    }
    if ((info & (step > 0 ? Lexicon.BE : Lexicon.BY)) != 0) {
      passive = 1;
    }
  }
}
