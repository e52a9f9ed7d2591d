#!/usr/bin/env python3
"""Writes a tuned encoder as int8 ONNX for Spark NLP, with its training report and model card.

The temperature is fitted on the articles kept apart. The report measures it the way it will be used,
on articles it was not fitted on: each half of them is judged with the temperature of the other half.
"""

import argparse
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Iterable

import numpy as np

from encoder import batches, card, export, items, judging, scoring
from encoder.judging import Onnx
from encoder.items import APART
from train_encoder import load_weights


def main() -> None:
    options = arguments()
    tokenizer = batches.load_tokenizer(options.base)
    apart = {n: items.split(items.read(options.gold / n / "train.jsonl"), p)[1] for n, p in APART.items()}
    measured = {"measured only": items.read(options.measure)} if options.measure else {}
    weights = load_weights(options.weights)
    if options.before:
        weights = mixed(load_weights(options.before), weights, options.share)

    export.write(options.base, weights, 1.0, options.out)
    judged = {
        kind: {name: judge(Onnx(path), tokenizer, kept) for name, kept in {**apart, **measured}.items()}
        for kind, path in (("int8", options.out / "model.onnx"), ("fp32", options.out.parent / "fp32.onnx"))
    }
    # The head stays fp32, so dividing its weights by the temperature divides the logits: judged once.
    halves = [fit((judged["int8"][name] for name in APART), rest) for rest in (0, 1)]
    temperature = fit(judged["int8"][name] for name in APART)
    export.write(options.base, weights, temperature, options.out)

    report = {"steps": options.steps, "seed": options.seed, "temperature": round(temperature, 4)}
    for kind, sets in judged.items():
        crossed = {name: sets[name].report([halves[1], halves[0]]) for name in APART}
        report[kind] = {**crossed, **{name: sets[name].report([temperature] * 2) for name in measured}}
    report["int8 against fp32"] = differences(judged, temperature)
    (options.out / "training-report.json").write_text(json.dumps(report, indent=1) + "\n")
    (options.out / "MODEL_CARD.md").write_text(card.text(report, options.out), encoding="utf-8")
    examples = judging.read_examples(options.examples)
    judging.write_examples(options.out / "examples.jsonl", examples, Onnx(options.out / "model.onnx"), tokenizer)
    print((options.out / "MODEL_CARD.md").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Judged:
    """classes (n), uncooled logits (n, CLASSES) and the half of the articles (n) of a set's targets."""

    gold: np.ndarray
    logits: np.ndarray
    halves: np.ndarray

    def report(self, temperatures: list[float]) -> dict:
        """With one temperature for each half."""
        divisors = np.array(temperatures)[self.halves][:, None]
        return scoring.report(self.gold, scoring.softmax(self.logits / divisors))


def mixed(before: dict, after: dict, share: float) -> dict:
    """The average of two runs' weights, of which the second went on from the first (Wortsman et al. 2022)."""
    return {name: (1 - share) * before[name] + share * after[name] for name in after}


def judge(model: Onnx, tokenizer, kept: list[items.Item]) -> Judged:
    parts = []
    for rest in (0, 1):
        own = [item for item in kept if items.is_apart("half " + item.article, 2) == bool(rest)]
        gold, logits = model.judge(batches.encode(tokenizer, own))
        parts.append((gold, logits, np.full(len(gold), rest)))
    return Judged(*(np.concatenate(part) for part in zip(*parts)))


def fit(sets: Iterable[Judged], of: int | None = None) -> float:
    """The temperature of all sets, or of one half of their articles."""
    chosen = [(s, np.full(len(s.halves), True) if of is None else s.halves == of) for s in sets]
    return scoring.temperature([(s.gold[part], s.logits[part]) for s, part in chosen])


def differences(judged: dict[str, dict[str, Judged]], temperature: float) -> dict:
    """How far the two models' probabilities lie apart, over all targets kept apart."""
    int8, fp32 = (
        scoring.softmax(np.concatenate([sets[name].logits for name in APART]), temperature)
        for sets in (judged["int8"], judged["fp32"])
    )
    largest = np.abs(int8 - fp32).max(-1)
    return {
        "mean": round(float(largest.mean()), 4),
        "99th percentile": round(float(np.percentile(largest, 99)), 4),
        "same class": round(float((int8.argmax(-1) == fp32.argmax(-1)).mean()), 4),
    }


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, required=True, help="folder of the base's .onnx and tokenizer .json")
    parser.add_argument("--weights", type=Path, required=True, help="weights.npz of train_encoder.py")
    parser.add_argument("--before", type=Path, help="weights that those were tuned on from: exported is an average")
    parser.add_argument("--share", type=float, default=0.7, help="of --weights in that average")
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--measure", type=Path, help="labelled items that are only measured")
    parser.add_argument("--examples", type=Path, required=True, help="texts with a span, whose probabilities a test compares")
    parser.add_argument("--steps", required=True, help="how the weights were trained, for the card")
    parser.add_argument("--seed", type=int, default=20260101)
    parser.add_argument("--out", type=Path, required=True, help="folder for Spark NLP")
    return parser.parse_args()


if __name__ == "__main__":
    main()
