"""Writes golden values of the optimizers that tell a matrix from a bias, made by Keras in float64.

Usage: KERAS_BACKEND=torch golden_keras_matrices.py <folder golden>, with keras and torch from PyPI, or
with Keras' source on an older torch as in nn-tests/src/test/scripts/old_torch

The section with adjust_lr=original is Keras without its own scaling, rms_rate=None, at the rate times the
paper's factor sqrt(max(1, units/inputs)), since Keras does not have it.
"""
import math
import sys

import keras
import numpy as np
import torch
from keras import optimizers as o

SEED = 20261129
STEPS = 20
INPUTS, UNITS = 3, 5
keras.config.set_floatx("float64")
HEADER = f"""# Script: src/test/scripts/golden_keras_matrices.py
# Library: Keras {keras.__version__} on PyTorch {torch.__version__.split("a")[0]}, float64; seed {SEED}
# A kernel of {INPUTS} inputs and {UNITS} units, row by row, and then the bias.
# {STEPS} gradients, then for each optimizer the weights after each step
"""


def muon(rate, weight_decay=0.004, **options):
    return lambda shape: o.Muon(rate, weight_decay=weight_decay, adam_weight_decay=weight_decay, **options)


def original_muon(rate):
    def optimizer(shape):
        scale = math.sqrt(max(1, shape[1] / shape[0])) if len(shape) == 2 else 1
        return muon(rate * scale, weight_decay=0, rms_rate=None)(shape)

    return optimizer


def adafactor(rate, **options):
    return lambda shape: o.Adafactor(rate, **options)


OPTIMIZERS = {
    "adafactor(learning_rate=0.05)": adafactor(0.05),
    "adafactor(learning_rate=0.5)": adafactor(0.5),
    "adafactor(beta_2_decay=-0.5, clip_threshold=0.7, epsilon_1=0.01, epsilon_2=3, learning_rate=0.05, weight_decay=0.1)": adafactor(
        0.05, beta_2_decay=-0.5, clip_threshold=0.7, epsilon_1=0.01, epsilon_2=3, weight_decay=0.1
    ),
    "muon(learning_rate=0.02)": muon(0.02),
    "muon(learning_rate=0.02, nesterov=false, weight_decay=0)": muon(0.02, 0, nesterov=False),
    "muon(adjust_lr=unscaled, learning_rate=0.02)": muon(0.02, rms_rate=None),
    "muon(adjust_lr=original, learning_rate=0.02, weight_decay=0)": original_muon(0.02),
    "muon(adam_beta_1=0.8, adam_beta_2=0.9, adam_lr_ratio=0.7, epsilon=0.001, learning_rate=0.02, momentum=0.8, muon_a=3, muon_b=-3.2, muon_c=1.2, ns_steps=3, rms_rate=0.5, weight_decay=0.1)": muon(
        0.02,
        0.1,
        adam_beta_1=0.8,
        adam_beta_2=0.9,
        adam_lr_ratio=0.7,
        epsilon=0.001,
        momentum=0.8,
        muon_a=3.0,
        muon_b=-3.2,
        muon_c=1.2,
        ns_steps=3,
        rms_rate=0.5,
    ),
}


def line(numbers):
    return " ".join(repr(float(x)) for x in np.ravel(numbers)) + "\n"


def floats(numbers):
    return numbers.astype(np.float32).astype(np.float64)


def steps(weights, gradients, optimizer):
    variable = keras.Variable(weights, dtype="float64")
    optimizer = optimizer(weights.shape)
    optimizer.build([variable])
    for gradient in gradients:
        optimizer.apply([torch.tensor(gradient)], [variable])
        yield variable.numpy().copy()


def main(folder):
    random = np.random.default_rng(SEED)
    kernel = floats(random.normal(0, 1, (INPUTS, UNITS)))
    bias = floats(random.normal(0, 1, UNITS) * np.array([1, 1, 1, 0, 0]))
    kernels = floats(random.normal(0.3, 1, (STEPS, INPUTS, UNITS)) * np.array([1, 0.1, 1, 10, 1]))
    biases = floats(random.normal(0.3, 1, (STEPS, UNITS)) * np.array([1, 0, 10, 1, 1e-3]))
    with open(folder + "/keras_matrices.txt", "w", encoding="utf-8") as out:
        out.write(HEADER)
        out.write("[weights]\n" + line(np.append(kernel, bias)))
        out.write("[gradients]\n" + "".join(line(np.append(k, b)) for k, b in zip(kernels, biases)))
        for key, optimizer in OPTIMIZERS.items():
            out.write(f"[{key}]\n")
            for k, b in zip(steps(kernel, kernels, optimizer), steps(bias, biases, optimizer)):
                out.write(line(np.append(k, b)))


if __name__ == "__main__":
    main(sys.argv[1])
