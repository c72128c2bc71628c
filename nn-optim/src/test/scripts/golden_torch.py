"""Writes golden values of optimizers and schedules, made by PyTorch in float64; those of AdaBelief by
the paper's algorithm in NumPy.

Usage: golden_torch.py <folder golden>, after golden_keras.py, whose weights and gradients it uses
"""
import sys

import numpy as np
import torch

HEADER = f"""# Script: src/test/scripts/golden_torch.py
# Library: PyTorch {torch.__version__}, NumPy {np.__version__}, float64; seed: see keras_optimizers.txt
"""

OPTIMIZERS = {
    "sgd momentum=0.9": lambda p: torch.optim.SGD(p, 0.03, momentum=0.9),
    "radam": lambda p: torch.optim.RAdam(p, 0.02),
    "radam beta_2=0.9": lambda p: torch.optim.RAdam(p, 0.02, betas=(0.8, 0.9), eps=1e-6),
    "rprop": lambda p: torch.optim.Rprop(p, 0.01),
    "rprop other steps": lambda p: torch.optim.Rprop(p, 0.01, etas=(0.3, 1.7), step_sizes=(0.002, 0.04)),
}


def line(numbers):
    return " ".join(repr(float(x)) for x in numbers) + "\n"


def read_inputs(path):
    sections, current = {}, None
    for text in open(path):
        if text.startswith("["):
            current = sections.setdefault(text.strip()[1:-1], [])
        elif not text.startswith("#"):
            current.append([float(x) for x in text.split()])
    return np.array(sections["weights"][0]), np.array(sections["gradients"])


def adabelief(weights, gradients, rate, beta1, beta2, epsilon):
    """Algorithm 2 of the paper."""
    w, m, s = weights.copy(), 0 * weights, 0 * weights
    for t, g in enumerate(gradients, 1):
        m = beta1 * m + (1 - beta1) * g
        s = beta2 * s + (1 - beta2) * (g - m) ** 2 + epsilon
        w = w - rate * (m / (1 - beta1**t)) / (np.sqrt(s / (1 - beta2**t)) + epsilon)
        yield w


def write_optimizers(folder):
    weights, gradients = read_inputs(folder + "/keras_optimizers.txt")
    with open(folder + "/torch_optimizers.txt", "w") as out:
        out.write(HEADER + "# For each optimizer the weights after each step\n")
        for key, make in OPTIMIZERS.items():
            w = torch.tensor(weights, requires_grad=True)
            optimizer = make([w])
            out.write(f"[{key}]\n")
            for gradient in gradients:
                w.grad = torch.tensor(gradient)
                optimizer.step()
                out.write(line(w.detach().numpy()))
        for key, beta1, beta2, epsilon in (("adabelief", 0.9, 0.999, 1e-16), ("adabelief beta_2=0.9", 0.8, 0.9, 1e-6)):
            out.write(f"[{key}]\n")
            for w in adabelief(weights, gradients, 0.02, beta1, beta2, epsilon):
                out.write(line(w))


def rates(make, count):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], 0.1)
    scheduler = make(optimizer)
    for _ in range(count):
        yield optimizer.param_groups[0]["lr"]
        optimizer.step()
        scheduler.step()


def write_schedules(folder):
    s = torch.optim.lr_scheduler
    with open(folder + "/torch_schedules.txt", "w") as out:
        out.write(HEADER + "# The rates of steps 0, 1, 2, …\n")
        for key, make, count in (
            ("step_decay", lambda o: s.StepLR(o, 7, gamma=0.3), 50),
            ("one_cycle", lambda o: s.OneCycleLR(o, 0.1, total_steps=40, cycle_momentum=False), 40),
            (
                "one_cycle pct_start=0.5",
                lambda o: s.OneCycleLR(
                    o, 0.1, total_steps=31, pct_start=0.5, div_factor=10, final_div_factor=100, cycle_momentum=False
                ),
                31,
            ),
        ):
            out.write(f"[{key}]\n" + line(rates(make, count)))


if __name__ == "__main__":
    write_optimizers(sys.argv[1])
    write_schedules(sys.argv[1])
