package org.newstide.sentiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newstide.article.CodePointOffsets;
import org.newstide.article.Document;
import org.newstide.article.Field;
import org.newstide.linear.FeatureVector;
import org.newstide.linear.LabelledLines;

/**
 * Reads labelled JSON lines of two forms. Items: {@code title, text, mentions [{field, start, end,
 * organisation}], sentiment {organisation: label}}. Targets: {@code text, targets [{start, end,
 * sentiment}]}. Offsets count code points. Examples of one {@code group}, by default of one title,
 * stay in one fold. A label may also be what {@code annotate} writes, with the probabilities {@code
 * p} of a teacher.
 */
final class TrainingSet {
  /** NewsMTSC ids: article, sentence, name, span; sentences of one article stay in one fold. */
  private static final Pattern SENTENCE_OF_ARTICLE = Pattern.compile("(.+?_\\d+_-?\\d+)_\\d+_.*");

  private final Workspace workspace = new Workspace();
  private final List<Example> examples = new ArrayList<>();

  private TrainingSet() {}

  static List<Example> read(List<Path> files) {
    TrainingSet set = new TrainingSet();
    for (Path file : files) {
      set.read(file);
    }
    return set.examples;
  }

  private void read(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    String name = Objects.requireNonNull(Objects.requireNonNull(parent).getFileName()).toString();
    LabelledLines.read(
        file,
        "title, text, mentions and sentiment, or with text and targets",
        item -> read(name, item));
  }

  private void read(String set, JsonNode item) {
    String title = item.path("title").asText("");
    String text = item.path("text").asText("");
    Document document = new Document(title, text, Optional.empty());
    String article = title.isEmpty() ? article(item.path("id").asText()) : title;
    String group = item.path("group").asText(article);
    if (item.has("targets")) {
      readTargets(set, group, document, item.get("targets"));
    } else {
      readItem(set, group, document, item);
    }
  }

  private static String article(String id) {
    Matcher sentence = SENTENCE_OF_ARTICLE.matcher(id);
    return sentence.matches() ? sentence.group(1) : id;
  }

  private void readTargets(String set, String group, Document document, JsonNode targets) {
    CodePointOffsets offsets = new CodePointOffsets(document.text());
    for (JsonNode target : targets) {
      List<Target> others = new ArrayList<>();
      for (JsonNode other : targets) {
        if (other != target) {
          others.add(target(Field.TEXT, offsets, other));
        }
      }
      Collections.sort(others); // labels stand in any order
      List<Target> own = List.of(target(Field.TEXT, offsets, target));
      add(set, group, document, own, others, target.path("sentiment"));
    }
  }

  private void readItem(String set, String group, Document document, JsonNode item) {
    CodePointOffsets titleOffsets = new CodePointOffsets(document.title());
    CodePointOffsets textOffsets = new CodePointOffsets(document.text());
    for (Map.Entry<String, JsonNode> label : item.path("sentiment").properties()) {
      List<Target> own = new ArrayList<>();
      List<Target> others = new ArrayList<>();
      for (JsonNode mention : item.path("mentions")) {
        boolean inTitle = mention.path("field").asText().equals("title");
        Target target =
            inTitle
                ? target(Field.TITLE, titleOffsets, mention)
                : target(Field.TEXT, textOffsets, mention);
        boolean isOwn = mention.path("organisation").asText().equals(label.getKey());
        (isOwn ? own : others).add(target);
      }
      if (!own.isEmpty()) {
        add(set, group, document, own, others, label.getValue());
      }
    }
  }

  private static Target target(Field field, CodePointOffsets offsets, JsonNode span) {
    return new Target(
        field, offsets.utf16(span.path("start").asInt()), offsets.utf16(span.path("end").asInt()));
  }

  private void add(
      String set,
      String group,
      Document document,
      List<Target> own,
      List<Target> others,
      JsonNode verdict) {
    FeatureVector features = workspace.features(document, own, others);
    // annotate writes a label with its probabilities: then a model is the teacher.
    JsonNode label = verdict.isObject() ? verdict.get("label") : verdict;
    double[] taught = verdict.isObject() ? probabilities(verdict.get("p")) : null;
    int parsed = Label.valueOf(label.asText().toUpperCase(Locale.ROOT)).ordinal();
    examples.add(Example.of(set, group, Form.of(document), parsed, taught, features));
  }

  private static double[] probabilities(JsonNode p) {
    double[] probabilities = new double[Label.CLASSES];
    for (int c = 0; c < probabilities.length; c++) {
      probabilities[c] = p.get(c).asDouble();
    }
    return probabilities;
  }
}
