"""The plugins of this project, written for PyTorch."""

import math

import torch


class Bump(torch.nn.Module):
    """z·tanh(z + shift)"""

    def __init__(self, shift=0.5):
        super().__init__()
        self.shift = shift

    def forward(self, z):
        return z * torch.tanh(z + self.shift)


class PseudoHuber(torch.nn.Module):
    """The mean of δ²·(√((e/δ)² + 1) − 1)."""

    def __init__(self, delta=1.0):
        super().__init__()
        if not 0.001 <= delta <= 1000:
            raise ValueError(f"delta must be from 0.001 to 1000, got {delta}")
        self.delta = delta

    def forward(self, prediction, target):
        error = (prediction - target) / self.delta
        return (((error * error + 1).sqrt() - 1) * self.delta**2).mean()


class Gated(torch.nn.Module):
    """(x·W + b) ⊙ sigmoid(x·V + c)"""

    def __init__(self, inputs, units):
        super().__init__()
        self.value = torch.nn.Linear(inputs, units)
        self.gate = torch.nn.Linear(inputs, units)

    def forward(self, x):
        return self.value(x) * torch.sigmoid(self.gate(x))


class Scale(torch.nn.Module):
    """x ⊙ s, where s is learnt."""

    def __init__(self, inputs):
        super().__init__()
        self.scale = torch.nn.Parameter(torch.ones(inputs))

    def forward(self, x):
        return x * self.scale


class HeavyBall(torch.optim.Optimizer):
    """v ← friction·v − α·g, w ← w + v"""

    def __init__(self, parameters, lr=0.01, friction=0.9):
        if not 0 <= friction < 1:
            raise ValueError(f"friction must be at least 0 and less than 1, got {friction}")
        super().__init__(parameters, {"lr": lr, "friction": friction})

    @torch.no_grad()
    def step(self, closure=None):
        for group in self.param_groups:
            for w in group["params"]:
                if w.grad is None:
                    continue
                if "v" not in self.state[w]:
                    self.state[w]["v"] = torch.zeros_like(w)
                v = self.state[w]["v"]
                v.mul_(group["friction"]).sub_(w.grad, alpha=group["lr"])
                w.add_(v)


class Patient:
    """Halves the rate after so many epochs in a row that brought no new best."""

    def __init__(self, optimizer, patience=2):
        if patience < 1:
            raise ValueError(f"patience must be at least 1, got {patience}")
        self.optimizer = optimizer
        self.patience = patience
        self.best = math.inf
        self.waited = 0

    def step(self, loss):
        if loss < self.best:
            self.best = loss
            self.waited = 0
            return
        self.waited += 1
        if self.waited == self.patience:
            self.waited = 0
            for group in self.optimizer.param_groups:
                group["lr"] /= 2

    def state_dict(self):
        return {"best": self.best, "waited": self.waited}

    def load_state_dict(self, state):
        self.best = state["best"]
        self.waited = state["waited"]


def signs_(weights, gain=1.0):
    """±gain/√fan_in, each sign with probability ½"""
    if gain < 0:
        raise ValueError(f"gain must be at least 0, got {gain}")
    size = gain / math.sqrt(weights.shape[1])
    with torch.no_grad():
        return weights.copy_(torch.where(torch.rand_like(weights) < 0.5, -size, size))
