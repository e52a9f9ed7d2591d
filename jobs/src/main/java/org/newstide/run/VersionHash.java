package org.newstide.run;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Tells two versions of one article apart: the first eight bytes of SHA-256 over the raw title and
 * body.
 */
final class VersionHash {
  private static final ThreadLocal<MessageDigest> SHA256 =
      ThreadLocal.withInitial(VersionHash::sha256);

  private VersionHash() {}

  static long of(byte[] title, byte[] body) {
    MessageDigest digest = SHA256.get();
    digest.update(title);
    digest.update((byte) 0);
    return ByteBuffer.wrap(digest.digest(body)).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
