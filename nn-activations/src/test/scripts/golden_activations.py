"""Writes the golden values of the activations: values and derivatives in float64.

Usage: golden_activations.py <folder golden>

Functions and derivatives are PyTorch's; golden_jax.py has those that PyTorch lacks. Kinks are left
out: there the derivative is a convention, which the tests state themselves.
"""
import sys

import numpy as np
import torch
import torch.nn.functional as F

SEED = 20240607
torch.set_default_dtype(torch.float64)
HEADER = f"""# Script: src/test/scripts/golden_activations.py
# Library: PyTorch {torch.__version__}, float64; seed {SEED}
"""


def mish(z):
    return z * torch.tanh(F.softplus(z, threshold=1000))


ELEMENTWISE = {
    "identity()": (lambda z: z, []),
    "sigmoid()": (torch.sigmoid, []),
    "tanh()": (torch.tanh, []),
    "relu(negative_slope=0, max_value=none, threshold=0)": (F.relu, [0]),
    "relu(negative_slope=0.5, max_value=none, threshold=0)": (lambda z: F.leaky_relu(z, 0.5), [0]),
    "relu(negative_slope=0, max_value=5, threshold=0)": (lambda z: torch.clamp(z, 0, 5), [0, 5]),
    "relu(negative_slope=0, max_value=none, threshold=1.5)": (lambda z: F.threshold(z, 1.5, 0), [1.5]),
    "leaky_relu(negative_slope=0.2)": (lambda z: F.leaky_relu(z, 0.2), [0]),
    "leaky_relu(negative_slope=0.01)": (lambda z: F.leaky_relu(z, 0.01), [0]),
    "relu6()": (F.relu6, [0, 6]),
    "elu(alpha=1)": (F.elu, []),
    "elu(alpha=0.3)": (lambda z: F.elu(z, 0.3), [0]),
    "selu()": (F.selu, [0]),
    "celu(alpha=1)": (F.celu, []),
    "celu(alpha=2.5)": (lambda z: F.celu(z, 2.5), []),
    "gelu(approximate=false)": (F.gelu, []),
    "gelu(approximate=true)": (lambda z: F.gelu(z, approximate="tanh"), []),
    "silu(beta=1)": (F.silu, []),
    # PyTorch has no beta, but z * sigmoid(beta * z) = silu(beta * z) / beta.
    "silu(beta=1.7)": (lambda z: F.silu(1.7 * z) / 1.7, []),
    "mish()": (mish, []),
    "softplus()": (lambda z: F.softplus(z, threshold=1000), []),
    "softsign()": (F.softsign, []),
    "hard_sigmoid()": (F.hardsigmoid, [-3, 3]),
    "hard_silu()": (F.hardswish, [-3, 3]),
    "hard_tanh()": (F.hardtanh, [-1, 1]),
    "tanh_shrink()": (F.tanhshrink, []),
    "soft_shrink(threshold=0.5)": (F.softshrink, [-0.5, 0.5]),
    "soft_shrink(threshold=1.25)": (lambda z: F.softshrink(z, 1.25), [-1.25, 1.25]),
    "hard_shrink(threshold=0.5)": (F.hardshrink, [-0.5, 0.5]),
    "hard_shrink(threshold=1.25)": (lambda z: F.hardshrink(z, 1.25), [-1.25, 1.25]),
    "threshold(threshold=0, value=0)": (lambda z: F.threshold(z, 0, 0), [0]),
    "threshold(threshold=0.7, value=-2)": (lambda z: F.threshold(z, 0.7, -2), [0.7]),
    "log_sigmoid()": (F.logsigmoid, []),
    "exponential()": (torch.exp, []),
}


ROWWISE = {
    "softmax()": lambda z: F.softmax(z, 0),
    "log_softmax()": lambda z: F.log_softmax(z, 0),
    "softmin()": lambda z: F.softmin(z, 0),
}


def inputs(generator):
    """Floats: a grid, random ones, and some far out."""
    grid = np.arange(-8, 8.25, 0.25)
    random = generator.normal(0, 3, 60)
    far = np.array([-1e9, -1e4, -100, -40, -20.5, -12, 12, 20.5, 40, 80, 1e4, 1e9, 1e-3, -1e-3, 1e-20, -1e-20])
    return np.concatenate([grid, random, far]).astype(np.float32).astype(np.float64)


def line(numbers):
    return " ".join(repr(float(x)) for x in numbers) + "\n"


def elementwise(folder):
    zs = inputs(np.random.default_rng(SEED))
    with open(folder + "/elementwise.txt", "w") as out:
        out.write(HEADER + "# Lines: z, g(z), g'(z)\n")
        for key, (function, kinks) in ELEMENTWISE.items():
            out.write(f"[{key}]\n")
            for x in zs:
                if x in kinks or (key == "exponential()" and x > 80):
                    continue
                z = torch.tensor(x, requires_grad=True)
                a = function(z)
                a.backward()
                out.write(line([x, a.item(), z.grad.item()]))


def rowwise(folder):
    generator = np.random.default_rng(SEED)
    with open(folder + "/rowwise.txt", "w") as out:
        out.write(HEADER + "# Four lines for each case: z, a, da, dz\n")
        for key, function in ROWWISE.items():
            out.write(f"[{key}]\n")
            for columns in (1, 2, 3, 7, 10, 16, 17, 40):
                for scale in (0.3, 3, 1000):
                    row = generator.normal(0, scale, columns).astype(np.float32).astype(np.float64)
                    da = generator.normal(0, 1, columns).astype(np.float32).astype(np.float64)
                    z = torch.tensor(row, requires_grad=True)
                    a = function(z)
                    a.backward(torch.tensor(da))
                    for numbers in (row, a.detach().numpy(), da, z.grad.numpy()):
                        out.write(line(numbers))


if __name__ == "__main__":
    elementwise(sys.argv[1])
    rowwise(sys.argv[1])
