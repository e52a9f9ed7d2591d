package org.newstide.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Ids are the first 32 hex digits of SHA-256 over normalised fields: 128 bits keep billions of
 * articles apart.
 */
final class Sha256Prefix {
  private static final int BYTES = 16;
  private static final ThreadLocal<MessageDigest> SHA256 =
      ThreadLocal.withInitial(Sha256Prefix::sha256);

  private Sha256Prefix() {}

  static String of(String content) {
    byte[] digest = SHA256.get().digest(content.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
