package org.newstide.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.linear.LinearModel;
import org.newstide.linear.ModelFile;
import org.newstide.linear.ModelShape;

class LinearSentimentTest {
  private static final LinearSentiment MODEL = LinearSentiment.bundled();

  @Test
  void probabilitiesSumToOne() {
    Probabilities p = judge("Shares of Acme fell 5% after the outage.", "Acme");

    assertThat(p.negative() + p.neutral() + p.positive()).isCloseTo(1, within(1e-9));
  }

  @Test
  void fallingSharesAreNegativeAndABeatenForecastIsPositive() {
    assertThat(judge("Acme shares plunge 12% after weak results", "Acme").label())
        .isEqualTo(Label.NEGATIVE);
    assertThat(judge("Acme profit beats forecasts as cloud demand surges", "Acme").label())
        .isEqualTo(Label.POSITIVE);
  }

  @Test
  void negationTakesThePraiseAway() {
    double praised = judge("Acme is a reliable and secure provider, users say.", "Acme").positive();
    double denied =
        judge("Acme is not a reliable and secure provider, users say.", "Acme").positive();

    assertThat(denied).isLessThan(praised);
  }

  @Test
  void theWinnerOfAComparisonStandsBetterThanTheLoser() {
    String text = "Acme beats Zenith in cloud growth";

    assertThat(judge(text, "Acme", "Zenith").positive())
        .isGreaterThan(judge(text, "Zenith", "Acme").positive());
  }

  @Test
  void namesCarryNoVerdict() {
    Probabilities one = judge("Acme said Zenith shares fell.", "Acme", "Zenith");
    Probabilities other = judge("Lawsuit said Fraud shares fell.", "Lawsuit", "Fraud");

    assertThat(other).isEqualTo(one);
  }

  @Test
  void aPossessiveAndAnAdjoiningSignDoNotHideTheName() {
    Document document = document("Acme-backed firm says Acme’s profit fell");
    MaskedTokens masked = masked(document, spans(document.title(), "Acme"), List.of());

    assertThat(masked.word[0]).isEqualTo(MaskedTokens.TARGET);
    assertThat(masked.word[5]).isEqualTo(MaskedTokens.TARGET);
  }

  @Test
  void mentionsInTitleAndTextAreReadTogether() {
    Document document =
        new Document("Acme stumbles", "Regulators fined Acme for fraud.", Optional.empty());
    List<Target> targets = List.of(new Target(Field.TITLE, 0, 4), new Target(Field.TEXT, 17, 21));

    assertThat(MODEL.judge(document, targets, List.of()).label()).isEqualTo(Label.NEGATIVE);
  }

  @Test
  void anEmptySentenceAndATextOfSignsOnlyGiveAVerdict() {
    Document document = new Document("", "?!", Optional.empty());

    Probabilities p = MODEL.judge(document, List.of(new Target(Field.TEXT, 0, 1)), List.of());

    assertThat(p.negative() + p.neutral() + p.positive()).isCloseTo(1, within(1e-9));
  }

  @Test
  void aSerialisedCopyJudgesAlike() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(MODEL);
    }
    Document document = document("Acme wins a record deal");
    List<Target> targets = spans(document.title(), "Acme");
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      LinearSentiment copy = (LinearSentiment) in.readObject();

      assertThat(copy.judge(document, targets, List.of()))
          .isEqualTo(MODEL.judge(document, targets, List.of()));
      assertThat(copy.model()).isEqualTo("linear-v1");
    }
  }

  @Test
  void aModelIsNamedAfterItsFile(@TempDir Path folder) {
    Path file = folder.resolve("small.bin.gz");
    ModelShape shape = LinearSentiment.SHAPE;
    LinearModel model =
        LinearModel.of(
            shape.classes(),
            new float[shape.tables() * shape.features() * shape.classes()],
            new double[shape.settings()]);
    ModelFile.write(shape, model, file, new PrintWriter(new StringWriter()));
    assertThat(LinearSentiment.load(file).model()).isEqualTo("small");
  }

  @Test
  void aModelWithoutItsDigestIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("bare.bin.gz");
    Files.write(file, new byte[] {1});

    assertThatThrownBy(() -> LinearSentiment.load(file)).hasMessageContaining("MODEL_UNTRUSTED");
  }

  @Test
  void behindTheLeadOfALongTextOnlySentencesWithMentionsAreRead() {
    String lead = "The fair was quiet. ".repeat(100);
    String text = lead + "Shops were open. Oracle soared. Trains ran late.";
    Document document = new Document("", text, Optional.empty());
    int mention = text.indexOf("Oracle");
    BitSet mentions = new BitSet();
    mentions.set(mention);

    Tokens tokens = new Tokens();
    tokens.read(document, mentions, Lexicon.bundled());

    assertThat(tokens.start[tokens.size - 3]).isEqualTo(mention);
    assertThat(tokens.end[tokens.size - 2]).isEqualTo(text.indexOf(" Trains") - 1);
    assertThat(tokens.start[tokens.size - 4]).isLessThan(lead.length());
  }

  private static Probabilities judge(String title, String target, String... others) {
    Document document = document(title);
    List<Target> otherSpans = new ArrayList<>();
    for (String other : others) {
      otherSpans.addAll(spans(title, other));
    }
    return MODEL.judge(document, spans(title, target), otherSpans);
  }

  private static Document document(String title) {
    return new Document(title, "", Optional.empty());
  }

  private static MaskedTokens masked(Document document, List<Target> targets, List<Target> others) {
    Tokens tokens = new Tokens();
    tokens.read(document, new BitSet(), Lexicon.bundled());
    MaskedTokens masked = new MaskedTokens();
    masked.mask(tokens, targets, others);
    return masked;
  }

  private static List<Target> spans(String title, String name) {
    List<Target> spans = new ArrayList<>();
    for (int at = title.indexOf(name); at >= 0; at = title.indexOf(name, at + 1)) {
      spans.add(new Target(Field.TITLE, at, at + name.length()));
    }
    return spans;
  }
}
