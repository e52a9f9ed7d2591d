package org.newstide.sentiment;

import java.util.Arrays;
import org.newstide.linear.FeatureHash;
import org.newstide.linear.FeatureVector;

/**
 * What a masked document tells of its target, as hashed features: the words around each mention by
 * side, clause and distance, their tone after negation, who stands between a toned word and the
 * target, and a bag of the whole document's words at lower weight, by whether their sentence names
 * it.
 */
final class TargetFeatures {
  private static final int BITS = 20;

  /** How many places the features share by their hashes. */
  static final int SPACE = 1 << BITS;

  private static final int NEAR = 3;
  private static final int NEGATION_REACH = 3;
  private static final int NEGATED = 0x5bd1e995;

  /** Bounds what a text made of names costs: all pairs of its tokens would be read. */
  private static final int MOST_MENTIONS = 64;

  private static final int REACH = 400;

  private static final float DOCUMENT_WEIGHT = 0.35f;

  // template numbers: each keeps its features apart from the others' in the shared space
  private static final int BIAS = 1;
  private static final int SENTENCE_WORD = 2;
  private static final int SIDE_WORD = 3;
  private static final int CLAUSE_WORD = 4;
  private static final int NEAR_WORD = 5;
  private static final int SIDE_PAIR = 6;
  private static final int CLAUSE_PREFIX = 7;
  private static final int NEAR_PAIR = 8;
  private static final int NEAR_TRIPLE = 9;
  private static final int TONE = 10;
  private static final int TONED_WORD = 11;
  private static final int TONE_SUM = 12;
  private static final int TITLE_WORD = 13;
  private static final int TEXT_WORD = 14;
  private static final int TITLE_PAIR = 15;
  private static final int TEXT_PAIR = 16;
  private static final int PLACE = 17;
  private static final int ROLE_WORD = 18;
  private static final int DOCUMENT_TONE = 19;
  private static final int NAMED_WORD = 20;
  private static final int NAMED_TONE = 21;

  private final MaskedTokens text;
  private final FeatureVector out;
  private final SentenceSide side = new SentenceSide();
  private int[] signed = new int[256];
  private int[] tone = new int[256];
  private boolean[] named = new boolean[64];

  TargetFeatures(MaskedTokens text, FeatureVector out) {
    this.text = text;
    this.out = out;
  }

  /** Fills the vector from the masked tokens. */
  void extract() {
    out.clear();
    readNegation();
    int mentions = 0;
    for (int i = 0; i < text.size; i++) {
      if (text.word[i] == MaskedTokens.TARGET) {
        mentions++;
      }
    }
    float weight = (float) (1 / Math.sqrt(Math.max(1, mentions)));
    int seen = 0;
    for (int i = 0; i < text.size; i++) {
      if (text.word[i] == MaskedTokens.TARGET) {
        if (seen < MOST_MENTIONS) {
          addMention(i, weight, seen == 0);
        }
        seen++;
      }
    }
    readNamed();
    addDocument(mentions);
    out.normalise();
  }

  private void add(int template, int content, float weight) {
    out.add(FeatureHash.place(FeatureHash.mix(content, template * 0x3C6EF372), BITS), weight);
  }

  /** Words within reach behind a negator get another hash and the opposite tone. */
  private void readNegation() {
    if (signed.length < text.size) {
      signed = new int[text.word.length];
      tone = new int[text.word.length];
    }
    int reach = 0;
    int sentence = -1;
    for (int i = 0; i < text.size; i++) {
      if (text.sentence[i] != sentence) {
        sentence = text.sentence[i];
        reach = 0;
      }
      int info = text.info[i];
      boolean negated = reach > 0;
      signed[i] = negated ? text.word[i] ^ NEGATED : text.word[i];
      tone[i] = negated ? -Lexicon.tone(info) : Lexicon.tone(info);
      reach--;
      if ((info & Lexicon.NEGATOR) != 0) {
        reach = NEGATION_REACH;
      } else if ((info & (Lexicon.CLAUSE | Lexicon.CONTRAST)) != 0) {
        reach = 0;
      }
    }
  }

  private void addMention(int at, float weight, boolean isFirst) {
    int from = at;
    while (from > 0 && at - from < REACH && text.sentence[from - 1] == text.sentence[at]) {
      from--;
    }
    int to = at + 1;
    while (to < text.size && to - at < REACH && text.sentence[to] == text.sentence[at]) {
      to++;
    }
    boolean inTitle = at < text.titleSize;
    add(PLACE, (inTitle ? 1 : 0) + (isFirst ? 2 : 0) + 4 * Math.min(at - from, 5), weight);
    addNear(at, from, to, weight);
    addSide(at, from, -1, weight, inTitle);
    addSide(at, to - 1, 1, weight, inTitle);
  }

  private void addNear(int at, int from, int to, float weight) {
    for (int d = -NEAR; d <= NEAR; d++) {
      int word = wordAt(at + d, from, to);
      if (d != 0) {
        add(NEAR_WORD, FeatureHash.mix(word, d), weight);
      }
      int next = wordAt(at + d + 1, from, to);
      if (d < NEAR) {
        add(NEAR_PAIR, FeatureHash.mix(FeatureHash.mix(word, next), d), weight);
      }
      if (d < NEAR - 1) {
        int third = wordAt(at + d + 2, from, to);
        add(
            NEAR_TRIPLE,
            FeatureHash.mix(FeatureHash.mix(FeatureHash.mix(word, next), third), d),
            weight);
      }
    }
  }

  private int wordAt(int i, int from, int to) {
    return i < from ? 1 : i >= to ? 2 : signed[i];
  }

  /** Walks from the target outwards to the sentence's end on one side. */
  private void addSide(int at, int last, int step, float weight, boolean inTitle) {
    side.start(step);
    for (int i = at + step; i * step <= last * step; i += step) {
      addSideWord(i, step, weight);
      if (i != last) {
        int left = step > 0 ? i : i + step;
        int pair = FeatureHash.mix(signed[left], signed[left + 1]);
        add(SIDE_PAIR, FeatureHash.mix(pair, step), weight);
      }
      if (tone[i] != 0) {
        addTone(i, Math.abs(i - at), weight);
      }
      side.pass(text.word[i], text.info[i], tone[i]);
    }
    int place = step + (inTitle ? 4 : 0);
    add(TONE_SUM, FeatureHash.mix(bucket(side.tone()), place), weight);
    add(TONE_SUM, FeatureHash.mix(bucket(side.nearTone()), place + 16), weight);
  }

  private void addSideWord(int i, int step, float weight) {
    int word = signed[i];
    add(SENTENCE_WORD, word, weight);
    add(SIDE_WORD, FeatureHash.mix(word, step), weight);
    add(ROLE_WORD, FeatureHash.mix(word, side.state()), weight);
    if (side.isOwnClause()) {
      add(CLAUSE_WORD, FeatureHash.mix(word, step), weight);
      add(CLAUSE_PREFIX, FeatureHash.mix(text.prefix[i], step), weight);
    }
  }

  /** A toned word by who stands between it and the target, and by its distance in powers of two. */
  private void addTone(int i, int words, float weight) {
    int sign = Integer.signum(tone[i]);
    int distance = Integer.numberOfTrailingZeros(Integer.highestOneBit(words));
    add(TONE, FeatureHash.mix(FeatureHash.mix(sign, side.state()), distance), weight);
    int toned = FeatureHash.mix(signed[i], side.state());
    add(TONED_WORD, FeatureHash.mix(toned, side.isOwnClause() ? 1 : 0), weight);
  }

  private static int bucket(int tenths) {
    return Math.max(-4, Math.min(4, Math.round(tenths / 15f)));
  }

  /** Which sentences name the target; the title is the first. */
  private void readNamed() {
    int sentences = text.size == 0 ? 0 : text.sentence[text.size - 1] + 1;
    if (named.length < sentences) {
      named = new boolean[2 * sentences];
    }
    Arrays.fill(named, 0, sentences, false);
    for (int i = 0; i < text.size; i++) {
      named[text.sentence[i]] |= text.word[i] == MaskedTokens.TARGET;
    }
  }

  private void addDocument(int mentions) {
    add(BIAS, 0, 1);
    add(PLACE, 1000 + Math.min(mentions, 6), DOCUMENT_WEIGHT);
    boolean isTitled = text.titleSize > 0;
    add(PLACE, isTitled ? 2000 : 2001, 1);
    int titleTone = addWords(0, text.titleSize, true);
    int textTone = addWords(text.titleSize, text.size, false);
    add(DOCUMENT_TONE, bucket(titleTone), DOCUMENT_WEIGHT);
    add(DOCUMENT_TONE, 100 + bucket(textTone / 2), DOCUMENT_WEIGHT);
  }

  /** Adds the words of title or text, and returns their tone in tenths. */
  private int addWords(int from, int to, boolean inTitle) {
    int sum = 0;
    for (int i = from; i < to; i++) {
      int state = named[text.sentence[i]] ? 1 : 0;
      add(inTitle ? TITLE_WORD : TEXT_WORD, signed[i], DOCUMENT_WEIGHT);
      add(NAMED_WORD, FeatureHash.mix(signed[i], state), DOCUMENT_WEIGHT);
      if (tone[i] != 0) {
        int sign = Integer.signum(tone[i]);
        add(NAMED_TONE, FeatureHash.mix(sign, state + (inTitle ? 2 : 0)), DOCUMENT_WEIGHT);
      }
      if (i + 1 < text.size && text.sentence[i] == text.sentence[i + 1]) {
        int pair = FeatureHash.mix(signed[i], signed[i + 1]);
        add(inTitle ? TITLE_PAIR : TEXT_PAIR, pair, DOCUMENT_WEIGHT);
      }
      sum += tone[i];
    }
    return sum;
  }
}
