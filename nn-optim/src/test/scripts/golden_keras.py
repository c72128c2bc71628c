"""Writes golden values of optimizers and schedules, made by Keras in float64. Sections are our specs.

Usage: KERAS_BACKEND=jax JAX_ENABLE_X64=1 golden_keras.py <folder golden>,
with keras and jax from PyPI
"""
import sys

import jax
import keras
import numpy as np
from keras import optimizers as o
from keras.optimizers import schedules as s
from keras.src.backend.common import dtypes

SEED = 20240607
keras.config.set_floatx("float64")
# Keras would still compute what mixes types in float32, as JAX does without JAX_ENABLE_X64.
dtypes.BIT64_TO_BIT32_DTYPE.clear()
HEADER = f"""# Script: src/test/scripts/golden_keras.py
# Library: Keras {keras.__version__} on JAX {jax.__version__}, float64; seed {SEED}
"""
STEPS = 20
PARAMETERS = 9

OPTIMIZERS = {
    "sgd(learning_rate=0.1)": o.SGD(0.1),
    "sgd(learning_rate=0.1, weight_decay=0.02)": o.SGD(0.1, weight_decay=0.02),
    "sgd(learning_rate=0.03, momentum=0.9)": o.SGD(0.03, momentum=0.9),
    "sgd(learning_rate=0.03, momentum=0.9, nesterov=true)": o.SGD(0.03, momentum=0.9, nesterov=True),
    "rmsprop(learning_rate=0.01)": o.RMSprop(0.01),
    "rmsprop(learning_rate=0.01, momentum=0.7, rho=0.8)": o.RMSprop(0.01, rho=0.8, momentum=0.7),
    "rmsprop(centered=true, learning_rate=0.01)": o.RMSprop(0.01, centered=True),
    "rmsprop(centered=true, learning_rate=0.01, momentum=0.7)": o.RMSprop(0.01, momentum=0.7, centered=True),
    "rmsprop(epsilon=0.01, learning_rate=0.01, weight_decay=0.1)": o.RMSprop(0.01, epsilon=0.01, weight_decay=0.1),
    "adagrad(learning_rate=0.1)": o.Adagrad(0.1),
    "adagrad(epsilon=1e-6, initial_accumulator_value=0, learning_rate=0.1)": o.Adagrad(0.1, initial_accumulator_value=0.0, epsilon=1e-6),
    "adagrad(learning_rate=0.1, weight_decay=0.1)": o.Adagrad(0.1, weight_decay=0.1),
    "adadelta(learning_rate=1)": o.Adadelta(1.0),
    "adadelta(epsilon=1e-5, learning_rate=1, rho=0.8, weight_decay=0.1)": o.Adadelta(1.0, rho=0.8, epsilon=1e-5, weight_decay=0.1),
    "adam(learning_rate=0.02)": o.Adam(0.02),
    "adam(beta_1=0.8, beta_2=0.95, epsilon=1e-5, learning_rate=0.02, weight_decay=0.1)": o.Adam(0.02, beta_1=0.8, beta_2=0.95, epsilon=1e-5, weight_decay=0.1),
    "adam(amsgrad=true, beta_2=0.9, learning_rate=0.02)": o.Adam(0.02, beta_2=0.9, amsgrad=True),
    "adamw(learning_rate=0.02)": o.AdamW(0.02),
    "adamw(amsgrad=true, beta_1=0.8, beta_2=0.9, epsilon=0.001, learning_rate=0.02, weight_decay=0.1)": o.AdamW(0.02, beta_1=0.8, beta_2=0.9, epsilon=1e-3, amsgrad=True, weight_decay=0.1),
    "adamax(learning_rate=0.02)": o.Adamax(0.02),
    "adamax(beta_1=0.8, beta_2=0.9, epsilon=0.001, learning_rate=0.02, weight_decay=0.1)": o.Adamax(0.02, beta_1=0.8, beta_2=0.9, epsilon=1e-3, weight_decay=0.1),
    "nadam(learning_rate=0.02)": o.Nadam(0.02),
    "nadam(beta_1=0.8, beta_2=0.9, epsilon=0.001, learning_rate=0.02, weight_decay=0.1)": o.Nadam(0.02, beta_1=0.8, beta_2=0.9, epsilon=1e-3, weight_decay=0.1),
    "lion(learning_rate=0.02)": o.Lion(0.02),
    "lion(beta_1=0.5, beta_2=0.8, learning_rate=0.02, weight_decay=0.1)": o.Lion(0.02, beta_1=0.5, beta_2=0.8, weight_decay=0.1),
    "lamb(learning_rate=0.02)": o.Lamb(0.02),
    "lamb(beta_1=0.8, beta_2=0.9, epsilon=0.001, learning_rate=0.02, weight_decay=0.1)": o.Lamb(0.02, beta_1=0.8, beta_2=0.9, epsilon=1e-3, weight_decay=0.1),
    "ftrl(learning_rate=0.1)": o.Ftrl(0.1),
    "ftrl(initial_accumulator_value=0.5, learning_rate=0.1)": o.Ftrl(0.1, initial_accumulator_value=0.5),
    "ftrl(learning_rate=0.1, learning_rate_power=-0.8)": o.Ftrl(0.1, learning_rate_power=-0.8),
    "ftrl(beta=0.4, l1_regularization_strength=0.3, l2_regularization_strength=0.2, l2_shrinkage_regularization_strength=0.1, learning_rate=0.1)": o.Ftrl(
        0.1,
        l1_regularization_strength=0.3,
        l2_regularization_strength=0.2,
        l2_shrinkage_regularization_strength=0.1,
        beta=0.4,
    ),
}

SCHEDULES = {
    "exponential_decay(initial=0.1, rate=0.9, steps=7)": s.ExponentialDecay(0.1, 7, 0.9),
    "exponential_decay(initial=0.1, rate=0.9, staircase=true, steps=7)": s.ExponentialDecay(0.1, 7, 0.9, staircase=True),
    "polynomial_decay(end=0.01, initial=0.1, power=2, steps=20)": s.PolynomialDecay(0.1, 20, 0.01, power=2.0),
    "polynomial_decay(cycle=true, end=0.01, initial=0.1, power=0.5, steps=20)": s.PolynomialDecay(0.1, 20, 0.01, power=0.5, cycle=True),
    "inverse_time_decay(initial=0.1, rate=0.5, steps=7)": s.InverseTimeDecay(0.1, 7, 0.5),
    "inverse_time_decay(initial=0.1, rate=0.5, staircase=true, steps=7)": s.InverseTimeDecay(0.1, 7, 0.5, staircase=True),
    "cosine_decay(alpha=0.1, initial=0.1, steps=30)": s.CosineDecay(0.1, 30, alpha=0.1),
    "cosine_decay(initial=0.01, steps=30, warmup_steps=9, warmup_target=0.1)": s.CosineDecay(0.01, 30, warmup_target=0.1, warmup_steps=9),
    "cosine_decay(initial=0.01, steps=30, warmup_target=0.1)": s.CosineDecay(0.01, 30, warmup_target=0.1),
    "cosine_decay_restarts(initial=0.1, steps=6)": s.CosineDecayRestarts(0.1, 6),
    "cosine_decay_restarts(alpha=0.2, initial=0.1, m_mul=0.8, steps=5, t_mul=1.5)": s.CosineDecayRestarts(0.1, 5, t_mul=1.5, m_mul=0.8, alpha=0.2),
    "cosine_decay_restarts(initial=0.1, m_mul=0.5, steps=9, t_mul=1)": s.CosineDecayRestarts(0.1, 9, t_mul=1.0, m_mul=0.5),
    "piecewise_constant(boundaries=[5])": s.PiecewiseConstantDecay([5], [0.01, 0.001]),
    "piecewise_constant(values=[0.1, 0.03])": s.PiecewiseConstantDecay([1000], [0.1, 0.03]),
    "piecewise_constant(boundaries=[5, 17], values=[0.1, 0.03, 0.002])": s.PiecewiseConstantDecay([5, 17], [0.1, 0.03, 0.002]),
}


def line(numbers):
    return " ".join(repr(float(x)) for x in numbers) + "\n"


def floats(numbers):
    return numbers.astype(np.float32).astype(np.float64)


def write_optimizers(path):
    generator = np.random.default_rng(SEED)
    weights = floats(generator.normal(0, 1, PARAMETERS))
    # Small steps show in weights that begin at 0; beside a large weight they drown in its rounding.
    weights[7:] = 0
    scales = np.array([1e-3, 0.1, 1, 1, 1, 10, 0, 1, 1e-5])
    gradients = floats(generator.normal(0.3, 1, (STEPS, PARAMETERS)) * scales)
    with open(path, "w") as out:
        out.write(HEADER + f"# {STEPS} gradients, then for each optimizer the weights after each step\n")
        out.write("[weights]\n" + line(weights))
        out.write("[gradients]\n" + "".join(line(g) for g in gradients))
        for key, optimizer in OPTIMIZERS.items():
            variable = keras.Variable(weights, dtype="float64")
            optimizer.build([variable])
            out.write(f"[{key}]\n")
            for gradient in gradients:
                optimizer.apply([jax.numpy.asarray(gradient)], [variable])
                out.write(line(np.asarray(variable.value)))


def write_schedules(path):
    with open(path, "w") as out:
        out.write(HEADER + "# The rates of steps 0, 1, 2, …\n")
        for key, schedule in SCHEDULES.items():
            out.write(f"[{key}]\n" + line(np.asarray(schedule(np.float64(i))) for i in range(50)))


if __name__ == "__main__":
    write_optimizers(sys.argv[1] + "/keras_optimizers.txt")
    write_schedules(sys.argv[1] + "/keras_schedules.txt")
