package org.newstide.sentiment;

import java.util.List;
import org.newstide.article.Field;
import org.newstide.linear.FeatureHash;

/**
 * A document's tokens as one target sees them: each of the target's names is one TARGET token, each
 * name of another organisation one OTHER token. Names carry no verdict this way.
 */
final class MaskedTokens {
  static final int TARGET = FeatureHash.of("#target");
  static final int OTHER = FeatureHash.of("#other");

  int size;
  int titleSize;
  int[] word = new int[256];
  int[] prefix = new int[256];
  int[] info = new int[256];
  int[] sentence = new int[256];

  void mask(Tokens tokens, List<Target> targets, List<Target> others) {
    if (word.length < tokens.size) {
      int capacity = tokens.word.length;
      word = new int[capacity];
      prefix = new int[capacity];
      info = new int[capacity];
      sentence = new int[capacity];
    }
    size = 0;
    maskField(tokens, 0, tokens.titleSize, Field.TITLE, targets, others);
    titleSize = size;
    maskField(tokens, tokens.titleSize, tokens.size, Field.TEXT, targets, others);
  }

  private void maskField(
      Tokens tokens, int from, int to, Field field, List<Target> targets, List<Target> others) {
    int nextTarget = 0;
    int nextOther = 0;
    int i = from;
    while (i < to) {
      nextTarget = firstEndingBehind(targets, nextTarget, field, tokens.start[i]);
      nextOther = firstEndingBehind(others, nextOther, field, tokens.start[i]);
      int end = endOfSpan(targets, nextTarget, field, tokens.start[i], tokens.end[i]);
      int mask = TARGET;
      if (end < 0) {
        end = endOfSpan(others, nextOther, field, tokens.start[i], tokens.end[i]);
        mask = OTHER;
      }
      if (end < 0) {
        add(tokens.word[i], tokens.prefix[i], tokens.info[i], tokens.sentence[i]);
        i++;
      } else {
        add(mask, mask, 0, tokens.sentence[i]);
        i++;
        while (i < to && tokens.start[i] < end) {
          i++;
        }
      }
    }
  }

  private static int firstEndingBehind(List<Target> spans, int from, Field field, int offset) {
    int i = from;
    while (i < spans.size()
        && (spans.get(i).field() != field ? field == Field.TEXT : spans.get(i).end() <= offset)) {
      i++;
    }
    return i;
  }

  /** The end of the span that the token lies in or reaches into; -1 where there is none. */
  private static int endOfSpan(List<Target> spans, int i, Field field, int start, int tokenEnd) {
    if (i >= spans.size()) {
      return -1;
    }
    Target span = spans.get(i);
    boolean overlaps = span.field() == field && span.start() < tokenEnd && span.end() > start;
    return overlaps ? span.end() : -1;
  }

  private void add(int hash, int prefixHash, int information, int number) {
    word[size] = hash;
    prefix[size] = prefixHash;
    info[size] = information;
    sentence[size] = number;
    size++;
  }
}
