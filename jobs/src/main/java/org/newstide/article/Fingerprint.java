package org.newstide.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over several strings, each ended by a byte that no text holds. */
final class Fingerprint {
  private static final int BYTES_KEPT = 16;
  private static final int BUFFER = 4096;
  private static final byte END = (byte) 0xFF;

  private final MessageDigest digest = sha256();
  private final byte[] buffer = new byte[BUFFER];
  private int filled;

  /** Adds a string as it is. */
  Fingerprint with(String text) {
    flush();
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update(END);
    return this;
  }

  /**
   * Adds the words of a text: letters and digits in lower case with one space between words, so
   * that punctuation, quotes and white space do not tell two copies apart.
   */
  Fingerprint withWordsOf(String text) {
    boolean first = true;
    boolean gap = false;
    int i = 0;
    while (i < text.length()) {
      int letter = text.codePointAt(i);
      i += Character.charCount(letter);
      if (!isWordPart(letter)) {
        gap = true;
        continue;
      }
      if (gap && !first) {
        put(' ');
      }
      put(Character.toLowerCase(letter));
      first = false;
      gap = false;
    }
    flush();
    digest.update(END);
    return this;
  }

  /** The first 32 hex digits. */
  String hex() {
    flush();
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES_KEPT);
  }

  private static boolean isWordPart(int letter) {
    if (letter < 128) {
      return (letter >= 'a' && letter <= 'z')
          || (letter >= 'A' && letter <= 'Z')
          || (letter >= '0' && letter <= '9');
    }
    return Character.isLetterOrDigit(letter);
  }

  private void put(int letter) {
    if (filled > BUFFER - 4) {
      flush();
    }
    if (letter < 0x80) {
      buffer[filled++] = (byte) letter;
    } else {
      byte[] encoded = Character.toString(letter).getBytes(StandardCharsets.UTF_8);
      System.arraycopy(encoded, 0, buffer, filled, encoded.length);
      filled += encoded.length;
    }
  }

  private void flush() {
    digest.update(buffer, 0, filled);
    filled = 0;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
