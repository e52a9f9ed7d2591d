#!/usr/bin/env python3
"""Draws unlabelled items of the corpora for a teacher to label, and joins them with its labels.

draw: JSON lines {id, title, text} from the three corpora, at most --most of each, in an order that the
seed decides. Items that share many word runs with a set that only measures are left out.
join: the drawn items that annotate found somebody in, with its mentions and its probabilities, in the
form that train-sentiment learns from.
"""

import argparse
import hashlib
import json
import re
from pathlib import Path
from typing import Iterator

import pyarrow.parquet as pq

# Corpus folder: columns of address, title and text.
COLUMNS = {
    "rss-2023-h1": ("link", "title", "summary"),
    "tech-digests-2018-2026": ("url", "title", "description"),
    "fulltext-2017-2026": ("url", "headline", "body"),
}
LONGEST = 4000  # characters of a text; the linear model reads little more of an article
RUN = 6  # words
SHARED = 0.4  # of an item's runs: as the labelled sets were kept apart from each other


def main() -> None:
    options = arguments()
    if options.command == "draw":
        measuring = {run for path in options.apart for row in lines(path) for run in runs(words(row))}
        with open(options.out, "w", encoding="utf-8") as out:
            for corpus in COLUMNS:
                for row in drawn(options.corpora / corpus, options.most, options.seed, measuring):
                    out.write(json.dumps(row, ensure_ascii=False) + "\n")
    else:
        items = {row["id"]: row for row in lines(options.items)}
        with open(options.out, "w", encoding="utf-8") as out:
            for labels in lines(options.labels):
                if labels["sentiment"]:
                    row = {**items[labels["id"]], "mentions": labels["mentions"], "sentiment": labels["sentiment"]}
                    out.write(json.dumps(row, ensure_ascii=False) + "\n")


def drawn(folder: Path, most: int, seed: int, measuring: set[str]) -> Iterator[dict]:
    url, title, text = COLUMNS[folder.name]
    rows = []
    for file in sorted(folder.rglob("*.parquet")):
        table = pq.ParquetFile(file).read(columns=[url, title, text])
        rows += [row for row in table.to_pylist() if row[title] or row[text]]
    rows.sort(key=lambda row: hashlib.sha256(f"{seed} {row[url]}".encode()).digest())
    count = 0
    for row in rows:
        item = {"id": f"{folder.name} {row[url]}", "title": row[title] or "", "text": (row[text] or "")[:LONGEST]}
        own = runs(words(item))
        if own and len(own & measuring) > SHARED * len(own):
            continue
        yield item
        count += 1
        if count == most:
            return


def words(row: dict) -> list[str]:
    return re.findall(r"\w+", f"{row.get('title') or ''} {row['text']}".lower())


def runs(words: list[str]) -> set[str]:
    return {" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def lines(path: Path) -> Iterator[dict]:
    with open(path, encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    draw = commands.add_parser("draw")
    draw.add_argument("--corpora", type=Path, required=True, help="folder of the three corpora")
    draw.add_argument("--apart", type=Path, action="append", default=[], help="labelled items that only measure")
    draw.add_argument("--most", type=int, default=40_000, help="items of each corpus")
    draw.add_argument("--seed", type=int, default=20260101)
    draw.add_argument("--out", type=Path, required=True)
    join = commands.add_parser("join")
    join.add_argument("--items", type=Path, required=True)
    join.add_argument("--labels", type=Path, required=True, help="what annotate wrote")
    join.add_argument("--out", type=Path, required=True)
    return parser.parse_args()


if __name__ == "__main__":
    main()
