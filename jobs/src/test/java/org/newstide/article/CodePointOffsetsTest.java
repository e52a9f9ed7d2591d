package org.newstide.article;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CodePointOffsetsTest {
  @Test
  void aPairOfUnitsIsOneCodePoint() {
    CodePointOffsets offsets = new CodePointOffsets("a\uD83D\uDE80b\uD83D\uDE80c");
    assertThat(offsets.codePoints(3)).isEqualTo(2);
    assertThat(offsets.utf16(2)).isEqualTo(3);
    assertThat(offsets.codePoints(7)).isEqualTo(5);
    assertThat(offsets.utf16(5)).isEqualTo(7);
  }

  @Property
  void countsAsTheLibraryDoes(@ForAll String text) {
    CodePointOffsets offsets = new CodePointOffsets(text);
    for (int i = 0; i <= text.length(); i++) {
      assertThat(offsets.codePoints(i)).isEqualTo(text.codePointCount(0, i));
    }
    for (int i = 0; i <= text.codePointCount(0, text.length()); i++) {
      assertThat(offsets.utf16(i)).isEqualTo(text.offsetByCodePoints(0, i));
    }
  }
}
