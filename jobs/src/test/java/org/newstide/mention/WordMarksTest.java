package org.newstide.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WordMarksTest {
  @Property
  void everyByteOfAnyTextIsMarkedAsItsLetterSays(@ForAll @Size(max = 200) byte[] utf8) {
    for (int from = 0; from < utf8.length; from += WordMarks.BLOCK) {
      assertThat(WordMarks.of(utf8, from)).isEqualTo(oneByOne(utf8, from));
    }
  }

  @Test
  void allBytesAreToldApart() {
    byte[] all = new byte[256];
    for (int b = 0; b < all.length; b++) {
      all[b] = (byte) b;
    }
    for (int from = 0; from < all.length; from += WordMarks.BLOCK) {
      assertThat(WordMarks.of(all, from)).isEqualTo(oneByOne(all, from));
    }
  }

  @Test
  void nothingIsMarkedBehindTheEnd() {
    byte[] utf8 = "AI 2, \u00e9t".getBytes(StandardCharsets.UTF_8);

    assertThat(WordMarks.of(utf8, 0)).isEqualTo(0b1_0000_1011L);
  }

  private static long oneByOne(byte[] utf8, int from) {
    long bits = 0;
    for (int i = from; i < Math.min(utf8.length, from + WordMarks.BLOCK); i++) {
      boolean isWord = utf8[i] >= 0 && Letters.isWord((char) utf8[i]);
      bits |= isWord ? 1L << i - from : 0;
    }
    return bits;
  }
}
