"""Writes golden values of optimizers and schedules, made by PyTorch in float64. Sections are our specs.

Where PyTorch adds epsilon elsewhere than Keras, whose rule is ours by default, epsilon is too small to matter or an
option says so. NAdam runs with foreach=True: else PyTorch 1.13 multiplies its product of momenta by the momentum twice
a step.

Usage: golden_torch.py <folder golden>, after golden_keras.py, whose weights and gradients it uses
"""
import sys

import numpy as np
import torch

HEADER = f"""# Script: src/test/scripts/golden_torch.py
# Library: PyTorch {torch.__version__}, float64; seed: see keras_optimizers.txt
"""


class Decayed:
    """Decoupled weight decay where PyTorch has none: before each step a step of SGD without a gradient."""

    def __init__(self, parameters, rate, decay, optimizer):
        self.parameters = parameters
        self.decay = torch.optim.SGD(parameters, rate, weight_decay=decay)
        self.optimizer = optimizer

    def step(self):
        gradients = [p.grad for p in self.parameters]
        for p in self.parameters:
            p.grad = torch.zeros_like(p)
        self.decay.step()
        for p, gradient in zip(self.parameters, gradients):
            p.grad = gradient
        self.optimizer.step()


OPTIMIZERS = {
    "sgd(learning_rate=0.03, momentum=0.9)": lambda p: torch.optim.SGD(p, 0.03, momentum=0.9),
    "sgd(learning_rate=0.03, momentum=0.9, nesterov=true)": lambda p: torch.optim.SGD(p, 0.03, momentum=0.9, nesterov=True),
    "rmsprop(epsilon=1e-30, learning_rate=0.01)": lambda p: torch.optim.RMSprop(p, 0.01, alpha=0.9, eps=1e-30),
    "rmsprop(centered=true, epsilon=1e-30, learning_rate=0.01, momentum=0.7)": lambda p: torch.optim.RMSprop(
        p, 0.01, alpha=0.9, eps=1e-30, momentum=0.7, centered=True
    ),
    "adagrad(epsilon=1e-14, learning_rate=0.1)": lambda p: torch.optim.Adagrad(
        p, 0.1, initial_accumulator_value=0.1, eps=1e-14
    ),
    "adadelta(learning_rate=1)": lambda p: torch.optim.Adadelta(p, 1, rho=0.95, eps=1e-7),
    "adam(epsilon=1e-20, learning_rate=0.02)": lambda p: torch.optim.Adam(p, 0.02, eps=1e-20),
    "adam(amsgrad=true, beta_2=0.9, epsilon=1e-20, learning_rate=0.02)": lambda p: torch.optim.Adam(
        p, 0.02, betas=(0.9, 0.9), eps=1e-20, amsgrad=True
    ),
    "adamw(epsilon=1e-20, learning_rate=0.02, weight_decay=0.1)": lambda p: torch.optim.AdamW(
        p, 0.02, eps=1e-20, weight_decay=0.1
    ),
    "adamax(epsilon=1e-20, learning_rate=0.02)": lambda p: torch.optim.Adamax(p, 0.02, eps=1e-20),
    "radam(learning_rate=0.02)": lambda p: torch.optim.RAdam(p, 0.02),
    "radam(beta_1=0.8, beta_2=0.9, epsilon=1e-6, learning_rate=0.02)": lambda p: torch.optim.RAdam(p, 0.02, betas=(0.8, 0.9), eps=1e-6),
    "radam(beta_2=0.9, learning_rate=0.02, weight_decay=0.1)": lambda p: Decayed(p, 0.02, 0.1, torch.optim.RAdam(p, 0.02, betas=(0.9, 0.9))),
    "rprop(learning_rate=0.02)": lambda p: torch.optim.Rprop(p, 0.02),
    "rprop(eta_minus=0.3, eta_plus=1.7, learning_rate=0.01, max_step=0.04, min_step=0.002)": lambda p: torch.optim.Rprop(p, 0.01, etas=(0.3, 1.7), step_sizes=(0.002, 0.04)),
    "rprop(learning_rate=0.01, weight_decay=0.1)": lambda p: Decayed(p, 0.01, 0.1, torch.optim.Rprop(p, 0.01)),
    # PyTorch's own rules, where they differ.
    "sgd(coupled_decay=true, learning_rate=0.03, momentum=0.9, weight_decay=0.1)": lambda p: torch.optim.SGD(p, 0.03, momentum=0.9, weight_decay=0.1),
    "rmsprop(coupled_decay=true, epsilon=0.1, epsilon_outside=true, learning_rate=0.01, weight_decay=0.1)": lambda p: torch.optim.RMSprop(
        p, 0.01, alpha=0.9, eps=0.1, weight_decay=0.1
    ),
    "adagrad(coupled_decay=true, epsilon=0.1, epsilon_outside=true, learning_rate=0.1, weight_decay=0.1)": lambda p: torch.optim.Adagrad(
        p, 0.1, initial_accumulator_value=0.1, eps=0.1, weight_decay=0.1
    ),
    "adadelta(coupled_decay=true, learning_rate=1, weight_decay=0.1)": lambda p: torch.optim.Adadelta(p, 1, rho=0.95, eps=1e-7, weight_decay=0.1),
    "adam(coupled_decay=true, epsilon=0.1, epsilon_outside=true, learning_rate=0.02, weight_decay=0.1)": lambda p: torch.optim.Adam(
        p, 0.02, eps=0.1, weight_decay=0.1
    ),
    "adamw(epsilon=0.1, epsilon_outside=true, learning_rate=0.02, weight_decay=0.1)": lambda p: torch.optim.AdamW(p, 0.02, eps=0.1, weight_decay=0.1),
    "adamax(beta_2=0.9, coupled_decay=true, epsilon=0.1, epsilon_inside=true, learning_rate=0.02, weight_decay=0.1)": lambda p: torch.optim.Adamax(
        p, 0.02, betas=(0.9, 0.9), eps=0.1, weight_decay=0.1
    ),
    "nadam(coupled_decay=true, learning_rate=0.02, momentum_decay=0.1, weight_decay=0.1)": lambda p: torch.optim.NAdam(
        p, 0.02, eps=1e-7, momentum_decay=0.1, weight_decay=0.1, foreach=True
    ),
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


def rates(make, count):
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], 0.1)
    scheduler = make(optimizer)
    for _ in range(count):
        yield optimizer.param_groups[0]["lr"]
        optimizer.step()
        scheduler.step()


def plateaus(losses, patience, delta, cooldown, **options):
    """The rate before each epoch. PyTorch waits one epoch more and ignores one more after a reduction."""
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], 0.1)
    scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(
        optimizer, patience=patience - 1, threshold=delta, threshold_mode="abs", cooldown=cooldown - 1, eps=0, **options
    )
    for loss in losses:
        yield optimizer.param_groups[0]["lr"]
        scheduler.step(loss)


def write_schedules(folder):
    s = torch.optim.lr_scheduler
    with open(folder + "/torch_schedules.txt", "w") as out:
        out.write(HEADER + "# The rates of steps 0, 1, 2, …; or of epochs, and then what was monitored at the end of each\n")
        for key, make, count in (
            ("constant(value=0.1)", lambda o: s.ConstantLR(o, factor=1), 50),
            ("step_decay(initial=0.1, rate=0.3, steps=7)", lambda o: s.StepLR(o, 7, gamma=0.3), 50),
            ("one_cycle(max=0.1, steps=40)", lambda o: s.OneCycleLR(o, 0.1, total_steps=40, cycle_momentum=False), 40),
            (
                "one_cycle(div_factor=10, final_div_factor=100, max=0.1, pct_start=0.5, steps=31)",
                lambda o: s.OneCycleLR(
                    o, 0.1, total_steps=31, pct_start=0.5, div_factor=10, final_div_factor=100, cycle_momentum=False
                ),
                31,
            ),
        ):
            out.write(f"[{key}]\n" + line(rates(make, count)))
        losses = np.round(np.maximum(2 - 0.15 * np.arange(40), 1.1 - 0.02 * (np.arange(40) // 9)), 6)
        out.write("[reduce_on_plateau(cooldown=3, factor=0.4, initial=0.1, min=0.002, min_delta=0.01, patience=2)]\n")
        out.write(line(plateaus(losses, 2, 0.01, 3, factor=0.4, min_lr=0.002)) + line(losses))
        out.write("[reduce_on_plateau(cooldown=3, initial=0.1, min_delta=0.05, patience=12)]\n")
        out.write(line(plateaus(losses, 12, 0.05, 3)) + line(losses))


if __name__ == "__main__":
    write_optimizers(sys.argv[1])
    write_schedules(sys.argv[1])
