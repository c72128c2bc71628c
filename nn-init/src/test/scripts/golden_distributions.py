"""Writes the distribution functions of the initializers, by SciPy, and the matrices that are not random, by NumPy.

Usage: golden_distributions.py <folder golden>

The weights are FAN_IN x FAN_OUT, and so are their fans. For each random initializer F(x) = P(weight <= x) is written
at quantiles of its distribution; of "sparse" and "orthogonal" the marginal distribution: a sparse weight is 0 with
the probability 1 - density, and an element of an orthogonal matrix with n rows, none longer than its column, has
x^2 ~ Beta(1/2, (n - 1)/2).
"""
import sys

import numpy as np
import scipy
from scipy import stats

FAN_IN, FAN_OUT = 400, 300
HEADER = f"""# Script: src/test/scripts/golden_distributions.py
# Library: SciPy {scipy.__version__}; no seed
# Sections: a line of fan_in and fan_out, a line of points x, a line of P(weight <= x); without the last
# two lines the elements of a matrix of 3 rows and 4 columns
"""


def normal(variance, mean=0):
    return stats.norm(mean, np.sqrt(variance))


def truncated(stddev, mean=0):
    return stats.truncnorm(-2, 2, mean, stddev)


def widened(variance):
    return truncated(np.sqrt(variance / stats.truncnorm(-2, 2).var()))


def uniform(variance):
    limit = np.sqrt(3 * variance)
    return stats.uniform(-limit, 2 * limit)


class Sparse:
    def __init__(self, density, stddev):
        self.density, self.others = density, stats.norm(0, stddev)

    def ppf(self, q):
        # Quantiles of what is not 0: none of them is in the jump.
        return self.others.ppf(q)

    def cdf(self, x):
        return self.density * self.others.cdf(x) + (1 - self.density) * (x >= 0)


class Orthogonal:
    def __init__(self, n, gain):
        self.gain, self.squares = gain, stats.beta(0.5, (n - 1) / 2)

    def ppf(self, q):
        return self.gain * np.sign(q - 0.5) * np.sqrt(self.squares.ppf(np.abs(2 * q - 1)))

    def cdf(self, x):
        return 0.5 + 0.5 * np.sign(x) * self.squares.cdf((x / self.gain) ** 2)


RANDOM = {
    "uniform(max=0.1, min=-0.1)": stats.uniform(-0.1, 0.2),
    "uniform(max=0.5)": stats.uniform(-0.1, 0.6),
    "uniform(max=3, min=2)": stats.uniform(2, 1),
    "normal(mean=0, stddev=0.05)": stats.norm(0, 0.05),
    "normal(mean=-1, stddev=0.3)": stats.norm(-1, 0.3),
    "truncated_normal(mean=0, stddev=0.05)": truncated(0.05),
    "truncated_normal(mean=0.5, stddev=2)": truncated(2, 0.5),
    "xavier_normal": normal(2 / (FAN_IN + FAN_OUT)),
    "xavier_uniform": uniform(2 / (FAN_IN + FAN_OUT)),
    "he_normal": normal(2 / FAN_IN),
    "he_uniform": uniform(2 / FAN_IN),
    "lecun_normal": widened(1 / FAN_IN),
    "lecun_uniform": uniform(1 / FAN_IN),
    "variance_scaling": widened(1 / FAN_IN),
    "variance_scaling(distribution=uniform, mode=fan_out, scale=2)": uniform(2 / FAN_OUT),
    "variance_scaling(distribution=untruncated_normal, mode=fan_avg, scale=0.5)": normal(1 / (FAN_IN + FAN_OUT)),
    "orthogonal": Orthogonal(FAN_IN, 1),
    "orthogonal(gain=1.5)": Orthogonal(FAN_IN, 1.5),
    "sparse": Sparse(0.1, 0.01),
    "sparse(density=0.4, stddev=0.2)": Sparse(0.4, 0.2),
}

EXACT = {
    "zeros": np.zeros((3, 4)),
    "ones": np.ones((3, 4)),
    "constant(value=-0.75)": np.full((3, 4), -0.75),
    "eye": np.eye(3, 4),
    "eye(gain=-2)": -2 * np.eye(3, 4),
}


def line(numbers):
    return " ".join(repr(float(x)) for x in np.ravel(numbers)) + "\n"


def main(folder):
    with open(folder + "/distributions.txt", "w") as out:
        out.write(HEADER)
        for key, distribution in RANDOM.items():
            x = distribution.ppf(np.arange(1, 40) / 40 + 1e-3)
            out.write(f"[{key}]\n" + line([FAN_IN, FAN_OUT]) + line(x) + line(distribution.cdf(x)))
        for key, matrix in EXACT.items():
            out.write(f"[{key}]\n# library: NumPy {np.__version__}\n" + line(matrix))


main(sys.argv[1])
