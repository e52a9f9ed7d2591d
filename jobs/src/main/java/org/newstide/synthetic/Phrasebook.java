package org.newstide.synthetic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.newstide.sentiment.Label;

/**
 * The sentences of the synthetic corpus. Those of {@code title}, {@code lead} and {@code more} name
 * one organisation, once, and are favourable, neutral or unfavourable to it; all others name nobody
 * of the catalog.
 */
final class Phrasebook {
  /** Which sentence of an article. */
  enum Place {
    TITLE,
    LEAD,
    MORE
  }

  private final Map<String, List<String>> words;
  private final Map<String, List<Template>> templates = new LinkedHashMap<>();

  private Phrasebook(Map<String, List<String>> words, Map<String, List<String>> frames) {
    this.words = words;
    frames.forEach(
        (section, sentences) ->
            templates.put(
                section,
                sentences.stream().map(sentence -> Template.of(sentence, words)).toList()));
  }

  static Phrasebook bundled() {
    Map<String, List<String>> words = sections("/synthetic/words.txt");
    words.put("customer", pairs(words.get("customer.first"), words.get("customer.last")));
    return new Phrasebook(words, sections("/synthetic/frames.txt"));
  }

  private static List<String> pairs(List<String> first, List<String> last) {
    return first.stream().flatMap(a -> last.stream().map(b -> a + " " + b)).toList();
  }

  /** Appends a drawn sentence that speaks of an organisation in a tone. */
  void tell(
      StringBuilder text, SplittableRandom random, Place place, Label tone, String organisation) {
    draw(of(place, tone), random).append(text, random, organisation);
  }

  /** Appends a drawn sentence of a section without organisations, such as {@code noise.body}. */
  void tell(StringBuilder text, SplittableRandom random, String section) {
    draw(templates.get(section), random).append(text, random, "");
  }

  List<Template> of(Place place, Label tone) {
    return templates.get(place.name().toLowerCase(Locale.ROOT) + "." + tone.label());
  }

  List<Template> of(String section) {
    return templates.get(section);
  }

  List<String> words(String slot) {
    return words.get(slot);
  }

  private static <T> T draw(List<T> choices, SplittableRandom random) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Lines by the {@code [section]} they stand under; lines that start with # are comments. */
  private static Map<String, List<String>> sections(String resource) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    try (InputStream in = Phrasebook.class.getResourceAsStream(resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> section = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("[")) {
          section = new ArrayList<>();
          sections.put(line.substring(1, line.length() - 1), section);
        } else if (!line.isBlank() && !line.startsWith("#")) {
          section.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sections;
  }
}
