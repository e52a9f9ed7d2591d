package org.newstide.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.newstide.Nearest;

/**
 * One block of the configuration. Each question names a key; what is wrong is noted in {@link
 * Problems} and a stand-in returned, so that reading goes on. {@link #close} notes the keys that
 * nobody asked for.
 */
final class Section {
  private final ConfigObject object;
  private final String prefix;
  private final Problems problems;
  private final TreeSet<String> asked = new TreeSet<>();

  Section(ConfigObject object, String prefix, Problems problems) {
    this.object = object;
    this.prefix = prefix;
    this.problems = problems;
  }

  Section section(String key) {
    return new Section(asObject(key, value(key)), prefix + key + ".", problems);
  }

  /** The blocks of a required, non-empty list. */
  List<Section> sections(String key) {
    List<Section> sections = new ArrayList<>();
    List<ConfigValue> items = items(key);
    if (items.isEmpty()) {
      problem(key, "needs at least one entry");
    }
    for (ConfigValue item : items) {
      String place = key + "[" + sections.size() + "]";
      sections.add(new Section(asObject(place, Optional.of(item)), prefix + place + ".", problems));
    }
    return sections;
  }

  String text(String key) {
    return required(key, optionalText(key), "");
  }

  Optional<String> optionalText(String key) {
    return value(key).flatMap(value -> asText(key, value));
  }

  List<String> texts(String key) {
    return items(key).stream().flatMap(item -> asText(key, item).stream()).toList();
  }

  int integer(String key, int least, int most) {
    return number(key, least, most, BigDecimal::intValueExact, "a whole number");
  }

  double decimal(String key, int least, int most) {
    return number(key, least, most, BigDecimal::doubleValue, "a number");
  }

  /** A text that {@code parse} understands; it says no by throwing. */
  <T> Optional<T> parsed(String key, Function<String, T> parse, String expected) {
    return optionalText(key).flatMap(text -> attempt(key, text, parse, expected));
  }

  <T> T required(String key, Optional<T> value, T standIn) {
    if (value.isEmpty() && value(key).isEmpty()) {
      problem(key, "is missing");
    }
    return value.orElse(standIn);
  }

  <E extends Enum<E>> E choice(String key, Class<E> type) {
    E[] choices = type.getEnumConstants();
    List<String> names = Arrays.stream(choices).map(Section::lowerName).toList();
    Function<String, E> parse = text -> choices[indexOf(names, text)];
    String nearest =
        value(key)
            .map(value -> Nearest.to(String.valueOf(value.unwrapped()), names))
            .map(name -> "; did you mean " + name + "?")
            .orElse("");
    String expected = "one of " + String.join(", ", names) + nearest;
    return required(key, parsed(key, parse, expected), choices[0]);
  }

  void problem(String key, String problem) {
    problems.add(
        value(key).map(ConfigValue::origin).orElse(object.origin()), prefix + key, problem);
  }

  void close() {
    new TreeSet<>(object.keySet())
        .stream()
            .filter(name -> !asked.contains(name))
            .forEach(name -> problems.addUnknown(object.get(name).origin(), prefix + name));
  }

  private Optional<ConfigValue> value(String key) {
    asked.add(key);
    problems.know(prefix + key);
    return Optional.ofNullable(object.get(key))
        .filter(value -> value.valueType() != ConfigValueType.NULL);
  }

  private List<ConfigValue> items(String key) {
    Optional<ConfigValue> value = value(key);
    if (value.isPresent() && value.get() instanceof ConfigList list) {
      return list;
    }
    if (value.isPresent()) {
      problem(key, "must be a list");
    }
    return List.of();
  }

  private ConfigObject asObject(String key, Optional<ConfigValue> value) {
    if (value.isPresent() && value.get() instanceof ConfigObject block) {
      return block;
    }
    value.ifPresent(other -> problems.add(other.origin(), prefix + key, "must be a block { }"));
    return ConfigValueFactory.fromMap(Map.of()).withOrigin(object.origin());
  }

  private Optional<String> asText(String key, ConfigValue value) {
    if (value.valueType() == ConfigValueType.STRING) {
      String text = (String) value.unwrapped();
      if (!text.isBlank()) {
        return Optional.of(text);
      }
    }
    problems.add(value.origin(), prefix + key, "must be a text that is not blank");
    return Optional.empty();
  }

  private <N extends Number> N number(
      String key, int least, int most, Function<BigDecimal, N> convert, String kind) {
    String expected = kind + " from " + least + " to " + most;
    Function<String, N> parse =
        text -> {
          BigDecimal number = new BigDecimal(text.strip());
          if (number.compareTo(BigDecimal.valueOf(least)) < 0
              || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            throw new IllegalArgumentException("out of range");
          }
          return convert.apply(number);
        };
    Optional<N> parsed =
        value(key)
            .flatMap(value -> attempt(key, String.valueOf(value.unwrapped()), parse, expected));
    return required(key, parsed, convert.apply(BigDecimal.valueOf(least)));
  }

  private <T> Optional<T> attempt(
      String key, String text, Function<String, T> parse, String expected) {
    try {
      return Optional.of(parse.apply(text));
    } catch (RuntimeException invalid) {
      problem(key, "must be " + expected);
      return Optional.empty();
    }
  }

  private static int indexOf(List<String> names, String text) {
    return names.indexOf(text.toLowerCase(Locale.ROOT));
  }

  private static String lowerName(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
