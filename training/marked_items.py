#!/usr/bin/env python3
"""Passages written for the purpose, as items for train-sentiment, train-encoder.sh and annotate.

Reads JSON lines {family, title, text} with names marked as [[NAME|organisation|LABEL]], LABEL one of - 0 +. Writes
{id, group, title, text, mentions, sentiment}; passages of one family share most of their words, so they are one group.
"""

import argparse
import json
import re
from pathlib import Path

MARK = re.compile(r"\[\[([^|\[\]]+)\|([^|\[\]]+)\|([-0+])\]\]")
LABEL_OF = {"-": "negative", "0": "neutral", "+": "positive"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("passages", type=Path, help="such as training/labels/contrasts.jsonl")
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    lines = options.passages.read_text(encoding="utf-8").splitlines()
    items = [item(number, json.loads(line)) for number, line in enumerate(lines, 1)]
    options.out.write_text("".join(json.dumps(i, ensure_ascii=False) + "\n" for i in items), encoding="utf-8")


def item(number: int, passage: dict) -> dict:
    sentiment: dict[str, str] = {}
    mentions: list[dict] = []
    fields = {field: unmarked(field, passage[field], mentions, sentiment) for field in ("title", "text")}
    named = {"id": f"{passage['family']} {number}", "group": passage["family"], **fields}
    return {**named, "mentions": mentions, "sentiment": sentiment}


def unmarked(field: str, marked: str, mentions: list[dict], sentiment: dict[str, str]) -> str:
    """The plain text; adds to mentions and sentiment."""
    plain, end = "", 0
    for mark in MARK.finditer(marked):
        name, organisation, label = mark.groups()
        if sentiment.setdefault(organisation, LABEL_OF[label]) != LABEL_OF[label]:
            raise SystemExit(f"Two labels for {organisation}: {marked}")
        plain += marked[end : mark.start()]
        span = {"start": len(plain), "end": len(plain) + len(name)}
        mentions.append({"field": field, **span, "organisation": organisation})
        plain += name
        end = mark.end()
    plain += marked[end:]
    if "[[" in plain or "]]" in plain:
        raise SystemExit(f"A broken mark: {marked}")
    return plain


if __name__ == "__main__":
    main()
