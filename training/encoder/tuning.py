"""Training that can stop at any moment and go on from its last checkpoint to the same weights."""

import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable

import jax
import jax.numpy as jnp
import numpy as np
import optax

from encoder import batches, bert
from encoder.batches import Sequence

SMOOTHING = 0.05  # of the labels
WARM_UP = 0.06  # of all steps
DECAY = 0.01  # of the weights
LAST_RATE = 0.05  # of the highest learning rate


@dataclass(frozen=True)
class Settings:
    seed: int
    epochs: float
    rate: float
    masked: float
    checkpoint_every: int
    pause_while: Path | None


class Tuning:
    """One run over the sequences; every random choice follows from seed, epoch and step."""

    def __init__(self, base: bert.Base, sequences: list[Sequence], settings: Settings, checkpoint: Path):
        self._base = base
        self._sequences = sequences
        self._settings = settings
        self._checkpoint = checkpoint
        self.steps_per_epoch = len(batches.plan(sequences, None))
        self._steps = round(settings.epochs * self.steps_per_epoch)
        self._rate = optax.warmup_cosine_decay_schedule(
            0, settings.rate, int(WARM_UP * self._steps) + 1, self._steps, settings.rate * LAST_RATE
        )
        self._optimizer = optax.chain(
            optax.clip_by_global_norm(1.0), optax.scale_by_adam(), optax.add_decayed_weights(DECAY)
        )
        self._tuned = base.tuned
        self._state = self._optimizer.init(base.tuned)
        self._done = 0
        self._step = jax.jit(self._one_step)
        if checkpoint.exists():
            self._resume()

    def run(self, after_epoch: Callable[[int, bert.Weights], None]) -> bert.Weights:
        per_epoch = self.steps_per_epoch
        print(f"{len(self._sequences)} sequences, {per_epoch} steps an epoch, {self._done} done", flush=True)
        if self._done == self._steps:  # stopped behind the last step
            after_epoch(-(-self._done // per_epoch), self._tuned)
        while self._done < self._steps:
            epoch = self._done // per_epoch
            self._epoch(epoch)
            after_epoch(epoch + 1, self._tuned)
        return self._tuned

    def _epoch(self, epoch: int) -> None:
        order = np.random.default_rng((self._settings.seed, epoch))
        skipped = self._done - epoch * self.steps_per_epoch
        losses, started = [], time.monotonic()
        for number, batch in enumerate(batches.of(self._sequences, order, self._settings.masked)):
            if number < skipped:
                continue
            if self._done == self._steps:
                break
            self._wait_while_paused()
            key = jax.random.fold_in(jax.random.PRNGKey(self._settings.seed), self._done)
            self._tuned, self._state, loss = self._step(
                self._tuned, self._state, batch.ids, batch.mask, batch.spans, batch.labels, batch.weights, key,
                np.float32(self._rate(self._done)),
            )
            self._done += 1
            losses.append(float(loss))
            if self._done % 50 == 0:
                seconds = (time.monotonic() - started) / len(losses)
                recent = np.mean(losses[-50:])
                print(f"  epoch {epoch + 1} step {number + 1} loss {recent:.3f} {seconds:.2f} s a step", flush=True)
            if self._done % self._settings.checkpoint_every == 0:
                self._save()
        self._save()

    def _one_step(self, tuned, state, ids, mask, spans, labels, weights, key, rate):
        def loss(tuned):
            gold = jax.nn.one_hot(labels, bert.CLASSES) * (1 - SMOOTHING) + SMOOTHING / bert.CLASSES
            likely = jax.nn.log_softmax(bert.logits(self._base, tuned, ids, mask, spans, key))
            return -(likely * gold).sum(-1).ravel() @ weights.ravel() / jnp.maximum(weights.sum(), 1)

        value, gradient = jax.value_and_grad(loss)(tuned)
        update, state = self._optimizer.update(gradient, state, tuned)
        update = jax.tree.map(lambda change: -rate * change, update)
        return optax.apply_updates(tuned, update), state, value

    def _wait_while_paused(self) -> None:
        while self._settings.pause_while and self._settings.pause_while.exists():
            time.sleep(2)

    def _save(self) -> None:
        leaves = jax.tree.leaves((self._tuned, self._state))
        arrays = {f"leaf{i}": np.asarray(leaf) for i, leaf in enumerate(leaves)}
        partial = self._checkpoint.with_suffix(".partial.npz")
        np.savez(partial, done=self._done, **arrays)
        os.replace(partial, self._checkpoint)

    def _resume(self) -> None:
        with np.load(self._checkpoint) as stored:
            leaves, shape = jax.tree.flatten((self._tuned, self._state))
            restored = [jnp.asarray(stored[f"leaf{i}"]) for i in range(len(leaves))]
            self._tuned, self._state = jax.tree.unflatten(shape, restored)
            self._done = int(stored["done"])


class Judge:
    """Compiles the forward pass once per padded length."""

    def __init__(self, base: bert.Base):
        self._logits = jax.jit(lambda tuned, ids, mask, spans: bert.logits(base, tuned, ids, mask, spans))

    def judge(self, tuned: bert.Weights, sequences: list[Sequence]) -> tuple[np.ndarray, np.ndarray]:
        """(classes, logits) of all targets within the longest length, in the order of the batches."""
        gold, given = [], []
        for batch in batches.of(sequences):
            scores = np.asarray(self._logits(tuned, batch.ids, batch.mask, batch.spans))
            real = batch.weights > 0
            gold.append(batch.labels[real])
            given.append(scores[real])
        return np.concatenate(gold), np.concatenate(given)
