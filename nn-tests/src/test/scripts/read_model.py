#!/usr/bin/env python3
"""Reads a model file with nothing but the standard library and numpy, and predicts with it.

    read_model.py MODEL EXAMPLES

EXAMPLES is a text file with one example a line: features and the predictions of the Java
program, separated by spaces. Prints the largest difference; the status is 1 if it is over 1e-5.
Knows dense layers, the usual activations, and layers that do nothing after the training.
"""
import hashlib
import json
import re
import struct
import sys

import numpy as np


def read(path):
    """The metadata and the tensors of a file in the safetensors format."""
    with open(path, "rb") as file:
        content = file.read()
    (length,) = struct.unpack("<Q", content[:8])
    raw, data = content[8 : 8 + length], content[8 + length :]
    header = json.loads(raw)
    metadata = header.pop("__metadata__")
    zeros = raw.replace(metadata["sha256"].encode(), b"0" * 64)
    assert hashlib.sha256(zeros + data).hexdigest() == metadata["sha256"], "checksum"
    types = {"F32": "<f4", "F64": "<f8"}
    tensors = {}
    for name, entry in header.items():
        begin, end = entry["data_offsets"]
        numbers = np.frombuffer(data[begin:end], dtype=types[entry["dtype"]])
        tensors[name] = numbers.reshape(entry["shape"])
    return metadata, tensors


def layers(text):
    """Name and options of each layer; options that have options of their own stay text."""
    found, depth, start = [], 0, 0
    text = text.strip()[1:-1] + ","
    for at, char in enumerate(text):
        depth += (char in "([") - (char in ")]")
        if char == "," and depth == 0:
            found.append(text[start:at].strip())
            start = at + 1
    for layer in found:
        name, _, options = layer.partition("(")
        yield name, dict(re.findall(r"(\w+)=([^,()]+)", options))


def softmax(z):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


ACTIVATIONS = {
    "identity": lambda z: z,
    "relu": lambda z: np.maximum(z, 0),
    "sigmoid": lambda z: 1 / (1 + np.exp(-z)),
    "softmax": softmax,
    "tanh": np.tanh,
}


def predict(metadata, tensors, x):
    for index, (name, options) in enumerate(layers(metadata["network"])):
        if name == "dense":
            x = x @ tensors[f"{index}.dense.kernel"] + tensors[f"{index}.dense.bias"]
            x = ACTIVATIONS[options.get("activation", "identity")](x)
        elif name not in ("dropout", "gaussian_noise", "alpha_dropout"):
            raise SystemExit(f"this script does not know the layer {name}")
    return x


def main(model, examples):
    metadata, tensors = read(model)
    rows = np.loadtxt(examples, dtype=np.float64, ndmin=2)
    inputs = int(np.prod(json.loads(metadata["input_shape"])))
    predictions = predict(metadata, tensors, rows[:, :inputs].astype(np.float32))
    assert predictions.shape == rows[:, inputs:].shape
    difference = np.abs(predictions - rows[:, inputs:]).max()
    print(f"{len(rows)} examples, largest difference {difference:.2e}")
    return 0 if difference <= 1e-5 else 1


if __name__ == "__main__":
    if len(sys.argv) != 3:
        print("usage: read_model.py MODEL EXAMPLES", file=sys.stderr)
        sys.exit(2)
    sys.exit(main(*sys.argv[1:]))
