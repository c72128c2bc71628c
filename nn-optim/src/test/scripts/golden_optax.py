"""Writes golden values of AdaBelief, made by Optax in float64. Sections are our specs.

Our weight decay is Keras': it takes learning_rate * weight_decay * w off, of the weight before the
step. Optax adds weight_decay * w to what is then multiplied by the learning rate, which is the same.

Usage: JAX_ENABLE_X64=1 golden_optax.py <folder golden>, after golden_keras.py, whose weights and
gradients it uses; with jax and optax from PyPI
"""
import sys

import jax
import numpy as np
import optax

HEADER = f"""# Script: src/test/scripts/golden_optax.py
# Library: Optax {optax.__version__} on JAX {jax.__version__}, float64; seed: see keras_optimizers.txt
"""


def line(numbers):
    return " ".join(repr(float(x)) for x in numbers) + "\n"


def section(path, title):
    lines, inside = [], False
    for text in open(path, encoding="utf-8"):
        if text.startswith("["):
            inside = text.strip() == f"[{title}]"
        elif inside and not text.startswith("#"):
            lines.append([float(x) for x in text.split()])
    return np.array(lines)


OPTIMIZERS = {
    "adabelief(learning_rate=0.02)": optax.adabelief(0.02),
    "adabelief(beta_1=0.8, beta_2=0.9, epsilon=1e-6, learning_rate=0.02)": optax.adabelief(
        0.02, b1=0.8, b2=0.9, eps=1e-6, eps_root=1e-6
    ),
    "adabelief(learning_rate=0.02, weight_decay=0.1)": optax.chain(
        optax.scale_by_belief(), optax.add_decayed_weights(0.1), optax.scale_by_learning_rate(0.02)
    ),
}


def main(folder):
    first = section(folder + "/keras_optimizers.txt", "weights")[0]
    gradients = section(folder + "/keras_optimizers.txt", "gradients")
    with open(folder + "/optax_optimizers.txt", "w") as out:
        out.write(HEADER + "# For each optimizer the weights after each step\n")
        for key, optimizer in OPTIMIZERS.items():
            weights = jax.numpy.asarray(first)
            state = optimizer.init(weights)
            out.write(f"[{key}]\n")
            for gradient in gradients:
                updates, state = optimizer.update(jax.numpy.asarray(gradient), state, weights)
                weights = optax.apply_updates(weights, updates)
                out.write(line(np.asarray(weights)))


if __name__ == "__main__":
    main(sys.argv[1])
