"""Writes golden values of the Dice and Tversky losses: per-row values and gradients in float64.

Usage: KERAS_BACKEND=torch golden_keras_overlap.py <folder golden>, with keras and torch from PyPI, or
with Keras' source on an older torch as in nn-tests/src/test/scripts/old_torch

Values are Keras', gradients PyTorch's automatic differentiation of them.
"""
import sys

import keras
import numpy as np
import torch
from keras import losses as k

SEED = 20261129
ROWS = 6
rng = np.random.default_rng(SEED)
keras.config.set_floatx("float64")
HEADER = f"""# Script: src/test/scripts/golden_keras_overlap.py
# Library: Keras {keras.__version__} on PyTorch {torch.__version__.split("a")[0]}, float64; seed {SEED}
# [loss]; three lines for each row: prediction, target, value and gradient
"""


def exact(a):
    """Numbers that a float holds, so that both sides compute with the same."""
    return np.asarray(a, dtype=np.float32).astype(np.float64)


def probabilities(columns):
    return exact(rng.uniform(0.02, 0.98, (ROWS, columns)))


def bits(columns):
    return rng.integers(0, 2, (ROWS, columns)).astype(float)


def tversky(**options):
    return lambda y, p, axis: k.tversky(y, p, axis=axis, **options)


CASES = {
    "dice": k.dice,
    "tversky": tversky(),
    "tversky(alpha=0.3, beta=0.7)": tversky(alpha=0.3, beta=0.7),
    "tversky(alpha=2, beta=0)": tversky(alpha=2.0, beta=0.0),
}


def line(numbers):
    return " ".join(repr(float(n)) for n in np.ravel(numbers))


def main(folder):
    with open(f"{folder}/keras_overlap.txt", "w", encoding="utf-8") as out:
        out.write(HEADER)
        for name, loss in CASES.items():
            out.write(f"[{name}]\n")
            for columns in (1, 4, 9):
                for targets in (bits, probabilities):
                    for p, y in zip(probabilities(columns), targets(columns)):
                        prediction = torch.tensor(p, requires_grad=True)
                        value = loss(torch.tensor(y)[None], prediction[None], axis=1)[0]
                        value.backward()
                        out.write(f"{line(p)}\n{line(y)}\n{line(value.item())} {line(prediction.grad)}\n")


main(sys.argv[1])
