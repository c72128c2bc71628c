#!/usr/bin/python3
"""Trains one network of these plugins in PyTorch and in Keras, and writes what our plugins have to come to.

Usage: KERAS_BACKEND=torch python3 golden.py, with PyTorch and Keras 3 from PyPI; with Debian's python3-torch and the
source of Keras, PYTHONPATH needs that and nn-tests/src/test/scripts/old_torch of the framework. Writes
src/test/resources/beside.txt, whose lines have a name and numbers. Fails if the two differ.
"""

import pathlib

import keras
import keras_plugins
import numpy
import pytorch_plugins
import torch

EPOCHS = 40
RATE, PATIENCE, FRICTION = 0.6, 2, 0.5
FEATURES = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
TARGETS = [[0.0], [1.0], [1.0], [0.0]]
OUTPUT = pathlib.Path(__file__).resolve().parents[1] / "src" / "test" / "resources" / "beside.txt"

SHAPES = {
    "0.dense.kernel": (2, 3),
    "0.dense.bias": (3,),
    "1.acme.scale.scale": (3,),
    "2.acme.gated.0.dense.kernel": (3, 2),
    "2.acme.gated.0.dense.bias": (2,),
    "2.acme.gated.1.dense.kernel": (3, 2),
    "2.acme.gated.1.dense.bias": (2,),
    "3.dense.kernel": (2, 1),
    "3.dense.bias": (1,),
}


def start():
    """Numbers without a pattern, by the names of our parameters."""
    random = numpy.random.default_rng(20261129)
    return {name: random.uniform(-1, 1, shape).astype(numpy.float32) for name, shape in SHAPES.items()}


def by_pytorch(weights):
    first, scale, gated, last = (
        torch.nn.Linear(2, 3),
        pytorch_plugins.Scale(3),
        pytorch_plugins.Gated(3, 2),
        torch.nn.Linear(2, 1),
    )
    model = torch.nn.Sequential(first, pytorch_plugins.Bump(0.25), scale, gated, last).double()
    places = [first.weight, first.bias, scale.scale, gated.value.weight, gated.value.bias]
    places += [gated.gate.weight, gated.gate.bias, last.weight, last.bias]
    with torch.no_grad():
        for place, values in zip(places, weights.values()):
            place.copy_(torch.tensor(values.T))
    loss = pytorch_plugins.PseudoHuber(0.5)
    optimizer = pytorch_plugins.HeavyBall(model.parameters(), RATE, FRICTION)
    patient = pytorch_plugins.Patient(optimizer, PATIENCE)
    x, y = torch.tensor(FEATURES).double(), torch.tensor(TARGETS).double()
    losses = []
    for _ in range(EPOCHS):
        optimizer.zero_grad()
        value = loss(model(x), y)
        value.backward()
        optimizer.step()
        losses.append(value.item())
        patient.step(value.item())
    return losses, model(x).detach().numpy().flatten(), optimizer.param_groups[0]["lr"]


def by_keras(weights):
    keras.config.set_floatx("float64")
    model = keras.Sequential(
        [
            keras.layers.Input((2,)),
            keras.layers.Dense(3),
            keras_plugins.Bump(0.25),
            keras_plugins.Scale(),
            keras_plugins.Gated(2),
            keras.layers.Dense(1),
        ]
    )
    model.set_weights(list(weights.values()))
    model.compile(keras_plugins.HeavyBall(RATE, FRICTION), keras_plugins.PseudoHuber(0.5))
    x, y = numpy.array(FEATURES), numpy.array(TARGETS)
    patient = keras_plugins.Patient(PATIENCE)
    history = model.fit(x, y, batch_size=4, epochs=EPOCHS, shuffle=False, verbose=0, callbacks=[patient])
    return history.history["loss"], model.predict(x, verbose=0).flatten(), float(model.optimizer.learning_rate)


def main():
    weights = start()
    losses, predictions, rate = by_pytorch(weights)
    for ours, theirs in zip((losses, predictions, [rate]), by_keras(weights)):
        numpy.testing.assert_allclose(ours, theirs, rtol=1e-5)
    assert rate < RATE / 2, "the schedule has work to do"
    numpy.testing.assert_allclose(pytorch_plugins.signs_(torch.empty(5, 16), 2).abs().numpy(), 0.5)
    numpy.testing.assert_allclose(abs(keras.ops.convert_to_numpy(keras_plugins.Signs(2)((16, 5)))), 0.5)
    lines = [f"# By golden.py, PyTorch {torch.__version__} and Keras {keras.__version__}, which agree."]
    for name, values in [*weights.items(), ("losses", losses), ("predictions", predictions), ("rate", [rate])]:
        lines.append(" ".join([name, *(repr(float(value)) for value in numpy.ravel(values))]))
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    OUTPUT.write_text("\n".join(lines) + "\n")
    print(f"rate {RATE} → {rate}, loss {losses[0]} → {losses[-1]}")


if __name__ == "__main__":
    main()
