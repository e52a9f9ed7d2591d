"""BERT's forward pass (Devlin et al. 2019) with a class per target, over weights in a dictionary.

Weights come from the base's ONNX graph and go back into it, so they keep its names.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import onnx
from onnx import numpy_helper

CLASSES = 3
HEAD_WIDTH = 32  # of one attention head, in MiniLM and in bge-small
DROPPED = 26  # of 256: a dropout of about 0.1, from 8 random bits a number

# Half of MiniLM's weights. Left as they are: a few thousand texts touch few of them.
FROZEN = (
    "embeddings.word_embeddings.weight",
    "embeddings.position_embeddings.weight",
    "embeddings.token_type_embeddings.weight",
)

Weights = dict[str, jax.Array]


@dataclass(frozen=True)
class Base:
    """A pre-trained encoder: weights that training leaves alone and weights that it tunes."""

    frozen: Weights
    tuned: Weights
    layers: int


def load(path: Path, seed: int) -> Base:
    """Reads the fp32 .onnx of a folder; the head starts small and random."""
    weights = dict(initial_weights(onnx.load(next(path.glob("*.onnx")))))
    layers = 1 + max(int(m[1]) for name in weights if (m := re.match(r"encoder\.layer\.(\d+)", name)))
    width = weights[FROZEN[0]].shape[1]
    random = np.random.default_rng(seed)
    weights["head.w"] = (random.normal(size=(width, CLASSES)) * 0.02).astype(np.float32)
    weights["head.b"] = np.zeros(CLASSES, np.float32)
    frozen = {name: jnp.array(weights.pop(name)) for name in FROZEN}
    return Base(frozen, {name: jnp.array(value) for name, value in weights.items()}, layers)


def initial_weights(model: onnx.ModelProto):
    """Yields (BERT's name, array) of each weight in the graph."""
    names = weight_names(model.graph)
    for initializer in model.graph.initializer:
        name = names.get(initializer.name, initializer.name)
        if name.startswith(("embeddings.", "encoder.")):
            value = numpy_helper.to_array(initializer)
            if value.dtype == np.float32:
                yield name, value


def weight_names(graph: onnx.GraphProto) -> dict[str, str]:
    """Exported MatMul weights are anonymous, but their nodes are not: initializer -> BERT's name."""
    stored = {initializer.name for initializer in graph.initializer}
    return {
        node.input[1]: node.name.strip("/").replace("/", ".").removesuffix(".MatMul") + ".weight"
        for node in graph.node
        if node.op_type == "MatMul" and node.input[1] in stored
    }


def logits(base: Base, tuned: Weights, ids, mask, spans, key=None):
    """ids, mask (n, length), spans (n, targets, length) -> (n, targets, CLASSES).

    A target's state is the mean over the first word pieces of its words, so its logits are the
    mean of theirs. With a key, dropout is on.
    """
    keys = [None] * (2 * base.layers + 2) if key is None else list(jax.random.split(key, 2 * base.layers + 2))
    words, places, kinds = (base.frozen[name] for name in FROZEN)
    state = words[ids] + places[: ids.shape[1]] + kinds[0]
    state = _drop(_norm(tuned, "embeddings.LayerNorm", state), keys[0])
    unseen = jnp.where(mask[:, None, None, :] > 0, 0.0, -1e9)
    for layer in range(base.layers):
        name = f"encoder.layer.{layer}."
        state = _attend(tuned, name, state, unseen, keys[2 * layer + 1])
        inner = jax.nn.gelu(_linear(tuned, name + "intermediate.dense", state), approximate=False)
        inner = _drop(_linear(tuned, name + "output.dense", inner), keys[2 * layer + 2])
        state = _norm(tuned, name + "output.LayerNorm", state + inner)
    pooled = jnp.einsum("nkt,ntd->nkd", spans, state) / jnp.maximum(spans.sum(-1, keepdims=True), 1)
    return _drop(pooled, keys[-1]) @ tuned["head.w"] + tuned["head.b"]


def _attend(tuned, name, state, unseen, key):
    rows, length, width = state.shape
    heads = width // HEAD_WIDTH

    def project(part):
        projected = _linear(tuned, f"{name}attention.self.{part}", state)
        return projected.reshape(rows, length, heads, HEAD_WIDTH)

    scores = jnp.einsum("nqhd,nkhd->nhqk", project("query"), project("key"))
    shares = jax.nn.softmax(scores / np.sqrt(HEAD_WIDTH) + unseen, -1)
    mixed = jnp.einsum("nhqk,nkhd->nqhd", shares, project("value")).reshape(rows, length, width)
    mixed = _drop(_linear(tuned, name + "attention.output.dense", mixed), key)
    return _norm(tuned, name + "attention.output.LayerNorm", state + mixed)


def _linear(tuned, name, state):
    return state @ tuned[name + ".weight"] + tuned[name + ".bias"]


def _norm(tuned, name, state):
    centred = state - state.mean(-1, keepdims=True)
    variance = (centred**2).mean(-1, keepdims=True)
    return centred / jnp.sqrt(variance + 1e-12) * tuned[name + ".weight"] + tuned[name + ".bias"]


def _drop(state, key):
    if key is None:
        return state
    kept = jax.random.bits(key, state.shape, jnp.uint8) >= DROPPED
    return jnp.where(kept, state * (256 / (256 - DROPPED)), 0)
