package org.newstide.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newstide.article.CleanText;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.article.TextCleaner;

class MentionFinderTest {
  /** Square time on these texts would take hours, linear time takes a fraction of a second. */
  private static final Duration LINEAR = Duration.ofSeconds(30);

  private static final MentionFinder FINDER = new MentionFinder(TestCatalog.SHIPPED);

  private static List<String> found(String raw) {
    Document document = TestCatalog.document(raw);
    return TestCatalog.surfaces(document, FINDER.find(document).mentions());
  }

  @Test
  void offsetsPointAtTheSurfaceInEachCleanedField() {
    Document document =
        new Document(
            "Microsoft and OpenAI part", "OpenAI turns to Amazon Web Services.", Optional.empty());

    List<Mention> mentions = FINDER.find(document).mentions();

    assertThat(TestCatalog.surfaces(document, mentions))
        .containsExactly("Microsoft", "OpenAI", "OpenAI", "Amazon Web Services");
    assertThat(mentions)
        .extracting(Mention::field)
        .containsExactly(Field.TITLE, Field.TITLE, Field.TEXT, Field.TEXT);
    assertThat(mentions)
        .extracting(m -> m.entity().id())
        .containsExactly("microsoft", "openai", "openai", "aws");
  }

  @ParameterizedTest
  @CsvSource({
    "Microsoft Azure grows,Microsoft Azure",
    "Amazon Web Services grows,Amazon Web Services",
    "Azure OpenAI Service grows,Azure OpenAI Service",
    "Google Cloud Platform grows,Google Cloud Platform",
    "the Microsoft 365 Copilot licence,Microsoft 365 Copilot"
  })
  void longestNameWinsAndIsOneMention(String text, String surface) {
    assertThat(found(text)).containsExactly(surface);
  }

  @Test
  void nameAndItsAbbreviationAreTwoMentions() {
    assertThat(found("Amazon Web Services (AWS) grew."))
        .containsExactly("Amazon Web Services", "AWS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OpenAI's model", "OpenAI\u2019s model", "the OpenAI\u2019 model"})
  void possessiveStaysOutsideTheSpan(String text) {
    assertThat(found(text)).containsExactly("OpenAI");
  }

  @Test
  void pluralsOfChipsAreFound() {
    assertThat(found("It rents H100s and TPUs.")).containsExactly("H100s", "TPUs");
  }

  @Test
  void tickersCountWithoutTheirBrackets() {
    assertThat(found("Microsoft (NASDAQ:MSFT) and Alphabet (GOOGL, $GOOG) rose; ORCL fell."))
        .containsExactly("Microsoft", "MSFT", "Alphabet", "GOOGL", "GOOG", "ORCL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail press@openai.com today",
        "see https://www.microsoft.com/en-us/Azure/pricing",
        "see www.Nvidia.com/AI",
        "see http://example.org/?q=OpenAI",
        "pip install git+https://github.com/openai/whisper",
        "the file nvidia_driver was lost",
        "by @OpenAI on the network",
        "at bgandg.com/META today"
      })
  void addressesLinksAndHandlesNameNoOne(String text) {
    assertThat(found(text)).isEmpty();
  }

  @Test
  void aStopBehindANameIsNoHostName() {
    assertThat(found("They chose OpenAI. The others chose Microsoft.")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the laws of physics",
        "an Azurea beetle",
        "Microsofts",
        "XAWS",
        "AWSX",
        "Metallica",
        "Oracles",
        "metadata",
        "Googleplex"
      })
  void lettersInsideWordsAreNoNames(String text) {
    assertThat(found(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2023-05-01,Google shows Bard.,Google Bard",
    "2023-05-01,The chatbot Bard errs.,Bard",
    "2024-09-01,The chatbot Bard errs.,''",
    "2024-09-01,Google has renamed Bard.,Google Bard",
    "2024-09-01,Gemini plans a trip.,Gemini",
    "2022-09-01,Gemini plans a trip.,''",
    "2022-09-01,The chatbot Gemini plans a trip.,''"
  })
  void namesCountInTheirDaysAndElseOnlyBesideTheirMaker(String day, String text, String expected) {
    Document document = TestCatalog.document(text, day);

    assertThat(String.join(" ", TestCatalog.surfaces(document, FINDER.find(document).mentions())))
        .isEqualTo(expected);
  }

  @Test
  void oneSenseHoldsForTheWholeDocument() {
    Document document =
        new Document(
            "",
            "IBM sold a reading system in those years, and hospitals bought it by the dozen, but"
                + " the doctors hardly used it. In the end Watson was given up.",
            Optional.empty());

    assertThat(FINDER.find(document).mentions())
        .hasSize(2)
        .allMatch(m -> m.organisationId().equals("ibm"));
  }

  @ParameterizedTest
  @CsvSource({
    "A\u200bWS grows",
    "A\u00adWS grows",
    "A\u202eW\u202cS grows",
    "\ufeffAWS grows",
    "A\u0000WS grows",
    "\uff21\uff37\uff33 grows",
    "&#65;WS grows",
    "A&#x57;S grows",
    "A&shy;WS grows"
  })
  void marksThatNobodySeesAndOtherSpellingsOfALetterHideNoName(String raw) {
    Document document = TestCatalog.document(raw);

    assertThat(TestCatalog.surfaces(document, FINDER.find(document).mentions()))
        .containsExactly("AWS");
  }

  @Test
  void rawOffsetsLeadBackToTheHiddenName() {
    String raw = "Now A\u200bW\u200bS grows";
    CleanText clean = TextCleaner.clean(raw);

    Mention mention =
        FINDER.find(new Document("", clean.text(), Optional.empty())).mentions().get(0);

    assertThat(raw.substring(clean.rawStart(mention.start()), clean.rawEnd(mention.end())))
        .isEqualTo("A\u200bW\u200bS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"AW\u0301S", "A\u0308WS", "AWS\u0301", "\ud800AW\udc00S", "A\ud83d\ude00WS"})
  void combiningMarksAndLoneSurrogatesMakeAnotherWordAndNoError(String raw) {
    assertThatCode(() -> found(raw)).doesNotThrowAnyException();
    assertThat(found(raw)).isEmpty();
  }

  @Test
  void nameBesideALoneSurrogateIsFound() {
    assertThat(found("\ud800 AWS \udc00")).containsExactly("AWS");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p><b><i>OpenAI</i></b> grows</p> | OpenAI",
        "<div title='AWS'>OpenAI <em>and</em> <b>Micro</b>soft | OpenAI",
        "<script>var x = 'Nvidia';</script>OpenAI | OpenAI",
        "<style>.Nvidia {}</style>OpenAI | OpenAI",
        "<script>if (Nvidia < 3) | ''",
        "<a href='https://openai.com/'>OpenAI</a> | OpenAI",
        "<a href=\"https://microsoft.com <b>OpenAI</b> | OpenAI",
        "3 < 4 says OpenAI > Meta | OpenAI Meta"
      })
  void tagsScriptsAndStylesNameNoOne(String raw, String expected) {
    assertThat(String.join(" ", found(raw))).isEqualTo(expected);
  }

  @Test
  void lettersOfPatternsAreLiteral(@TempDir Path dir) throws IOException {
    MentionFinder finder =
        new MentionFinder(
            TestCatalog.of(
                dir,
                """
                entities:
                  - id: plus
                    name: Plus
                    categories: [ai_model]
                    aliases: ["C.D+", "(x|y)*z", "a{9}[b]$"]
                """));
    Document document =
        TestCatalog.document("C.D+ and CxDD, (x|y)*z and xyz, a{9}[b]$ and aaaaaaaaab");

    assertThat(TestCatalog.surfaces(document, finder.find(document).mentions()))
        .containsExactly("C.D+", "(x|y)*z", "a{9}[b]$");
  }

  @Test
  void aWordSpeaksForEveryContextWhateverItsCasingThere(@TempDir Path dir) throws IOException {
    MentionFinder finder =
        new MentionFinder(
            TestCatalog.of(
                dir,
                """
                contexts:
                  chips: ["NVIDIA"]
                  clouds: ["Nvidia"]
                entities:
                  - id: hopper
                    name: Hopper
                    categories: [ai_model]
                    aliases: [{name: "Hopper", tier: anchored, contexts: [chips]}]
                  - id: lambda
                    name: Lambda
                    categories: [ai_model]
                    aliases: [{name: "Lambda", tier: anchored, contexts: [clouds]}]
                """));
    Document document = TestCatalog.document("Lambda buys Hopper from Nvidia.");

    assertThat(TestCatalog.surfaces(document, finder.find(document).mentions()))
        .containsExactly("Lambda", "Hopper");
  }

  @Test
  void aWordOfSixtyFourThousandLettersTakesLinearTime() {
    String word = "Amazon".repeat(11_000);
    String almost = "OpenA".repeat(13_000) + " " + "A\u200b".repeat(32_000);

    Assertions.assertTimeoutPreemptively(
        LINEAR, () -> assertThat(found(word + " " + almost + " AWS")).containsExactly("AWS"));
  }

  @Test
  void aMillionNamesTakeLinearTimeAndStopAtTheBound() {
    String names = "AWS Nova Azure OpenAI ".repeat(250_000);

    MentionFinder.Found found =
        Assertions.assertTimeoutPreemptively(
            LINEAR, () -> FINDER.find(TestCatalog.document(names)));

    assertThat(found.mentions()).hasSizeLessThanOrEqualTo(MentionFinder.MOST_NAMES + 1);
    assertThat(found.isCut()).isTrue();
  }

  @Test
  void namesOfTitleAndTextTogetherStopAtTheBound() {
    String half = "AWS ".repeat(MentionFinder.MOST_NAMES / 2);

    assertThat(FINDER.find(new Document(half, half, Optional.empty())).isCut()).isFalse();
    assertThat(FINDER.find(new Document(half, half + "AWS", Optional.empty())).isCut()).isTrue();
  }

  @Test
  void namesThatMeanNobodyCountForTheBound() {
    MentionFinder.Found found = FINDER.find(TestCatalog.document("nova Nova ".repeat(6_000)));

    assertThat(found.mentions()).isEmpty();
    assertThat(found.isCut()).isTrue();
  }

  @Test
  void confidenceIsAProbabilityAndLowerForDoubtfulNames() {
    List<Mention> mentions =
        FINDER.find(TestCatalog.document("Microsoft says that Phi learns.")).mentions();

    assertThat(mentions).extracting(Mention::confidence).allMatch(p -> p > 0.5 && p < 1);
    assertThat(mentions.get(1).confidence()).isLessThan(mentions.get(0).confidence());
  }

  @Test
  void aPercentageIsNoVersion() {
    Document document =
        TestCatalog.document("OpenAI's ChatGPT has 79.8% of visits, Claude 0.9%, Claude 3.5 less.");

    assertThat(TestCatalog.surfaces(document, FINDER.find(document).mentions()))
        .containsExactly("OpenAI", "ChatGPT", "Claude", "Claude 3.5");
  }

  @Test
  void survivesSerialisation() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(FINDER);
    }
    Object copy = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
    Document document = TestCatalog.document("Google's Gemini and AWS");

    assertThat(((MentionFinder) copy).find(document)).isEqualTo(FINDER.find(document));
  }
}
