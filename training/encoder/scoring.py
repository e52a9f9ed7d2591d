"""How good probabilities are: macro-F1, expected calibration error, and the temperature that lowers it."""

import numpy as np

from encoder.items import LABELS

BINS = 10


def softmax(logits: np.ndarray, temperature: float = 1.0) -> np.ndarray:
    shifted = logits / temperature
    powers = np.exp(shifted - shifted.max(-1, keepdims=True))
    return powers / powers.sum(-1, keepdims=True)


def macro_f1(gold: np.ndarray, given: np.ndarray) -> float:
    """Mean of the classes' F1; a class that neither side holds counts as zero."""
    scores = []
    for label in range(len(LABELS)):
        hits = np.sum((gold == label) & (given == label))
        scores.append(2 * hits / max(1, np.sum(gold == label) + np.sum(given == label)))
    return float(np.mean(scores))


def reliability(gold: np.ndarray, probabilities: np.ndarray) -> list[dict]:
    """Per bin of the largest probability: how many targets, their mean probability, their accuracy."""
    confidence, given = probabilities.max(-1), probabilities.argmax(-1)
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    curve = []
    for number in range(BINS):
        members = bins == number
        if members.any():
            curve.append(
                {
                    "targets": int(members.sum()),
                    "confidence": round(float(confidence[members].mean()), 4),
                    "accuracy": round(float((gold == given)[members].mean()), 4),
                }
            )
    return curve


def calibration_error(curve: list[dict]) -> float:
    """Expected calibration error (Guo et al. 2017) of a reliability curve."""
    total = sum(point["targets"] for point in curve)
    return sum(p["targets"] * abs(p["confidence"] - p["accuracy"]) for p in curve) / max(1, total)


def temperature(sets: list[tuple[np.ndarray, np.ndarray]]) -> float:
    """The divisor of the logits with the least cross-entropy (Guo et al. 2017), on a fine grid.

    Each set of classes and logits counts alike, however many targets it has.
    """
    grid = np.geomspace(0.5, 4.0, 209)

    def cross_entropy(gold, logits, divisor):
        return -np.log(softmax(logits, divisor)[np.arange(len(gold)), gold] + 1e-12).mean()

    return float(min(grid, key=lambda divisor: sum(cross_entropy(*one, divisor) for one in sets)))


def report(gold: np.ndarray, probabilities: np.ndarray) -> dict:
    curve = reliability(gold, probabilities)
    return {
        "targets": len(gold),
        "macro_f1": round(macro_f1(gold, probabilities.argmax(-1)), 4),
        "accuracy": round(float((gold == probabilities.argmax(-1)).mean()), 4),
        "calibration_error": round(calibration_error(curve), 4),
        "reliability": curve,
    }
