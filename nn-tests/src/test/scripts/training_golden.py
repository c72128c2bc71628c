#!/usr/bin/python3
"""Trains small networks in double precision with PyTorch and writes what a test has to reproduce.

Usage: python3 nn-tests/src/test/scripts/training_golden.py
Needs: Debian's python3-torch. Writes nn-tests/src/test/resources/golden/training.json.

First weights and examples are rounded to float32, so that both sides start from the same numbers. Kernels are written
as inputs x units, as we keep them (PyTorch: units x inputs). Penalties are part of the loss here, so autograd
differentiates them; the expected losses contain them. The specs say how each network is written for us.
"""

import json
import pathlib

import torch

SEED = 20240229
OUTPUT = pathlib.Path(__file__).resolve().parents[1] / "resources" / "golden" / "training.json"

torch.set_default_dtype(torch.float64)


def exact(tensor):
    """Rounded to float32."""
    return tensor.to(torch.float32).to(torch.float64)


class Run:
    """A stack of dense layers: a list of (units, activation, l1 and l2 of kernel and bias)."""

    def __init__(self, name, inputs, layers, specs, loss, loss_spec, optimizer, optimizer_spec, targets, rows, batch, epochs):
        self.name, self.specs, self.loss_spec, self.optimizer_spec = name, specs, loss_spec, optimizer_spec
        self.batch, self.epochs, self.loss, self.layers = batch, epochs, loss, layers
        self.features = exact(torch.randn(rows, inputs))
        self.targets = exact(targets(rows))
        self.kernels, self.biases = [], []
        for units, *_ in layers:
            self.kernels.append(exact(torch.randn(inputs, units) / inputs**0.5).requires_grad_())
            self.biases.append(exact(0.1 * torch.randn(units)).requires_grad_())
            inputs = units
        self.optimizer, self.schedule = optimizer([p for pair in zip(self.kernels, self.biases) for p in pair])

    def forward(self, x):
        for (_, activation, _), kernel, bias in zip(self.layers, self.kernels, self.biases):
            x = activation(x @ kernel + bias)
        return x

    def penalty(self):
        total = torch.zeros(())
        for (_, _, factors), kernel, bias in zip(self.layers, self.kernels, self.biases):
            total = total + factors.get("kernel_l1", 0) * kernel.abs().sum() + factors.get("kernel_l2", 0) * (kernel**2).sum()
            total = total + factors.get("bias_l1", 0) * bias.abs().sum() + factors.get("bias_l2", 0) * (bias**2).sum()
        return total

    def parameters(self):
        result = {}
        for i, (kernel, bias) in enumerate(zip(self.kernels, self.biases)):
            result[f"{i}.dense.kernel"] = kernel.detach().flatten().tolist()
            result[f"{i}.dense.bias"] = bias.detach().flatten().tolist()
        return result

    def train(self):
        initial, losses, after = self.parameters(), [], {}
        for _ in range(self.epochs):
            for start in range(0, len(self.features), self.batch):
                x = self.features[start : start + self.batch]
                y = self.targets[start : start + self.batch]
                self.optimizer.zero_grad()
                loss = self.loss(self.forward(x), y) + self.penalty()
                loss.backward()
                self.optimizer.step()
                if self.schedule:
                    self.schedule.step()
                losses.append(loss.item())
                if len(losses) in (1, 2, 10):
                    after[str(len(losses))] = self.parameters()
        after[str(len(losses))] = self.parameters()
        return {
            "name": self.name,
            "inputs": self.features.shape[1],
            "layers": self.specs,
            "loss": self.loss_spec,
            "optimizer": self.optimizer_spec,
            "batch": self.batch,
            "epochs": self.epochs,
            "features": self.features.tolist(),
            "targets": self.targets.tolist(),
            "initial": initial,
            "losses": losses,
            "parameters_after_step": after,
        }


def cross_entropy(z, y):
    return -(y * torch.log_softmax(z, 1)).sum(1).mean()


def adam(parameters):
    # Keras adds epsilon before the bias correction of v, PyTorch behind it: one that is tiny makes no difference.
    return torch.optim.Adam(parameters, lr=0.01, eps=1e-10), None


def nesterov(parameters):
    return torch.optim.SGD(parameters, lr=0.1, momentum=0.9, nesterov=True), None


def decaying(parameters):
    sgd = torch.optim.SGD(parameters, lr=0.05)
    return sgd, torch.optim.lr_scheduler.ExponentialLR(sgd, gamma=0.97)


def identity(z):
    return z


def main():
    torch.manual_seed(SEED)
    runs = [
        Run(
            "relu and softmax by adam",
            6,
            [(8, torch.relu, {}), (4, identity, {})],
            ["dense(units=8, activation=relu)", "dense(units=4, activation=softmax)"],
            cross_entropy,
            "categorical_crossentropy",
            adam,
            "adam(learning_rate=0.01, epsilon=1e-10)",
            lambda rows: torch.nn.functional.one_hot(torch.randint(0, 4, (rows,)), 4),
            rows=12,
            batch=5,
            epochs=10,
        ),
        Run(
            "tanh and sigmoid by sgd with nesterov momentum and penalties",
            5,
            [(7, torch.tanh, {"kernel_l2": 0.01, "bias_l2": 0.005}), (3, torch.sigmoid, {"kernel_l1": 0.002, "bias_l1": 0.003})],
            [
                "dense(units=7, activation=tanh, kernel_l2=0.01, bias_l2=0.005)",
                "dense(units=3, activation=sigmoid, kernel_l1=0.002, bias_l1=0.003)",
            ],
            torch.nn.functional.binary_cross_entropy,
            "binary_crossentropy",
            nesterov,
            "sgd(learning_rate=0.1, momentum=0.9, nesterov=true)",
            lambda rows: torch.randint(0, 2, (rows, 3)),
            rows=10,
            batch=4,
            epochs=10,
        ),
        Run(
            "leaky relu and a squared error by sgd with a decaying rate",
            4,
            [(6, lambda z: torch.nn.functional.leaky_relu(z, 0.2), {}), (5, torch.tanh, {}), (2, identity, {})],
            ["dense(units=6, activation=leaky_relu)", "dense(units=5, activation=tanh)", "dense(units=2)"],
            torch.nn.functional.mse_loss,
            "mean_squared_error",
            decaying,
            "sgd(learning_rate=exponential_decay(initial=0.05, rate=0.97, steps=1))",
            lambda rows: torch.randn(rows, 2),
            rows=9,
            batch=3,
            epochs=10,
        ),
    ]
    document = {
        "made_by": {
            "script": "nn-tests/src/test/scripts/training_golden.py",
            "library": "PyTorch, double precision",
            "version": torch.__version__,
            "seed": SEED,
        },
        "runs": [run.train() for run in runs],
    }
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    OUTPUT.write_text(json.dumps(document, indent=1) + "\n")


if __name__ == "__main__":
    main()
