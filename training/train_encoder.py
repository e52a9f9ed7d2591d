#!/usr/bin/env python3
"""Tunes a small encoder to judge the sentiment toward each organisation of a text, on the CPU.

Reads the base's fp32 .onnx and tokenizer .json, tunes on NewsMTSC, SEntFiN and cloud-ai together and
keeps whole articles of each apart. A run that was stopped goes on when the same command is given again.
"""

import argparse
import json
import os
from pathlib import Path

import jax
import numpy as np

from encoder import batches, bert, items, scoring
from encoder.items import APART
from encoder.tuning import Judge, Settings, Tuning


def main() -> None:
    options = arguments()
    options.out.mkdir(parents=True, exist_ok=True)
    jax.config.update("jax_compilation_cache_dir", str(options.out.absolute() / "compiled"))
    tokenizer = batches.load_tokenizer(options.base)
    train, all_apart, measured = [], [], {}
    for name, parts in APART.items():
        kept, apart = items.split(items.read(options.gold / name / "train.jsonl"), parts)
        train += kept[: options.limit]
        all_apart += apart
        measured[name] = batches.encode(tokenizer, apart[: options.limit])
    for path in options.more:
        train += items.without_titles_of(all_apart, items.read(path))[: options.limit]
    if options.measure:
        measured["measured only"] = batches.encode(tokenizer, items.read(options.measure))
    base = bert.load(options.base, options.seed)
    if options.start:
        base = bert.Base(base.frozen, load_weights(options.start), base.layers)
    settings = Settings(
        options.seed, options.epochs, options.rate, options.masked, options.checkpoint_every, options.pause_while
    )
    tuning = Tuning(base, batches.encode(tokenizer, train), settings, options.out / "checkpoint.npz")
    judge = Judge(base)

    def after_epoch(epoch: int, tuned: bert.Weights) -> None:
        np.savez(options.out / "weights.partial.npz", **{name: np.asarray(value) for name, value in tuned.items()})
        os.replace(options.out / "weights.partial.npz", options.out / "weights.npz")
        reports = measure(judge, tuned, measured)
        (options.out / f"epoch-{epoch}.json").write_text(json.dumps(reports, indent=1) + "\n")
        short = {name: (r["macro_f1"], r["calibration_error"]) for name, r in reports.items() if name != "temperature"}
        print(f"epoch {epoch}: temperature {reports['temperature']:.3f}, macro-F1 and calibration error {short}", flush=True)

    tuning.run(after_epoch)


def measure(judge: Judge, tuned: bert.Weights, measured: dict) -> dict:
    """Reports per set; the temperature is fitted on the texts kept apart, never on those measured only."""
    judged = {name: judge.judge(tuned, sequences) for name, sequences in measured.items()}
    divisor = scoring.temperature([judged[name] for name in APART])
    reports = {n: scoring.report(gold, scoring.softmax(logits, divisor)) for n, (gold, logits) in judged.items()}
    return {"temperature": divisor, **reports}


def load_weights(path: Path) -> bert.Weights:
    with np.load(path) as stored:
        return {name: np.asarray(stored[name]) for name in stored.files}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", type=Path, required=True, help="folder of the base's .onnx and tokenizer .json")
    parser.add_argument("--gold", type=Path, required=True, help="folder of newsmtsc, sentfin and cloud-ai")
    parser.add_argument("--out", type=Path, required=True, help="folder of checkpoint, weights and reports")
    parser.add_argument("--measure", type=Path, help="labelled items that are only measured after each epoch")
    parser.add_argument("--more", type=Path, action="append", default=[], help="further labelled items to train on")
    parser.add_argument("--start", type=Path, help="weights.npz of an earlier run to go on from")
    parser.add_argument("--epochs", type=float, default=2, help="may be a fraction; a resumed run may change it")
    parser.add_argument("--rate", type=float, default=1.2e-4, help="highest learning rate")
    parser.add_argument("--masked", type=float, default=0, help="share of the targets that lose their name")
    parser.add_argument("--seed", type=int, default=20260101)
    parser.add_argument("--checkpoint-every", type=int, default=100, metavar="STEPS")
    parser.add_argument("--pause-while", type=Path, metavar="FILE", help="wait between steps while this file exists")
    parser.add_argument("--limit", type=int, help="at most so many items of each set, to try the program")
    return parser.parse_args()


if __name__ == "__main__":
    main()
