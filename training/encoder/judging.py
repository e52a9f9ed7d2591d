"""What an exported encoder says, by ONNX Runtime alone: Spark NLP must say the same."""

import json
from pathlib import Path

import numpy as np
import onnxruntime

from encoder import batches, items, scoring


class Onnx:
    """Logits of targets by ONNX Runtime, one text at a time as in Spark NLP: int8 results depend on padding."""

    def __init__(self, path: Path):
        self._session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])

    def judge(self, sequences: list[batches.Sequence]) -> tuple[np.ndarray, np.ndarray]:
        """(classes, logits) of all targets within the longest length."""
        gold, given = [], []
        for sequence in sequences:
            ids = np.array([sequence.pieces], np.int64)
            feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
            logits = self._session.run(["logits"], feed)[0][0]
            for label, marks in zip(sequence.labels, sequence.spans[:, : len(logits)]):
                if marks.any():  # a target past the cut counts for nothing
                    gold.append(label)
                    given.append(marks @ logits / marks.sum())
        return np.array(gold), np.array(given)


def read_examples(path: Path) -> list[dict]:
    """JSON lines of text, start and end (code points of one name)."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def write_examples(path: Path, examples: list[dict], model: Onnx, tokenizer) -> None:
    """The examples with their word pieces, the places of the name's first pieces, and the probabilities.

    int8 kernels differ between kinds of CPU, so a test elsewhere needs the pieces to compare exactly.
    """
    with open(path, "w", encoding="utf-8") as out:
        for example in examples:
            target = items.Target(((example["start"], example["end"]),), 0)
            sequences = batches.encode(tokenizer, [items.Item("", "", example["text"], (target,))])
            probabilities = scoring.softmax(model.judge(sequences)[1])[0]
            judged = {
                **example,
                "pieces": sequences[0].pieces,
                "places": [int(place) for place in np.flatnonzero(sequences[0].spans[0])],
                "p": [round(float(p), 6) for p in probabilities],
            }
            out.write(json.dumps(judged, ensure_ascii=False) + "\n")
