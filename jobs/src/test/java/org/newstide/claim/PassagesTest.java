package org.newstide.claim;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Stated shares and what looks like them, passage by passage, as news words them. Analysts add
 * lines to {@code claim/passages.jsonl}: title, text and the shares, such as {@code "amazon 31"} or
 * {@code "microsoft 60-70"}. Passages and figures are made up; {@code limit} says why one is known
 * to be read otherwise.
 */
class PassagesTest {
  static final String PASSAGES = "/claim/passages.jsonl";

  @TestFactory
  Stream<DynamicTest> everyPassageStatesItsShares() throws IOException {
    return LabelledPassage.tests(PASSAGES, Optional.empty(), StatedText::share);
  }
}
