package org.newstide.mention;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells the letters of words in UTF-8, eight bytes at once, by arithmetic within the bytes of a
 * long (Lamport 1975).
 */
final class WordMarks {
  /** How many bytes {@link #of(byte[], int)} looks at. */
  static final int BLOCK = Long.SIZE;

  private static final int EIGHT = Long.BYTES;
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHEST_BITS = 0x8080808080808080L;
  private static final long LOWER_CASE = 0x20 * ONES;

  /** Times this, the lowest bits of eight bytes stand in the highest byte, the first one lowest. */
  private static final long GATHER = 0x0102040810204080L;

  private WordMarks() {}

  /**
   * The letters and digits of ASCII in a block, as bits, the first byte's lowest; none behind the
   * end of the text.
   */
  static long of(byte[] utf8, int from) {
    if (utf8.length - from < BLOCK) {
      return ofLast(utf8, from);
    }
    long bits = 0;
    for (int at = 0; at < BLOCK; at += EIGHT) {
      bits |= of((long) EIGHT_BYTES.get(utf8, from + at)) << at;
    }
    return bits;
  }

  /** Likewise, where the text ends within the block. */
  private static long ofLast(byte[] utf8, int from) {
    int length = utf8.length - from;
    long bits = 0;
    int at = 0;
    for (; at + EIGHT <= length; at += EIGHT) {
      bits |= of((long) EIGHT_BYTES.get(utf8, from + at)) << at;
    }
    return at == length ? bits : bits | of(rest(utf8, from + at)) << at;
  }

  /** The last bytes, fewer than eight, with zeros behind them. */
  private static long rest(byte[] utf8, int from) {
    if (utf8.length >= EIGHT) {
      long lastEight = (long) EIGHT_BYTES.get(utf8, utf8.length - EIGHT);
      return lastEight >>> Byte.SIZE * (EIGHT - (utf8.length - from));
    }
    long rest = 0;
    for (int i = from; i < utf8.length; i++) {
      rest |= (utf8[i] & 0xffL) << Byte.SIZE * (i - from);
    }
    return rest;
  }

  private static long of(long eight) {
    long seven = eight & ~HIGHEST_BITS;
    long marks = between('a', 'z', seven | LOWER_CASE) | between('0', '9', seven);
    return ((marks & ~eight & HIGHEST_BITS) >>> 7) * GATHER >>> Long.SIZE - EIGHT;
  }

  /** Marks bytes below 0x80 by their highest bit; no sum runs over into the next byte. */
  private static long between(char least, char most, long bytes) {
    return bytes + (0x80 - least) * ONES & ~(bytes + (0x7f - most) * ONES);
  }
}
