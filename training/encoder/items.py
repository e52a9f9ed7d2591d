"""Labelled texts, and how they are split: whole articles are kept apart, never sentences of one."""

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

LABELS = ("negative", "neutral", "positive")

# Parts of the articles; one of them is kept apart: a fifth of the public sets, a twentieth of ours.
APART = {"newsmtsc": 5, "sentfin": 5, "cloud-ai": 20}

_INDEX = {name: index for index, name in enumerate(LABELS)}

# NewsMTSC ids are article, sentence, name and span; sentences of one article stay together.
_SENTENCE_OF_ARTICLE = re.compile(r"(.+?_\d+_-?\d+)_\d+_.*")


@dataclass(frozen=True)
class Target:
    """One organisation of a text: its spans (code points) and its class."""

    spans: tuple[tuple[int, int], ...]
    label: int


@dataclass(frozen=True)
class Item:
    article: str
    title: str
    text: str
    targets: tuple[Target, ...]


def read(path: Path) -> list[Item]:
    """Reads JSON lines of two forms: text and targets; or title, text, mentions and sentiment."""
    with open(path, encoding="utf-8") as lines:
        return [item_of(json.loads(line)) for line in lines if line.strip()]


def split(items: list[Item], parts: int) -> tuple[list[Item], list[Item]]:
    """Keeps one of so many parts of the articles apart: (items to train on, items kept apart)."""
    apart = [item for item in items if is_apart(item.article, parts)]
    return [item for item in items if not is_apart(item.article, parts)], apart


def without_titles_of(apart: list[Item], items: list[Item]) -> list[Item]:
    """The items that are no other passages of articles kept apart."""
    titles = {item.title for item in apart if item.title}
    return [item for item in items if item.title not in titles]


def is_apart(article: str, parts: int) -> bool:
    return int.from_bytes(hashlib.sha256(article.encode()).digest()[:8], "big") % parts == 0


def _head(title: str) -> str:
    """What stands before the text; org.newstide.sentiment.EncoderPassage begins a passage the same way."""
    if not title:
        return ""
    return title + (" " if title[-1] in ".!?…" else ". ")


def item_of(row: dict) -> Item:
    match = _SENTENCE_OF_ARTICLE.fullmatch(row["id"])
    article = match[1] if match else row["id"]
    if "targets" in row:
        targets = [Target(((t["start"], t["end"]),), _INDEX[t["sentiment"]]) for t in row["targets"]]
        return Item(article, "", row["text"], tuple(targets))
    head = _head(row.get("title") or "")
    spans: dict[str, list[tuple[int, int]]] = {}
    for mention in row["mentions"]:
        shift = len(head) if mention["field"] == "text" else 0
        own = spans.setdefault(mention["organisation"], [])
        own.append((mention["start"] + shift, mention["end"] + shift))
    targets = [
        Target(tuple(spans[organisation]), _INDEX[label])
        for organisation, label in row["sentiment"].items()
        if organisation in spans
    ]
    return Item(article, row.get("title") or "", head + row["text"], tuple(targets))
