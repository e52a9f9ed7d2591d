package org.newstide.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A sentence with slots, such as {@code {org} opens office in {place}}. The slot {@code org} takes
 * the name that the sentence is about; the others take a drawn word or number.
 */
final class Template {
  private static final String ORGANISATION = "org";

  /** What stands at one place of the sentence. */
  private sealed interface Part {}

  private record Literal(String text) implements Part {}

  private record Name() implements Part {}

  private record Words(List<String> choices) implements Part {}

  private record Number(String before, int from, int to, int step, String after) implements Part {}

  private static final Map<String, Number> NUMBERS =
      Map.of(
          "number", new Number("", 120, 9000, 10, ""),
          "small", new Number("", 2, 40, 1, ""),
          "percent", new Number("", 2, 40, 1, "%"),
          "money", new Number("$", 2, 900, 1, " million"));

  private final List<Part> parts;

  private Template(List<Part> parts) {
    this.parts = parts;
  }

  /**
   * @param sentence its slots in braces
   * @param words choices by slot
   * @throws IllegalArgumentException where a slot is neither a number nor among the words
   */
  static Template of(String sentence, Map<String, List<String>> words) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', at)) {
      int close = sentence.indexOf('}', open);
      if (close < 0) {
        throw new IllegalArgumentException("an open slot in: " + sentence);
      }
      parts.add(new Literal(sentence.substring(at, open)));
      parts.add(slot(sentence.substring(open + 1, close), words));
      at = close + 1;
    }
    parts.add(new Literal(sentence.substring(at)));
    return new Template(List.copyOf(parts));
  }

  private static Part slot(String name, Map<String, List<String>> words) {
    if (name.equals(ORGANISATION)) {
      return new Name();
    }
    Number number = NUMBERS.get(name);
    if (number != null) {
      return number;
    }
    List<String> choices = words.get(name);
    if (choices == null) {
      throw new IllegalArgumentException("no words for the slot {" + name + "}");
    }
    return new Words(choices);
  }

  /** How often it names its organisation. */
  int names() {
    return (int) parts.stream().filter(part -> part instanceof Name).count();
  }

  void append(StringBuilder text, SplittableRandom random, String organisation) {
    for (Part part : parts) {
      if (part instanceof Literal literal) {
        text.append(literal.text());
      } else if (part instanceof Words words) {
        text.append(words.choices().get(random.nextInt(words.choices().size())));
      } else if (part instanceof Number number) {
        text.append(number.before())
            .append(random.nextInt(number.from(), number.to()) / number.step() * number.step())
            .append(number.after());
      } else {
        text.append(organisation);
      }
    }
  }
}
