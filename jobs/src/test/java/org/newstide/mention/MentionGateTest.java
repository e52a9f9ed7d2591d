package org.newstide.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newstide.catalog.Alias;

class MentionGateTest {
  private static final MentionGate GATE = new MentionGate(TestCatalog.SHIPPED);
  private static final MentionFinder FINDER = new MentionFinder(TestCatalog.SHIPPED);
  private static final List<String> NAMES =
      TestCatalog.SHIPPED.aliases().stream().map(Alias::text).distinct().toList();

  /** Between the letters of a name: what cleaning drops, and what it takes for a space. */
  private static final List<String> BETWEEN =
      List.of(
          "",
          "",
          "",
          "",
          "",
          "\u200b",
          "\u00ad",
          "\u2060",
          "\ufeff",
          "\u202e",
          "\u0000",
          "\u007f",
          "\u0081",
          "&shy;",
          "&zwj;",
          "&#8203;",
          "&#x200b;",
          "\u0301",
          "<b>",
          "</i>",
          "<br>");

  private static boolean passes(String raw) {
    return GATE.mayMention(raw.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everyNameOfTheCatalogPassesInEveryDress() {
    for (String name : NAMES) {
      assertThat(name.chars().mapToObj(c -> "&#" + c + ";").collect(Collectors.joining()))
          .as("%s in entities", name)
          .matches(MentionGateTest::passes);
      assertThat(fullWidth(name)).as("%s full-width", name).matches(MentionGateTest::passes);
      assertThat(String.join("\u200b", name.split("")))
          .as("%s with zero-width spaces", name)
          .matches(MentionGateTest::passes);
      assertThat("so (" + name + ")").matches(MentionGateTest::passes);
      assertThat(name + "\u2019s").matches(MentionGateTest::passes);
      assertThat(name.replace(" ", "\u00a0")).matches(MentionGateTest::passes);
      assertThat(name.replace(" ", "&nbsp;\n")).matches(MentionGateTest::passes);
      assertThat(name.replace(" ", "</b> ")).matches(MentionGateTest::passes);
      assertThat(name.replace(" ", " <b>")).matches(MentionGateTest::passes);
      assertThat(name.replace(" ", "<br>")).matches(MentionGateTest::passes);
      assertThat(name.replace("-", "\u2011")).matches(MentionGateTest::passes);
    }
  }

  @Property(tries = 3000)
  void neverLosesATextInWhichTheFinderFindsAName(@ForAll("rawTexts") String raw) {
    if (!FINDER.find(TestCatalog.document(raw)).mentions().isEmpty()) {
      assertThat(passes(raw)).as("gate on %s", raw).isTrue();
    }
  }

  @Property(tries = 1000)
  void anyBytesAtAllAreReadWithoutError(@ForAll byte[] bytes) {
    boolean isNamed =
        !FINDER
            .find(TestCatalog.document(new String(bytes, StandardCharsets.UTF_8)))
            .mentions()
            .isEmpty();

    assertThat(GATE.mayMention(bytes) || !isNamed).isTrue();
  }

  @Provide
  Arbitrary<String> rawTexts() {
    Arbitrary<String> dressedName =
        Combinators.combine(
                Arbitraries.of(NAMES),
                Arbitraries.of(BETWEEN).list().ofSize(24),
                Arbitraries.integers().between(0, 5).list().ofSize(24))
            .as(MentionGateTest::dressed);
    Arbitrary<String> plain =
        Arbitraries.of(
            " ",
            " ",
            " ",
            ", ",
            "-",
            "(",
            ")",
            "'s ",
            "\u2019s ",
            "&amp;",
            "&#039;",
            "&nbsp;",
            "<p>",
            "<a href=",
            "\n",
            "x",
            "3",
            " 2.5",
            "-4o",
            "\u00e9",
            "\u201c",
            "\u0097",
            "\u0092s ",
            "&#151;",
            "&#146;s ",
            "Google ",
            "model ",
            "AI ",
            "in the ");
    Arbitrary<String> wild = Arbitraries.strings().ofMaxLength(6);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, dressedName),
            net.jqwik.api.Tuple.of(5, plain),
            net.jqwik.api.Tuple.of(1, wild))
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  /** A name with marks between its letters, and some letters in another dress. */
  private static String dressed(String name, List<String> between, List<Integer> dresses) {
    StringBuilder raw = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      String dress =
          switch (dresses.get(i % dresses.size())) {
            case 0 -> "&#" + (int) c + ";";
            case 1 -> fullWidth(String.valueOf(c));
            case 2 -> String.valueOf(Character.toUpperCase(c));
            default -> String.valueOf(c);
          };
      raw.append(dress).append(i + 1 < name.length() ? between.get(i % between.size()) : "");
    }
    return raw.toString();
  }

  private static String fullWidth(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append(c > ' ' && c < 0x7f ? (char) (c + 0xfee0) : (char) c));
    return wide.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "A",
        "The council met on Tuesday.",
        "I\u2019m sure he&#8217;s right, and it&#039;s late",
        "the laws of physics",
        "metadata",
        "a llama under an azure sky",
        "palm trees",
        "oracles",
        "The caf\u00e9\u2026 \u201cGreat\u201d!",
        "Good Grief",
        "&#8216;Congress&#8217;"
      })
  void textsWithoutNamesStop(String raw) {
    assertThat(passes(raw)).isFalse();
  }

  @Test
  void mostPlainWordsOfEnglishStop() {
    List<String> stopped = new ArrayList<>();
    for (String word :
        List.of(
            "And", "But", "Can", "Do", "Even", "For", "Good", "He", "In", "Just", "Keep", "Less",
            "More", "Not", "Open", "Put", "Quite", "Rather", "So", "The", "Up", "Very", "We")) {
      if (!passes(word + "\u2019s ") && !passes(word + "&#8217;s ")) {
        stopped.add(word);
      }
    }

    assertThat(stopped).hasSize(23);
  }

  @Test
  void runsOfInvisibleMarksTakeLinearTime() {
    String raw = ("A" + "\u200b".repeat(100_000) + "G").repeat(20);

    boolean passed =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> passes(raw));

    assertThat(passed).isFalse();
  }

  @Test
  void runsOfInvisibleEntitiesTakeLinearTime() {
    String raw = "A" + "&#8203;".repeat(500_000) + "G";

    boolean passed =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> passes(raw));

    assertThat(passed).isFalse();
  }
}
