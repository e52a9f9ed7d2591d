"""Texts as word pieces, and batches of texts of like length in an order that the seed decides."""

from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

import numpy as np
from tokenizers import Tokenizer

from encoder.items import Item

LONGEST = 160  # word pieces, with [CLS] and [SEP]
TARGETS = 4  # of one sequence; a text with more organisations becomes several sequences
TOKENS = 1600  # of one batch, padding included
MASK = 103  # [MASK] in BERT's vocabulary
LENGTHS = (16, 24, 32, 48, 64, 96, 128, LONGEST)  # each is compiled once


@dataclass(frozen=True)
class Sequence:
    """A text's word pieces.

    spans: per target, 1 at the first word piece of each word of its name. names: 1 at all of its pieces.
    """

    pieces: list[int]
    spans: np.ndarray
    names: np.ndarray
    labels: list[int]


@dataclass(frozen=True)
class Batch:
    """ids, mask (n, length); spans (n, TARGETS, length); labels, weights (n, TARGETS)."""

    ids: np.ndarray
    mask: np.ndarray
    spans: np.ndarray
    labels: np.ndarray
    weights: np.ndarray


def load_tokenizer(base: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(next(base.glob("*tokenizer.json"))))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def encode(tokenizer: Tokenizer, items: list[Item]) -> list[Sequence]:
    sequences = []
    for item in items:
        encoding = tokenizer.encode(item.text)
        pieces = _cut(encoding.ids)
        firsts, places = _first_pieces(encoding), encoding.offsets[: LONGEST - 1]
        for start in range(0, len(item.targets), TARGETS):
            group = item.targets[start : start + TARGETS]
            spans = np.array([_marks(firsts, target.spans) for target in group], np.float32)
            names = np.array([_marks(places, target.spans) for target in group], np.float32)
            sequences.append(Sequence(pieces, spans, names, [target.label for target in group]))
    return sequences


def of(
    sequences: list[Sequence], order: np.random.Generator | None = None, masked: float = 0.0
) -> Iterator[Batch]:
    """Batches of one padded length each; shuffled by the generator, in file order without one.

    masked: the share of targets whose name is replaced by [MASK], for names to carry less of the verdict.
    """
    for length, members in plan(sequences, order):
        chosen = [sequences[member] for member in members]
        batch = _batch(chosen, length, rows(length))
        if masked:
            _mask_names(batch, chosen, order, masked)
        yield batch


def plan(sequences: list[Sequence], order: np.random.Generator | None) -> list[tuple[int, list[int]]]:
    by_length: dict[int, list[int]] = {length: [] for length in LENGTHS}
    for index, sequence in enumerate(sequences):
        by_length[next(n for n in LENGTHS if len(sequence.pieces) <= n)].append(index)
    batches = []
    for length, members in by_length.items():
        if order is not None:
            order.shuffle(members)
        step = rows(length)
        batches += [(length, members[i : i + step]) for i in range(0, len(members), step)]
    if order is not None:
        order.shuffle(batches)
    return batches


def rows(length: int) -> int:
    return TOKENS // length


def _mask_names(batch: Batch, members: list[Sequence], order: np.random.Generator, masked: float) -> None:
    for row, member in enumerate(members):
        for marks in member.names[:, : batch.ids.shape[1]]:
            if order.random() < masked:
                batch.ids[row, marks > 0] = MASK


def _cut(pieces: list[int]) -> list[int]:
    """Keeps the closing [SEP]: Spark NLP puts it after the last piece that fits."""
    return pieces if len(pieces) <= LONGEST else pieces[: LONGEST - 1] + pieces[-1:]


def _first_pieces(encoding) -> list[tuple[int, int] | None]:
    """Offsets of each piece that opens a word; None at the others. Spark NLP keeps only those."""
    words = encoding.word_ids[: LONGEST - 1]
    return [
        encoding.offsets[i] if word is not None and (i == 0 or words[i - 1] != word) else None
        for i, word in enumerate(words)
    ]


def _marks(places: list[tuple[int, int] | None], spans: tuple[tuple[int, int], ...]) -> np.ndarray:
    marks = np.zeros(LONGEST, np.float32)
    for i, offsets in enumerate(places):
        if offsets and any(offsets[0] < end and start < offsets[1] for start, end in spans):
            marks[i] = 1
    return marks


def _batch(members: list[Sequence], length: int, size: int) -> Batch:
    ids = np.zeros((size, length), np.int32)
    mask = np.zeros((size, length), np.float32)
    spans = np.zeros((size, TARGETS, length), np.float32)
    labels = np.zeros((size, TARGETS), np.int32)
    weights = np.zeros((size, TARGETS), np.float32)
    mask[:, 0] = 1  # a row without a text still needs one place to attend to
    for row, member in enumerate(members):
        ids[row, : len(member.pieces)] = member.pieces
        mask[row, : len(member.pieces)] = 1
        count = len(member.labels)
        spans[row, :count] = member.spans[:, :length]
        labels[row, :count] = member.labels
        weights[row, :count] = member.spans.sum(1) > 0  # a target past the cut counts for nothing
    return Batch(ids, mask, spans, labels, weights)
