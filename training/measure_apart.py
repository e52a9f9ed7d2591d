#!/usr/bin/env python3
"""Measures the readers of sentiment on the articles that the encoder was not trained on.

split: writes of each labelled set what the encoder learnt from (NAME-train.jsonl) and what was kept apart
(NAME-apart.jsonl), and of Newstide's own labels those of other articles (labelled-train.jsonl).
table: macro-F1 and calibration error of each engine's predictions (NAME-ENGINE.jsonl) on what was kept apart.
"""

import argparse
import json
from pathlib import Path
from typing import Iterator

import numpy as np

from encoder import scoring
from encoder.items import APART, LABELS, is_apart, item_of

ENGINES = ("linear", "spark-nlp", "cascade")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    split_options = commands.add_parser("split")
    split_options.add_argument("--gold", type=Path, required=True, help="folder of newsmtsc, sentfin and cloud-ai")
    split_options.add_argument("--labelled", type=Path, required=True, help="Newstide's own labels, joined with texts")
    table_options = commands.add_parser("table")
    for options in (split_options, table_options):
        options.add_argument("--folder", type=Path, required=True, help="of the files written and read")
    options = parser.parse_args()
    if options.command == "split":
        split(options.gold, options.labelled, options.folder)
    else:
        table(options.folder)


def split(gold: Path, labelled: Path, folder: Path) -> None:
    titles: set[str] = set()
    for name, parts in APART.items():
        rows = read(gold / name / "train.jsonl")
        apart = [row for row in rows if is_apart(item_of(row).article, parts)]
        titles |= {title_of(row) for row in apart} - {""}
        write(folder / f"{name}-apart.jsonl", apart)
        # Another passage of an article kept apart would give it away.
        write(
            folder / f"{name}-train.jsonl",
            [row for row in rows if not is_apart(item_of(row).article, parts) and title_of(row) not in titles],
        )
    write(folder / "labelled-train.jsonl", [row for row in read(labelled) if title_of(row) not in titles])


def table(folder: Path) -> None:
    print(f"{'kept apart':<12}{'targets':>9}" + "".join(f"{engine:>20}" for engine in ENGINES))
    for name in APART:
        cells = []
        for engine in ENGINES:
            gold, probabilities = judged(read(folder / f"{name}-apart.jsonl"), read(folder / f"{name}-{engine}.jsonl"))
            report = scoring.report(gold, probabilities)
            cells.append(f"{report['macro_f1']:>12.3f} ({report['calibration_error']:.3f})")
        print(f"{name:<12}{len(gold):>9,}" + "".join(f"{cell:>20}" for cell in cells))


def judged(rows: list[dict], predictions: list[dict]) -> tuple[np.ndarray, np.ndarray]:
    """(classes, probabilities) of the targets, of items those of the organisations that were found."""
    given = {row["id"]: row for row in predictions}
    pairs = [pair for row in rows for pair in pairs_of(row, given[row["id"]])]
    return np.array([LABELS.index(label) for label, _ in pairs]), np.array([p for _, p in pairs])


def pairs_of(row: dict, prediction: dict) -> Iterator[tuple[str, list[float]]]:
    if "targets" in row:
        for target, found in zip(row["targets"], prediction["targets"], strict=True):
            yield target["sentiment"], found["p"]
    else:
        for organisation, label in row["sentiment"].items():
            if organisation in prediction["sentiment"]:
                yield label, prediction["sentiment"][organisation]["p"]


def title_of(row: dict) -> str:
    return row.get("title") or ""


def read(path: Path) -> list[dict]:
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def write(path: Path, rows: list[dict]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
