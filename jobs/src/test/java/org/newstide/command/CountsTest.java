package org.newstide.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountsTest {
  @Test
  void conservationStandsFirstThenEveryCount() {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("read", 1200L);
    counts.put("accepted", 1100L);
    counts.put("exact_duplicates", 60L);
    counts.put("quarantined", 40L);
    StringWriter out = new StringWriter();

    Counts.print(new PrintWriter(out), counts);

    assertThat(out.toString().lines())
        .containsExactly(
            "1,200 read = 1,100 accepted + 60 exact duplicates + 40 quarantined",
            "  read                      1,200",
            "  accepted                  1,100",
            "  exact_duplicates             60",
            "  quarantined                  40");
  }
}
