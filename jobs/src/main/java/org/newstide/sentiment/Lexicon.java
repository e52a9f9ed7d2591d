package org.newstide.sentiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.newstide.linear.FeatureHash;

/**
 * What is known of a word before any training: its tone and its part in grammar. Words are kept as
 * hashes in an open-addressing table, so that a look-up makes no string.
 */
final class Lexicon {
  /** Turns the tone of the next words round: not, never, fails to. */
  static final int NEGATOR = 1 << 8;

  /** Sets what follows against what went before: but, while, despite. */
  static final int CONTRAST = 1 << 9;

  /** Opens a clause: that, after, as, because. */
  static final int CLAUSE = 1 << 10;

  /** The agent's preposition of a passive. */
  static final int BY = 1 << 11;

  /** A form of be or get, which makes a passive of the next participle. */
  static final int BE = 1 << 12;

  private static final String NEGATORS =
      "not no never without cannot can't won't isn't aren't wasn't weren't don't doesn't didn't"
          + " hasn't haven't hadn't wouldn't shouldn't couldn't fail fails failed failing lack lacks"
          + " lacked neither nor none nothing hardly barely denies denied deny refuses refused"
          + " avoid avoids avoided unable can’t won’t isn’t aren’t wasn’t weren’t don’t doesn’t"
          + " didn’t hasn’t haven’t wouldn’t couldn’t";
  private static final String CONTRASTS =
      "but while whereas despite although though however yet unlike instead versus vs than against";
  private static final String CLAUSES =
      "that after before as because since when which who where if amid and or with";
  private static final String BES = "is are was were be been being gets got get";

  /** The word's hash above, its info below: both come with one read. 0 where a slot is free. */
  private final long[] entries;

  private int size;

  private Lexicon(int capacity) {
    entries = new long[capacity];
  }

  static Lexicon bundled() {
    return Holder.BUNDLED;
  }

  /** Tone in tenths (-40..40) in the low eight bits, flags above; 0 for an unknown word. */
  int info(int word) {
    return (int) entries[slot(word)];
  }

  static int tone(int info) {
    return (byte) info;
  }

  private int slot(int word) {
    int mask = entries.length - 1;
    int slot = FeatureHash.mix(word, 7) & mask;
    while (entries[slot] != 0 && (int) (entries[slot] >>> 32) != word) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void add(String word, int info) {
    int hash = FeatureHash.of(word);
    int slot = slot(hash);
    if (entries[slot] == 0) {
      size++;
      if (size * 2 > entries.length) {
        throw new IllegalStateException("The lexicon outgrew its table of " + entries.length);
      }
    }
    entries[slot] |= (long) hash << 32 | info;
  }

  private static Lexicon read() {
    Lexicon lexicon = new Lexicon(1 << 15);
    try (InputStream in =
            Objects.requireNonNull(Lexicon.class.getResourceAsStream("/sentiment/lexicon.tsv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        if (tab > 0 && !line.startsWith("#")) {
          long tenths = Math.round(Double.parseDouble(line.substring(tab + 1)) * 10);
          lexicon.add(line.substring(0, tab), (int) tenths & 0xff);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lexicon.addAll(NEGATORS, NEGATOR);
    lexicon.addAll(CONTRASTS, CONTRAST);
    lexicon.addAll(CLAUSES, CLAUSE);
    lexicon.addAll(BES, BE);
    lexicon.add("by", BY);
    return lexicon;
  }

  private void addAll(String words, int flag) {
    for (String word : words.split(" ", -1)) {
      add(word, flag);
    }
  }

  private static final class Holder {
    static final Lexicon BUNDLED = read();
  }
}
