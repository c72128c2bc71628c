"""Writes the golden values of the metrics, computed by scikit-learn.

Usage: golden_metrics.py <folder golden>

Scores are rounded in half of the cases, so that there are ties.
"""
import sys
import warnings

import numpy as np
import sklearn
from sklearn import metrics as m

SEED = 20240613
rng = np.random.default_rng(SEED)
HEADER = f"""# Script: src/test/scripts/golden_metrics.py
# Library: scikit-learn {sklearn.__version__}; seed {SEED}
# Four lines for each case: rows and columns, predictions, targets, metric
"""


def exact(a):
    return np.asarray(a, dtype=np.float32).astype(np.float64)


def binary(rows, ties):
    y = rng.integers(0, 2, (rows, 1)).astype(float)
    y[:2, 0] = (0, 1)
    p = np.clip(y * 0.25 + rng.uniform(0.02, 0.73, (rows, 1)), 0, 1)
    return exact(np.round(p, 1) if ties else p), y


def classes(rows, k, ties=False):
    labels = rng.integers(0, k, rows)
    labels[:k] = np.arange(k)
    y = np.eye(k)[labels]
    p = exact(rng.dirichlet(np.ones(k), rows) + 0.4 * y)
    p = exact(p / p.sum(1, keepdims=True))
    return (exact(np.round(p, 1) + 0.01) if ties else p), y


def numbers(rows, k):
    y = exact(rng.normal(2, 3, (rows, k)))
    return exact(y + rng.normal(0.5, 1.5, (rows, k))), y


def argmax(a):
    return a.argmax(1)


def labels_of(p, y, threshold=0.5):
    """Predicted and actual labels, and how to average."""
    if y.shape[1] == 1:
        return p[:, 0] > threshold, y[:, 0] > 0.5, "binary"
    return argmax(p), argmax(y), "macro"


def averaged(f, threshold=0.5, average=None):
    def metric(p, y):
        predicted, actual, usual = labels_of(p, y, threshold)
        return f(actual, predicted, average=average or usual, zero_division=0)

    return metric


def per_class(f):
    return lambda p, y: np.mean([f(y[:, j], p[:, j]) for j in range(y.shape[1])])


def top_k(k):
    return lambda p, y: m.top_k_accuracy_score(argmax(y), p, k=k, labels=np.arange(y.shape[1]))


def log_loss(p, y):
    return m.log_loss(y[:, 0], p[:, 0], eps=1e-7) if y.shape[1] == 1 else m.log_loss(y, p, eps=1e-7)


BINARY = [(20, False), (50, True), (7, True)]
CLASSES = [(12, 3), (60, 5), (30, 10)]

CASES = {
    "accuracy": lambda p, y: m.accuracy_score(*labels_of(p, y)[1::-1]),
    "binary_accuracy": lambda p, y: m.accuracy_score(y[:, 0] > 0.5, p[:, 0] > 0.5),
    "binary_accuracy(threshold=0.3)": lambda p, y: m.accuracy_score(y[:, 0] > 0.5, p[:, 0] > 0.3),
    "top_k_accuracy(k=1)": top_k(1),
    "top_k_accuracy(k=2)": top_k(2),
    "top_k_accuracy": top_k(5),
    "precision": averaged(m.precision_score),
    "precision(threshold=0.3)": averaged(m.precision_score, 0.3),
    "recall": averaged(m.recall_score),
    "recall(threshold=0.3)": averaged(m.recall_score, 0.3),
    "f1": averaged(m.f1_score),
    "f1(threshold=0.3)": averaged(m.f1_score, 0.3),
    "roc_auc": per_class(m.roc_auc_score),
    "pr_auc": per_class(m.average_precision_score),
    "log_loss": log_loss,
    "mean_squared_error": lambda p, y: m.mean_squared_error(y, p),
    "root_mean_squared_error": lambda p, y: np.sqrt(m.mean_squared_error(y, p)),
    "mean_absolute_error": lambda p, y: m.mean_absolute_error(y, p),
    "r2": lambda p, y: m.r2_score(y, p),
    # Last, so that the numbers drawn for those above stay as they are.
    "f1_micro": averaged(m.f1_score, average="micro"),
    "f1_micro(threshold=0.3)": averaged(m.f1_score, 0.3, "micro"),
    "f1_weighted": averaged(m.f1_score, average="weighted"),
    "f1_weighted(threshold=0.3)": averaged(m.f1_score, 0.3, "weighted"),
}


def inputs(name):
    if name.split("(")[0] in ("mean_squared_error", "root_mean_squared_error", "mean_absolute_error", "r2"):
        p, y = numbers(8, 2)
        y[:, 1] = 1.5
        return [numbers(9, 1), numbers(25, 3), (p, y)]
    if "binary" in name or "threshold" in name:
        return [binary(*size) for size in BINARY]
    if "top_k" in name:
        return [classes(*size) for size in CLASSES if size[1] > 5 or "k=" in name]
    several = [classes(*size, ties=name.endswith("auc")) for size in CLASSES]
    if name in ("precision", "recall", "f1", "f1_micro", "f1_weighted"):
        p, y = classes(12, 6)
        p, y = np.where(np.arange(6) < 4, p, 0), y[:, [4, 1, 2, 3, 0, 5]]
        y[argmax(y) == 5] = np.eye(6)[1]
        several.append((p, y))
    return [binary(*size) for size in BINARY] + several


def line(a):
    return " ".join(repr(float(x)) for x in np.ravel(a))


def main(folder):
    warnings.simplefilter("ignore")
    with open(f"{folder}/metrics.txt", "w", encoding="utf-8") as out:
        out.write(HEADER)
        for name, metric in CASES.items():
            out.write(f"[{name}]\n")
            for p, y in inputs(name):
                out.write(f"{y.shape[0]} {y.shape[1]}\n{line(p)}\n{line(y)}\n{float(metric(p, y))!r}\n")


main(sys.argv[1])
