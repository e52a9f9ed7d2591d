"""Tuned weights back into the base's ONNX graph, as the folder that Spark NLP loads."""

import hashlib
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer

from encoder import bert
from encoder.items import LABELS

HEAD = "/classifier/MatMul"
FILES = ("model.onnx", "assets/vocab.txt", "assets/labels.txt")


def write(base: Path, weights: dict[str, np.ndarray], temperature: float, out: Path) -> None:
    """Writes model.onnx (int8), assets and SHA256SUMS into a folder, and fp32.onnx beside the folder."""
    fp32 = out.parent / "fp32.onnx"
    (out / "assets").mkdir(parents=True, exist_ok=True)
    onnx.save(tuned_graph(base, weights, temperature), fp32)
    quantize_dynamic(
        fp32,
        out / "model.onnx",
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gather"],
        nodes_to_exclude=[HEAD],
    )
    onnx.save(without_notes(onnx.load(out / "model.onnx")), out / "model.onnx")
    (out / "assets/vocab.txt").write_text("\n".join(vocabulary(base)) + "\n", encoding="utf-8")
    (out / "assets/labels.txt").write_text("\n".join(LABELS) + "\n", encoding="utf-8")
    write_sums(out)


def write_sums(out: Path) -> None:
    """In the form of sha256sum; Newstide loads no encoder that differs from them."""
    sums = [f"{hashlib.sha256((out / file).read_bytes()).hexdigest()}  {file}\n" for file in FILES]
    (out / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")


def without_notes(model: onnx.ModelProto) -> onnx.ModelProto:
    """Without what only people would read, a two-hundredth of the file: names of nodes, shapes in between."""
    del model.graph.value_info[:]
    for node in model.graph.node:
        node.ClearField("name")
    return model


def tuned_graph(base: Path, weights: dict[str, np.ndarray], temperature: float) -> onnx.ModelProto:
    """The base's graph with tuned weights and a head; the temperature is divided out of the head."""
    model = onnx.load(next(base.glob("*.onnx")))
    graph = model.graph
    names = bert.weight_names(graph)
    for initializer in graph.initializer:
        name = names.get(initializer.name, initializer.name)
        if name in weights:
            initializer.CopyFrom(numpy_helper.from_array(weights[name], initializer.name))
    for name in ("head.w", "head.b"):
        cooled = (weights[name] / temperature).astype(np.float32)
        graph.initializer.append(numpy_helper.from_array(cooled, name))
    graph.node.append(helper.make_node("MatMul", [graph.output[0].name, "head.w"], ["scores"], name=HEAD))
    graph.node.append(helper.make_node("Add", ["scores", "head.b"], ["logits"], name="/classifier/Add"))
    del graph.output[:]
    shape = ["batch", "tokens", bert.CLASSES]
    graph.output.append(helper.make_tensor_value_info("logits", TensorProto.FLOAT, shape))
    _drop_unused(graph)
    onnx.checker.check_model(model)
    return model


def vocabulary(base: Path) -> list[str]:
    tokens = Tokenizer.from_file(str(next(base.glob("*tokenizer.json")))).get_vocab()
    return sorted(tokens, key=tokens.get)


def _drop_unused(graph: onnx.GraphProto) -> None:
    needed, kept = {"logits"}, []
    for node in reversed(graph.node):
        if needed & set(node.output):
            kept.append(node)
            needed.update(node.input)
    weights = [initializer for initializer in graph.initializer if initializer.name in needed]
    del graph.node[:]
    graph.node.extend(reversed(kept))
    del graph.initializer[:]
    graph.initializer.extend(weights)
