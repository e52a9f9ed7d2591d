package org.newstide.article;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The first 128 bits of SHA-256 over several strings, each ended by a byte that no text holds: they
 * keep billions of articles apart.
 */
final class Fingerprint {
  private static final int BUFFER = 4096;
  private static final byte END = (byte) 0xFF;

  /** Letters below are looked up. */
  private static final int PLAIN = 0x80;

  private static final int NO_WORD = 0;
  private static final byte[] LOWER = lowerCases();

  /** One per thread: a digest and its buffer cost more than hashing an address. */
  private static final ThreadLocal<Fingerprint> CURRENT = ThreadLocal.withInitial(Fingerprint::new);

  private final MessageDigest digest = DigestUtils.getSha256Digest();
  private final byte[] buffer = new byte[BUFFER];
  private int filled;

  private Fingerprint() {}

  /** Forgets what this thread has begun before. */
  static Fingerprint begin() {
    Fingerprint fingerprint = CURRENT.get();
    fingerprint.digest.reset();
    fingerprint.filled = 0;
    return fingerprint;
  }

  /** Adds a string as it is. */
  Fingerprint with(String text) {
    return with(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds UTF-8 as it is. */
  Fingerprint with(byte[] utf8) {
    flush();
    digest.update(utf8);
    digest.update(END);
    return this;
  }

  /**
   * Adds the words of a text: letters and digits in lower case with one space between words, so
   * that punctuation, quotes and white space do not tell two copies apart.
   */
  Fingerprint withWordsOf(String text) {
    char[] units = text.toCharArray();
    boolean first = true;
    boolean gap = false;
    int i = 0;
    while (i < units.length) {
      int letter = units[i] < PLAIN ? units[i] : Character.codePointAt(units, i);
      i += Character.charCount(letter);
      int lower = letter < PLAIN ? LOWER[letter] : lowerCase(letter);
      if (lower == NO_WORD) {
        gap = true;
        continue;
      }
      if (gap && !first) {
        put(' ');
      }
      put(lower);
      first = false;
      gap = false;
    }
    flush();
    digest.update(END);
    return this;
  }

  ArticleId id() {
    ByteBuffer bytes = ByteBuffer.wrap(digest());
    return new ArticleId(bytes.getLong(), bytes.getLong());
  }

  /** 32 hex digits. */
  String hex() {
    return id().toString();
  }

  private byte[] digest() {
    flush();
    return digest.digest();
  }

  private static byte[] lowerCases() {
    byte[] lower = new byte[PLAIN];
    for (int letter = 0; letter < PLAIN; letter++) {
      lower[letter] = (byte) lowerCase(letter);
    }
    return lower;
  }

  /** The letter or digit in lower case; {@link #NO_WORD} for all that parts words. */
  private static int lowerCase(int letter) {
    return Character.isLetterOrDigit(letter) ? Character.toLowerCase(letter) : NO_WORD;
  }

  private void put(int letter) {
    if (filled > BUFFER - 4) {
      flush();
    }
    if (letter < 0x80) {
      buffer[filled++] = (byte) letter;
    } else {
      putEncoded(letter);
    }
  }

  /** UTF-8 of a letter beyond ASCII. */
  private void putEncoded(int letter) {
    if (letter < 0x800) {
      buffer[filled++] = (byte) (0xc0 | letter >> 6);
    } else {
      if (letter < 0x10000) {
        buffer[filled++] = (byte) (0xe0 | letter >> 12);
      } else {
        buffer[filled++] = (byte) (0xf0 | letter >> 18);
        buffer[filled++] = (byte) (0x80 | letter >> 12 & 0x3f);
      }
      buffer[filled++] = (byte) (0x80 | letter >> 6 & 0x3f);
    }
    buffer[filled++] = (byte) (0x80 | letter & 0x3f);
  }

  private void flush() {
    digest.update(buffer, 0, filled);
    filled = 0;
  }
}
