#!/usr/bin/python3
"""Trains small networks for twenty steps by Keras' own fit, and writes what the preset keras has to retrace.

Usage: KERAS_BACKEND=torch presets_keras.py, with keras and torch from PyPI, or with Keras' source on an
older torch as in nn-tests/src/test/scripts/old_torch. Writes nn-tests/src/test/resources/golden/presets_keras.json.

Everything runs in double precision with Keras' layers, losses and optimizers by their names alone, which have Keras'
defaults; only first weights and examples are given, rounded to float32, and the rows are not shuffled. 37 rows in
batches of 8 leave a last batch of 5, and four epochs make twenty steps. Adadelta starts so slowly that its rate is 1.
"""

import json
import pathlib

import keras
import numpy
import torch

SEED = 20261130
ROWS, INPUTS, BATCH, EPOCHS = 37, 5, 8, 4
OUTPUT = pathlib.Path(__file__).resolve().parents[1] / "resources" / "golden" / "presets_keras.json"

keras.config.set_floatx("float64")
keras.utils.set_random_seed(SEED)
random = numpy.random.default_rng(SEED)


def exact(array):
    """Rounded to float32."""
    return numpy.asarray(array).astype(numpy.float32).astype(numpy.float64)


FEATURES = exact(random.normal(size=(ROWS, INPUTS)))
ONE_HOT = numpy.eye(3)[random.integers(0, 3, size=ROWS)]
NUMBERS = exact(random.normal(size=(ROWS, 2)))
YES_NO = (random.normal(size=(ROWS, 1)) > 0).astype(float)
NAMES = {
    "Dense": ("dense", {"kernel": "kernel", "bias": "bias"}),
    "LayerNormalization": ("layer_normalization", {"gamma": "gamma", "beta": "beta"}),
    "BatchNormalization": (
        "batch_normalization",
        {"gamma": "gamma", "beta": "beta", "moving_mean": "moving_mean", "moving_variance": "moving_variance"},
    ),
}


def parameters(model):
    result = {}
    for index, layer in enumerate(model.layers):
        kind, names = NAMES.get(type(layer).__name__, ("", {}))
        for weight in layer.weights:
            result[f"{index}.{kind}.{names[weight.name]}"] = weight.numpy().flatten().tolist()
    return result


def run(name, layers, specs, loss, optimizer, targets, spec=None):
    model = keras.Sequential([keras.layers.Input((INPUTS,)), *layers])
    model.compile(optimizer=optimizer, loss=loss)
    model.set_weights([exact(weight) for weight in model.get_weights()])
    initial = parameters(model)
    model.fit(FEATURES, targets, batch_size=BATCH, epochs=EPOCHS, shuffle=False, verbose=0)
    return {
        "like": "keras",
        "name": name,
        "layers": specs,
        "loss": loss,
        "optimizer": spec or optimizer,
        "batch": BATCH,
        "epochs": EPOCHS,
        "features": FEATURES.tolist(),
        "targets": targets.tolist(),
        "initial": initial,
        "final": parameters(model),
    }


def dense(units, activation=None, **more):
    return keras.layers.Dense(units, activation=activation, **more)


def runs():
    numbers = ["dense(units=6, activation=tanh)", "dense(units=2)"]
    o = keras.optimizers
    for optimizer in [o.SGD, o.RMSprop, o.Adam, o.AdamW, o.Adamax, o.Nadam, o.Adagrad, o.Ftrl, o.Lion, o.Lamb, o.Adafactor, o.Muon]:
        name = optimizer.__name__.lower()
        made = [dense(6, "tanh"), dense(2)]
        yield run("numbers by " + name, made, numbers, "mean_squared_error", optimizer(), NUMBERS, name)
    slow = keras.optimizers.Adadelta(1.0)
    yield run("numbers by adadelta", [dense(6, "tanh"), dense(2)], numbers, "mean_squared_error", slow, NUMBERS, "adadelta(learning_rate=1)")
    yield run(
        "classes by rmsprop",
        [dense(6, "relu"), dense(3, "softmax")],
        ["dense(units=6, activation=relu)", "dense(units=3, activation=softmax)"],
        "categorical_crossentropy",
        "rmsprop",
        ONE_HOT,
    )
    yield run(
        "yes or no by adam",
        [dense(6, "leaky_relu"), dense(1, "sigmoid")],
        ["dense(units=6, activation=leaky_relu)", "dense(units=1, activation=sigmoid)"],
        "binary_crossentropy",
        "adam",
        YES_NO,
    )
    yield run(
        "a penalty by adam",
        [dense(6, "elu", kernel_regularizer="l2"), dense(2)],
        ["dense(units=6, activation=elu, kernel_l2=0.01)", "dense(units=2)"],
        "mean_squared_error",
        "adam",
        NUMBERS,
    )
    # By descent: the bias before a batch normalization has no gradient, and Adam would make steps of what rounding leaves.
    yield run(
        "normalizations by sgd",
        [dense(6), keras.layers.BatchNormalization(), dense(4), keras.layers.LayerNormalization(), dense(2)],
        ["dense(units=6)", "batch_normalization", "dense(units=4)", "layer_normalization", "dense(units=2)"],
        "mean_squared_error",
        "sgd",
        NUMBERS,
    )


def main():
    document = {
        "made_by": {
            "script": "nn-tests/src/test/scripts/presets_keras.py",
            "library": "Keras on PyTorch, double precision",
            "version": f"{keras.__version__}, {torch.__version__}",
            "seed": SEED,
        },
        "runs": list(runs()),
    }
    OUTPUT.write_text(json.dumps(document, indent=None, separators=(",", ":")).replace('{"like"', '\n{"like"') + "\n")


if __name__ == "__main__":
    main()
