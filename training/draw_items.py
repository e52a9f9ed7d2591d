#!/usr/bin/env python3
"""Draws unlabelled items of the corpora for a teacher to label, and joins them with its labels.

items: JSON lines {id, title, text} from the three corpora, at most --most of each, in an order that the
seed decides, for annotate. Items that share many word runs with a set that only measures are left out.
names: likewise one sentence or headline of an item, {id, text, targets}, for score-targets; its
capitalised names are the targets, whoever they are.
labelled: the items of a file of labels, which holds addresses, places and labels but no texts.
join: what was drawn, with the teacher's probabilities, in the form that train-sentiment learns from.
"""

import argparse
import hashlib
import json
import re
from collections import Counter
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
NAME = re.compile(r"\b[A-Z][\w&.'-]*\w(?: [A-Z][\w&.'-]*\w){0,3}")
MOST_NAMES = 3
OFTEN = 5
SHARED = 0.4  # of an item's runs: as the labelled sets were kept apart from each other


def main() -> None:
    options = arguments()
    rows = {"join": joined, "labelled": labelled}.get(options.command, drawn)(options)
    with open(options.out, "w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def drawn(options: argparse.Namespace) -> Iterator[dict]:
    measuring = {run for path in options.apart for row in lines(path) for run in runs(words(row))}
    for corpus in COLUMNS:
        count = 0
        found = items(options.corpora / corpus, options.seed)
        known = known_names(found) if options.command == "names" else set()
        for item in found:
            own = runs(words(item))
            if own and len(own & measuring) > SHARED * len(own):
                continue
            row = item if options.command == "items" else with_names(item, known)
            if row:
                yield row
                count += 1
            if count == options.most:
                break


def items(folder: Path, seed: int, longest: int | None = LONGEST) -> list[dict]:
    url, title, text = COLUMNS[folder.name]
    rows = []
    for file in sorted(folder.rglob("*.parquet")):
        table = pq.ParquetFile(file).read(columns=[url, title, text])
        rows += [row for row in table.to_pylist() if row[title] or row[text]]
    rows.sort(key=lambda row: hashed(f"{seed} {row[url]}"))
    return [
        {"id": f"{folder.name} {row[url]}", "title": row[title] or "", "text": (row[text] or "")[:longest]}
        for row in rows
    ]


def known_names(found: list[dict]) -> set[str]:
    """Names that stand within headlines: where one opens a text, its capital tells nothing."""
    within = Counter(m[0] for item in found for m in NAME.finditer(item["title"]) if m.start() > 0)
    return {name for name, count in within.items() if count >= OFTEN}


def with_names(item: dict, known: set[str]) -> dict | None:
    """One sentence that names somebody, chosen by the item's address, or the headline."""
    sentences = [s for s in re.split(r"(?<=[.!?])\s+", item["text"]) if 40 <= len(s) <= 300 and "<" not in s]
    choices = [c for c in [item["title"], *sentences] if c and names(c, known)]
    if not choices:
        return None
    text = choices[int.from_bytes(hashed(item["id"])[:4], "big") % len(choices)]
    return {"id": item["id"], "text": text, "targets": names(text, known)}


def names(text: str, known: set[str]) -> list[dict]:
    """Runs of capitalised words; none where most words are capitalised, as in some headlines."""
    found = [m for m in NAME.finditer(text) if m.start() > 0 or m[0] in known]
    capitals = sum(word[0].isupper() for word in re.findall(r"[^\W\d_]+", text))
    if capitals > len(re.findall(r"[^\W\d_]+", text)) / 2:
        return []
    return [{"start": m.start(), "end": m.end()} for m in found[:MOST_NAMES]]


def joined(options: argparse.Namespace) -> Iterator[dict]:
    asked = {row["id"]: row for row in lines(options.items)}
    for labels in lines(options.labels):
        row = asked[labels["id"]]
        if "targets" in row:
            targets = [{"start": t["start"], "end": t["end"], "sentiment": t} for t in labels["targets"]]
            yield {**row, "targets": targets}
        elif labels["sentiment"]:
            yield {**row, "mentions": labels["mentions"], "sentiment": labels["sentiment"]}


def labelled(options: argparse.Namespace) -> Iterator[dict]:
    """Each label's title and passage, found by the item's address; other versions of it are told by the check."""
    wanted: dict[str, list[dict]] = {}
    for row in lines(options.labels):
        wanted.setdefault(row["id"], []).append(row)
    texts = {}
    for corpus in COLUMNS:
        for item in items(options.corpora / corpus, seed=0, longest=None):
            for row in wanted.get(item["id"], []):
                passage = item["text"][row["from"] : row["to"]]
                if check(item["title"], passage) == row["check"]:
                    texts[row["id"], row["from"]] = (item["title"], passage)
    for row in lines(options.labels):
        if (row["id"], row["from"]) not in texts:
            raise SystemExit(f"The corpora under {options.corpora} lack the labelled text of {row['id']}")
        title, passage = texts[row["id"], row["from"]]
        mentions = [dict(zip(("field", "start", "end", "organisation"), m)) for m in row["mentions"]]
        relations = [dict(zip(("a", "b", "type"), r)) for r in row.get("relations", [])]
        yield {
            **{"id": row["id"], "title": title, "text": passage, "mentions": mentions},
            **{"sentiment": row["sentiment"], "relations": relations},
        }


def check(title: str, passage: str) -> str:
    return hashed(f"{title}\n{passage}").hex()[:8]


def hashed(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


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
    for name in ("items", "names"):
        draw = commands.add_parser(name)
        draw.add_argument("--corpora", type=Path, required=True, help="folder of the three corpora")
        draw.add_argument("--apart", type=Path, action="append", default=[], help="labelled items that only measure")
        draw.add_argument("--most", type=int, default=20_000, help="rows of each corpus")
        draw.add_argument("--seed", type=int, default=20260101)
        draw.add_argument("--out", type=Path, required=True)
    labelled = commands.add_parser("labelled")
    labelled.add_argument("--corpora", type=Path, required=True, help="folder of the three corpora")
    labelled.add_argument("--labels", type=Path, required=True)
    labelled.add_argument("--out", type=Path, required=True)
    join = commands.add_parser("join")
    join.add_argument("--items", type=Path, required=True)
    join.add_argument("--labels", type=Path, required=True, help="what annotate or score-targets wrote")
    join.add_argument("--out", type=Path, required=True)
    return parser.parse_args()


if __name__ == "__main__":
    main()
