"""Trains networks with branches in double precision and prints the weights that they end with.

    python3 blocks_golden.py > ../resources/golden/blocks.json

Weights start at ((37 i) mod 23 - 11) / 32 for i = 0, 1, 2, ... over all parameters of a network in their order,
and features and targets are drawn by the same rule. Kernels have one row for each input.
"""
import json

import torch

torch.set_default_dtype(torch.float64)
STEPS, RATE, ROWS, WIDTH = 5, 0.1, 6, 3


def numbers(count, start=0):
    return [((37 * i) % 23 - 11) / 32 for i in range(start, start + count)]


def tensor(rows, columns, start=0):
    return torch.tensor(numbers(rows * columns, start)).reshape(rows, columns)


def dense(x, weights):
    kernel, bias = next(weights), next(weights)
    return x @ kernel + bias


def residual(x, w):
    return dense(torch.relu(x + dense(torch.tanh(dense(x, w)), w)), w)


def gated(x, w):
    return dense(dense(x, w) * torch.sigmoid(dense(x, w)), w)


def highway(x, w):
    candidate, gate = torch.tanh(dense(x, w)), torch.sigmoid(dense(x, w))
    return dense((candidate - x) * gate + x, w)


def concatenated(x, w):
    return dense(torch.cat([torch.tanh(dense(x, w)), x, dense(x, w)], dim=1), w)


def second(block):
    """The same behind a dense layer, so that the gradient of the block's input counts."""
    return lambda x, w: block(torch.tanh(dense(x, w)), w)


RUNS = {
    "residual": (residual, [WIDTH, WIDTH, 1]),
    "gated": (gated, [WIDTH, WIDTH, 1]),
    "highway": (highway, [WIDTH, WIDTH, 1]),
    "concatenated": (concatenated, [2, 4, 1]),
}


def shapes(name, behind):
    units = RUNS[name][1]
    inputs = [WIDTH, WIDTH, 2 + WIDTH + 4 if name == "concatenated" else WIDTH]
    layers = list(zip(inputs, units))
    return ([(WIDTH, WIDTH)] if behind else []) + layers


def run(name, behind):
    block = second(RUNS[name][0]) if behind else RUNS[name][0]
    parameters, at = [], 0
    for inputs, units in shapes(name, behind):
        parameters.append(tensor(inputs, units, at).requires_grad_())
        at += inputs * units
        parameters.append(tensor(1, units, at)[0].clone().requires_grad_())
        at += units
    features, targets = tensor(ROWS, WIDTH, 5), tensor(ROWS, 1, 2)
    for _ in range(STEPS):
        loss = ((block(features, iter(parameters)) - targets) ** 2).mean()
        for parameter, gradient in zip(parameters, torch.autograd.grad(loss, parameters)):
            with torch.no_grad():
                parameter -= RATE * gradient
    weights = [number for p in parameters for number in p.detach().reshape(-1).tolist()]
    return {"name": name + (" behind a dense layer" if behind else ""), "weights": weights}


print(json.dumps({
    "made_by": {"script": "blocks_golden.py", "library": "PyTorch", "version": torch.__version__, "seed": "none"},
    "runs": [run(name, behind) for name in RUNS for behind in (False, True)],
}, indent=1))
