package org.newstide.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.newstide.article.Document;
import org.newstide.article.TextCleaner;
import org.newstide.catalog.Catalog;

/**
 * Who is meant, case by case. Analysts add lines to {@code mention/hard-cases.csv}: the doubtful
 * name, the day, a sentence, the organisations in order of mention ("-" for none), and why.
 */
class HardCasesTest {
  private static final MentionFinder FINDER =
      new MentionFinder(
          Catalog.load(Path.of(System.getProperty("newstide.root"), "conf", "catalog")));

  private record Case(String name, String day, String text, String expected, String why) {}

  @TestFactory
  Stream<DynamicTest> everyCaseNamesWhoIsMeant() throws IOException {
    return cases().stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.name() + ": " + c.why(),
                    () -> assertThat(organisations(c)).as(c.text()).isEqualTo(c.expected())));
  }

  @Test
  void theCasesAreManyAndCoverEveryDoubtfulName() throws IOException {
    List<Case> cases = cases();

    assertThat(cases).hasSizeGreaterThanOrEqualTo(120);
    assertThat(cases.stream().map(Case::name).distinct())
        .contains(
            "Amazon",
            "Meta",
            "Oracle",
            "Gemini",
            "Claude",
            "Copilot",
            "Llama",
            "Nova",
            "Titan",
            "Mistral",
            "Phi",
            "Cohere",
            "Bard",
            "Grok",
            "Sora",
            "Bedrock",
            "Snowflake",
            "Perplexity",
            "Lambda",
            "Inflection",
            "Together",
            "Groq",
            "Watson");
  }

  private static String organisations(Case c) {
    Document document =
        new Document("", TextCleaner.clean(c.text()).text(), Optional.of(LocalDate.parse(c.day())));
    String found =
        FINDER.find(document).mentions().stream()
            .map(Mention::organisationId)
            .collect(Collectors.joining(" "));
    return found.isEmpty() ? "-" : found;
  }

  private static List<Case> cases() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                HardCasesTest.class.getResourceAsStream("/mention/hard-cases.csv"),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(line -> line.split("\\|"))
          .map(cells -> new Case(cells[0], cells[1], cells[2], cells[3], cells[4]))
          .toList();
    }
  }
}
