"""One table of what score.py measured on every labelled set, with three baselines of sentiment beside it.

Usage: table.py SCORE.py LEXICON.tsv PREDICTIONS_DIR LABELS.jsonl ... Standard library only. The baselines are scored by score.py's
own functions, each on the organisations or targets that the prediction judged:
  majority        the most frequent label of the set's train.jsonl, else of the set itself
  lexicon         the sign of the summed tone of the words in the sentences that name the target
  sentence-level  the prediction without its target: the mean probabilities over all organisations of the item
"""
import importlib.util
import json
import re
import sys
from collections import Counter
from pathlib import Path

LABELS = ("negative", "neutral", "positive")
WORD = re.compile(r"[^\W\d_]+(?:['’]t)?")
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?\n]+|$)")
NEGATORS = {"not", "no", "never", "without", "cannot", "nor", "neither", "hardly", "barely"}
NEGATION_REACH = 3
LEAST_TONE = 1.0


def lexicon_tones(path):
    rows = (line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8") if not line.startswith("#"))
    return {row[0]: float(row[1]) for row in rows if len(row) == 2}


def tone(text, tones):
    total, reach = 0.0, 0
    for word in WORD.findall(text.lower()):
        negated = word in NEGATORS or word.endswith(("n't", "n’t"))
        total += tones.get(word, 0.0) * (-1 if reach > 0 else 1)
        reach = NEGATION_REACH if negated else reach - 1
    return total


def naming_sentences(text, spans):
    return " ".join(
        found.group() for found in SENTENCE.finditer(text) if any(found.start() <= start < found.end() for start in spans)
    )


def lexicon_label(total):
    return "positive" if total >= LEAST_TONE else "negative" if total <= -LEAST_TONE else "neutral"


def likeliest(probabilities):
    mean = [sum(column) / len(probabilities) for column in zip(*probabilities)]
    return LABELS[mean.index(max(mean))]


def labels_of(row):
    if "targets" in row:
        return [target["sentiment"] for target in row["targets"]]
    return list(row.get("sentiment", {}).values())


def majority(labels_path):
    train = labels_path.with_name("train.jsonl")
    counts = Counter()
    for line in open(train if train.exists() else labels_path, encoding="utf-8"):
        counts.update(labels_of(json.loads(line)))
    return counts.most_common(1)[0][0] if counts else "neutral"


def judged(gold, predicted, tones, most_frequent):
    """For each judged target: its label, then what the prediction and the three baselines say."""
    for item, row in gold.items():
        found = predicted.get(item, {})
        if "targets" in row:
            verdicts = {(t["start"], t["end"]): t for t in found.get("targets", [])}
            whole = likeliest([v["p"] for v in verdicts.values()]) if verdicts else None
            for target in row["targets"]:
                verdict = verdicts.get((target["start"], target["end"]))
                if verdict:
                    text = naming_sentences(row["text"], [target["start"]])
                    words = lexicon_label(tone(text, tones))
                    yield target["sentiment"], verdict["label"], most_frequent, words, whole
        else:
            verdicts = found.get("sentiment", {})
            whole = likeliest([v["p"] for v in verdicts.values()]) if verdicts else None
            for organisation, label in row.get("sentiment", {}).items():
                if organisation in verdicts:
                    text = ""
                    for field in ("title", "text"):
                        spans = [m["start"] for m in row["mentions"] if m["field"] == field and m["organisation"] == organisation]
                        text += naming_sentences(row.get(field, ""), spans) + ". "
                    words = lexicon_label(tone(text, tones))
                    yield label, verdicts[organisation]["label"], most_frequent, words, whole


def figure(value):
    return "" if value is None else f"{value:.3f}".lstrip("0") if value < 1 else "1.000"


def main():
    score_py, lexicon, out_dir, *sets = map(Path, sys.argv[1:])
    spec = importlib.util.spec_from_file_location("score", score_py)
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    tones = lexicon_tones(lexicon)
    rows = []
    for labels in sets:
        name = f"{labels.parent.name}-{labels.stem}"
        scores = json.load(open(out_dir / f"{name}.json"))
        all_of = scores["all"]
        fitted = " (trained on)" if labels.stem == "train" else ""
        verdicts = list(judged(score.read(labels), score.read(out_dir / f"{name}.jsonl"), tones, majority(labels)))
        if verdicts:
            macro = [score.classes([(v[0], v[k]) for v in verdicts])["macro_f1"] for k in range(1, 5)]
            rows.append((labels.parent.name + "/" + labels.stem, "sentiment macro-F1" + fitted, len(verdicts), *macro))
        for kind in ("mention_overlap", "organisation_in_item", "relation_any", "relation_typed", "share_claim"):
            measured = all_of.get(kind)
            if measured and measured["gold"]:
                row = (labels.parent.name + "/" + labels.stem, kind + " F1" + fitted, measured["gold"], measured["f1"])
                rows.append(row + (None, None, None))
    print("| set | measure | of | newstide | majority | lexicon | sentence-level |")
    print("|---|---|---|---|---|---|---|")
    for place, measure, size, *values in rows:
        print(f"| {place} | {measure} | {size} | " + " | ".join(figure(value) for value in values) + " |")


if __name__ == "__main__":
    main()
