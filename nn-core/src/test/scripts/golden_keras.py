"""Writes golden values of the losses that only Keras has: per-row values and gradients in float64.

Usage: KERAS_BACKEND=jax JAX_ENABLE_X64=1 golden_keras.py <folder golden>,
with keras and jax from PyPI

Values are Keras', gradients JAX's automatic differentiation of them. Keras' focal losses of logits
apply the activation and then clip the probability at epsilon = 1e-7. Ours are exact in z, so there
epsilon is set too small to matter; z stays small enough for 1 - p to have its digits in float64.
"""
import sys

import jax
import keras
import numpy as np
from keras import losses as k
from keras.src.backend.common import dtypes

SEED = 20240612
ROWS = 6
rng = np.random.default_rng(SEED)
keras.config.set_floatx("float64")
# Keras would still compute what mixes types in float32, as JAX does without JAX_ENABLE_X64.
dtypes.BIT64_TO_BIT32_DTYPE.clear()
HEADER = f"""# Script: src/test/scripts/golden_keras.py
# Library: Keras {keras.__version__} on JAX {jax.__version__}, float64; seed {SEED}
# [loss] or [loss after activation]; three lines for each row: prediction or z, target, value and gradient
"""
EPSILON = keras.config.epsilon()
NO_EPSILON = 1e-300


def exact(a):
    """Numbers that a float holds, so that both sides compute with the same."""
    return np.asarray(a, dtype=np.float32).astype(np.float64)


def normals(k, scale=1.0):
    return exact(rng.normal(0, scale, (ROWS, k)))


def logits(k):
    return np.clip(normals(k, 4), -10, 10)


def positives(k):
    return exact(rng.uniform(0.05, 5, (ROWS, k)))


def probabilities(k):
    return exact(rng.uniform(0.02, 0.98, (ROWS, k)))


def bits(k):
    return rng.integers(0, 2, (ROWS, k)).astype(float)


def signs(k):
    return 2 * bits(k) - 1


def soft(k):
    return exact(rng.dirichlet(np.ones(k), ROWS))


def hot(k):
    return np.eye(k)[rng.integers(0, k, ROWS)]


def counts(k):
    return rng.poisson(3.0, (ROWS, k)).astype(float)


def binary(**options):
    return lambda y, p: k.binary_focal_crossentropy(y, p, **options)


def categorical(**options):
    return lambda y, p: k.categorical_focal_crossentropy(y, p, **options)


BINARY = "binary_focal_crossentropy"
BINARY_OPTIONS = {"alpha": 0.3, "apply_class_balancing": True, "gamma": 0.5, "label_smoothing": 0.1}
BINARY_WITH = f"{BINARY}(alpha=0.3, apply_class_balancing=true, gamma=0.5, label_smoothing=0.1)"
CATEGORICAL = "categorical_focal_crossentropy"
CATEGORICAL_OPTIONS = {"alpha": 0.7, "gamma": 1.5, "label_smoothing": 0.1}
CATEGORICAL_WITH = f"{CATEGORICAL}(alpha=0.7, gamma=1.5, label_smoothing=0.1)"

CASES = [
    ("mean_absolute_percentage_error", k.mean_absolute_percentage_error, [(normals, normals)]),
    ("mean_squared_logarithmic_error", k.mean_squared_logarithmic_error, [(lambda n: normals(n, 3), counts)]),
    ("log_cosh", k.log_cosh, [(lambda n: normals(n, 3), normals)]),
    ("hinge", k.hinge, [(normals, bits), (normals, signs)]),
    ("squared_hinge", k.squared_hinge, [(normals, bits), (normals, signs)]),
    ("categorical_hinge", k.categorical_hinge, [(normals, hot), (normals, soft)]),
    (BINARY, binary(), [(probabilities, bits), (probabilities, probabilities)]),
    (BINARY_WITH, binary(**BINARY_OPTIONS), [(probabilities, bits)]),
    (CATEGORICAL, categorical(), [(positives, hot), (soft, soft)]),
    (CATEGORICAL_WITH, categorical(**CATEGORICAL_OPTIONS), [(positives, hot)]),
    (BINARY + " after sigmoid", binary(from_logits=True), [(logits, bits), (logits, probabilities)]),
    (BINARY_WITH + " after sigmoid", binary(from_logits=True, **BINARY_OPTIONS), [(logits, bits)]),
    (CATEGORICAL + " after softmax", categorical(from_logits=True), [(logits, hot)]),
    (CATEGORICAL + " after log_softmax", categorical(from_logits=True), [(logits, soft)]),
    (CATEGORICAL_WITH + " after softmax", categorical(from_logits=True, **CATEGORICAL_OPTIONS), [(logits, hot)]),
]


def line(numbers):
    return " ".join(repr(float(n)) for n in np.ravel(numbers))


def main(folder):
    with open(f"{folder}/keras_losses.txt", "w", encoding="utf-8") as out:
        out.write(HEADER)
        for name, loss, inputs in CASES:
            out.write(f"[{name}]\n")
            keras.config.set_epsilon(NO_EPSILON if " after " in name else EPSILON)
            both = jax.value_and_grad(lambda p, y: loss(y[None], p[None])[0])
            for predictions, targets in inputs:
                for columns in (2, 5) if "categorical" in name else (1, 4):
                    for p, y in zip(predictions(columns), targets(columns)):
                        value, gradient = both(jax.numpy.asarray(p), jax.numpy.asarray(y))
                        assert np.isfinite(value) and np.isfinite(gradient).all(), name
                        out.write(f"{line(p)}\n{line(y)}\n{line(value)} {line(gradient)}\n")


main(sys.argv[1])
