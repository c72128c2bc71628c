"""Writes golden values of the orthogonal initializer: the factor Q of NumPy's QR decomposition, with the
signs for which R has a positive diagonal.

Usage: golden_orthogonal.py <folder golden>
"""
import sys

import numpy as np

SEED = 20240607


def line(numbers):
    return " ".join(repr(float(x)) for x in numbers) + "\n"


generator = np.random.default_rng(SEED)
with open(sys.argv[1] + "/orthogonal.txt", "w") as out:
    out.write(f"# Script: src/test/scripts/golden_orthogonal.py\n# Library: NumPy {np.__version__}, float64; seed {SEED}\n")
    out.write("# Three lines for each case: rows and columns of the weights; normal numbers in the order of drawing; weights\n")
    for rows, columns in ((1, 1), (5, 5), (7, 3), (3, 7), (20, 12)):
        drawn = generator.normal(size=(min(rows, columns), max(rows, columns)))
        q, r = np.linalg.qr(drawn.T)
        q = q * np.sign(np.diag(r))
        weights = q if rows >= columns else q.T
        out.write(line([rows, columns]) + line(drawn.ravel()) + line(weights.ravel()))
