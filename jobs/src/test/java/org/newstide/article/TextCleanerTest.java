package org.newstide.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextCleanerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<p>AWS <b>grows</b></p>             | AWS grows ",
        "a < b and c > d                     | a < b and c > d",
        "<div><p><span>AWS</span></p></div>  | AWS ",
        "AWS <a href=\"x.example>OpenAI</a>  | AWS OpenAI ",
        "AWS <a href=\"x.example             | AWS ",
        "AWS <a href=\"x<b>Azure</b>         | AWS Azure ",
        "<script>var a = 'Azure'</script>AWS | AWS",
        "<STYLE>.Azure {}</style >AWS        | AWS",
        "AWS<script>Azure                    | AWS ",
        "<scripture>AWS</scripture>          | AWS ",
        "AT&amp;T &lt;b&gt; &#8217;s &#x41;  | AT&T <b> \u2019s A",
        "Q&A &unknown; &; &#xZZ; &#1114112;  | Q&A &unknown; &; &#xZZ; &#1114112;",
        "<!-- Azure --> AWS                  | AWS",
        "AWS&#146;s cloud&#x97;&#128;3       | AWS\u2019s cloud\u2014\u20ac3",
        "AWS\u0092s \u0093cloud\u0094          | AWS\u2019s \u201ccloud\u201d",
      })
  void tagsGoAndEntitiesBecomeCharacters(String raw, String clean) {
    assertThat(TextCleaner.clean(raw).text().strip()).isEqualTo(clean.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "<h2>Claude for Excel</h2><p>It helps.</p>     | Claude for Excel~It helps.~",
        "<ul><li>AWS<li class=\"x\">Azure</LI></ul>end  | AWS~Azure~end",
        "AWS<br/>Azure<br >Oracle<BR>IBM               | AWS~Azure~Oracle~IBM",
        "<div>AWS <b>grows</b></div> <div>Fast</div>   | AWS grows ~ ~Fast~",
        "<pre-x>AWS</pre-x><param>Azure<thing/>IBM     | AWS Azure IBM",
        "<tr><td>AWS</td><td>31%</td></tr><tr><td>IBM  | AWS 31% ~IBM",
        "<tr><td><p>AWS</p></td><td>31%<br></td></tr><p>IBM  | AWS 31% ~IBM",
        "<dl><dt>AWS</dt><dd>31%</dd><dt>IBM    | AWS 31% ~IBM",
      })
  void whatStandsOnLinesOfItsOwnStaysThereAndCellsStayInTheirRow(String raw, String lines) {
    assertThat(TextCleaner.clean(raw).text()).isEqualTo(lines.replace('~', '\n'));
  }

  @Test
  void tagsDoNotTellCopiesApart() {
    String marked = "<p>AWS grows.</p><p>Azure<br>grows, too.</p>";

    assertThat(ContentHash.of("", TextCleaner.text(marked)))
        .isEqualTo(ContentHash.of("", "AWS grows. Azure grows, too."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A\u200BWS",
        "A\u200D\u2060WS\uFEFF",
        "\u202AAWS\u202C",
        "\u2066AWS\u2069",
        "A\u00ADWS",
        "A\u0000W\u0007S\u0081",
        "A&#8203;W&shy;S",
        "A&#0;WS",
        "\uFF21\uFF37\uFF33"
      })
  void marksThatNobodySeesLeaveNamesWhole(String raw) {
    assertThat(TextCleaner.clean(raw).text()).isEqualTo("AWS");
  }

  @Test
  void invalidUtf8AndLoneSurrogatesLeaveTheRestReadable() {
    byte[] broken = {'A', 'W', 'S', ' ', (byte) 0xC3, (byte) 0x28, (byte) 0xFF, ' ', 'o', 'k'};
    String decoded = new String(broken, StandardCharsets.UTF_8);
    assertThat(TextCleaner.clean(decoded).text()).isEqualTo("AWS \uFFFD(\uFFFD ok");
    for (String entity : new String[] {"&#xD800;", "&#xDFFF;", "&#55357;"}) {
      String clean = TextCleaner.clean("AWS " + entity + " ok").text();
      assertThat(clean.getBytes(StandardCharsets.UTF_8))
          .as(entity)
          .isEqualTo(("AWS " + entity + " ok").getBytes(StandardCharsets.UTF_8));
    }
    assertThat(TextCleaner.clean("AWS \uD83D <b>ok").text()).startsWith("AWS ").endsWith("ok");
    assertThat(TextCleaner.clean("AWS &#128640;").text()).isEqualTo("AWS \uD83D\uDE80");
  }

  @Test
  void combiningMarksStayWithTheirLetters() {
    assertThat(TextCleaner.clean("Cafe\u0301 <i>AWS</i>").text().strip())
        .isEqualTo("Cafe\u0301 AWS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<", "<script", "&", "&#", "</", "<a href=", "\u200B", "<script>&", "<!--"})
  void hostileRepeatsTakeLinearTime(String unit) {
    String hostile = unit.repeat(2_000_000 / unit.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThat(TextCleaner.clean(hostile).text()).hasSizeLessThanOrEqualTo(2_000_000));
  }

  @Test
  void aWordOfSixtyFourThousandLettersStaysOneWord() {
    String word = "A".repeat(65_536);
    assertThat(TextCleaner.clean("<b>" + word + "</b>").text().strip()).isEqualTo(word);
    assertThat(TextCleaner.clean(word).text()).isSameAs(word);
  }

  /** Pieces of feeds: plain words, mark-up whole and broken, entities, invisible marks. */
  @Provide
  Arbitrary<String> raw() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "AWS",
            " ",
            "x",
            "\n",
            "<b>",
            "</b>",
            "<p>",
            "<br/>",
            "<",
            ">",
            "<a href=\"",
            "<script>",
            "</script>",
            "&amp;",
            "&",
            "&#65;",
            "&#x1F680;",
            ";",
            "&nbsp;",
            "\u200B",
            "\u00A0",
            "\uFF21",
            "\uD83D\uDE80",
            "\uD83D",
            "\u0000",
            "\u202E",
            "<!--",
            "-->",
            "&shy;");
    return pieces.list().ofMaxSize(40).map(list -> String.join("", list));
  }

  @Property
  void everyCleanUnitKnowsItsRawPlace(@ForAll("raw") String raw) {
    CleanText clean = TextCleaner.clean(raw);
    int previous = -1;
    for (int i = 0; i < clean.text().length(); i++) {
      int at = clean.rawStart(i);
      assertThat(at).isBetween(0, raw.length() - 1).isGreaterThanOrEqualTo(previous);
      char unit = clean.text().charAt(i);
      boolean isOfTag = raw.charAt(at) == '<' && unit == '\n';
      if (!isOfTag
          && unit != ' '
          && unit < 0xFF00
          && raw.charAt(at) != '&'
          && raw.charAt(at) < 0xFF00) {
        assertThat(raw.charAt(at)).isEqualTo(unit);
      }
      assertThat(clean.rawEnd(i + 1)).isGreaterThan(at).isLessThanOrEqualTo(raw.length());
      previous = at;
    }
  }

  @Property
  void cleanTextHoldsNoMarkOrControl(@ForAll("raw") String raw) {
    assertThat(TextCleaner.clean(raw).text())
        .doesNotContainPattern("[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF\u00AD\u0000\u00A0]");
  }

  @Property
  void plainTextComesBackAsItIs(@ForAll("plain") String text) {
    assertThat(TextCleaner.clean(text).text()).isSameAs(text);
  }

  @Provide
  Arbitrary<String> plain() {
    return Arbitraries.strings().withChars("aZ09 .,;>\"'\n\u00E9\u2019\u20AC").ofMaxLength(80);
  }
}
