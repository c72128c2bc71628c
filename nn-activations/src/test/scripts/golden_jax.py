"""Writes golden values of the activations that PyTorch has not, made by Keras and Optax in float64.

Usage: KERAS_BACKEND=jax JAX_ENABLE_X64=1 golden_jax.py <folder golden>,
with keras, jax and optax from PyPI, after golden_activations.py, whose inputs it uses

Functions are theirs, derivatives JAX's automatic differentiation of them. Kinks are left out: there
the derivative is a convention, which the tests state themselves. Left out too is squareplus at -1e9,
where Keras' formula, (z + sqrt(z^2 + b)) / 2, loses all digits of float64. Sparsemax is by definition
the projection on the simplex, which Optax has; that of Keras 3.15.1 adds up the cumulative sums
instead of taking the last, and is wrong where more than one element of a row is left.
"""
import sys

import jax
import keras
import numpy as np
import optax
from keras import activations as k
from keras.src.backend.common import dtypes

keras.config.set_floatx("float64")
# Keras would still compute what mixes types in float32, as JAX does without JAX_ENABLE_X64.
dtypes.BIT64_TO_BIT32_DTYPE.clear()
HEADER = f"""# Script: src/test/scripts/golden_jax.py
# Library: %s on JAX {jax.__version__}, float64; seed: see %s
"""
KERAS = f"Keras {keras.__version__}"
OPTAX = f"Optax {optax.__version__} projection_simplex"

ELEMENTWISE = {
    "relu(negative_slope=0.25, max_value=4, threshold=1.5)": (lambda z: k.relu(z, 0.25, 4.0, 1.5), [1.5, 4]),
    "squareplus(b=4)": (k.squareplus, [-1e9]),
    "squareplus(b=0.5)": (lambda z: k.squareplus(z, 0.5), [-1e9]),
    "sparse_plus()": (k.sparse_plus, [-1, 1]),
    "sparse_sigmoid()": (k.sparse_sigmoid, [-1, 1]),
}

ROWWISE = {"sparsemax()": optax.projections.projection_simplex}


def section(path, title):
    """The lines of one section of a golden file."""
    lines, inside = [], False
    for text in open(path, encoding="utf-8"):
        if text.startswith("["):
            inside = text.strip() == f"[{title}]"
        elif inside and not text.startswith("#"):
            lines.append([float(x) for x in text.split()])
    return lines


def line(numbers):
    return " ".join(repr(float(x)) for x in np.ravel(numbers)) + "\n"


def elementwise(folder):
    zs = [numbers[0] for numbers in section(folder + "/elementwise.txt", "identity()")]
    with open(folder + "/keras_elementwise.txt", "w", encoding="utf-8") as out:
        out.write(HEADER % (KERAS, "elementwise.txt") + "# Lines: z, g(z), g'(z)\n")
        for key, (function, without) in ELEMENTWISE.items():
            out.write(f"[{key}]\n")
            both = jax.jit(jax.value_and_grad(function))
            for z in zs:
                if z not in without:
                    out.write(line([z, *both(z)]))


def rowwise(folder):
    cases = section(folder + "/rowwise.txt", "softmax()")
    with open(folder + "/optax_rowwise.txt", "w", encoding="utf-8") as out:
        out.write(HEADER % (OPTAX, "rowwise.txt") + "# Four lines for each case: z, a, da, dz\n")
        for key, function in ROWWISE.items():
            out.write(f"[{key}]\n")
            for z, _, da, _ in zip(*[iter(cases)] * 4):
                a, pull = jax.vjp(function, jax.numpy.asarray(z))
                for numbers in (z, a, da, pull(jax.numpy.asarray(da))[0]):
                    out.write(line(numbers))


if __name__ == "__main__":
    elementwise(sys.argv[1])
    rowwise(sys.argv[1])
