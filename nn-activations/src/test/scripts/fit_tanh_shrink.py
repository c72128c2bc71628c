"""Fits the polynomial of TanhShrink and prints its coefficients, lowest first.

Needs mpmath (made with 1.2.1) and the Remez exchange of nn-math's fit_polynomials.py.
Run:  python3 fit_tanh_shrink.py
"""
import pathlib
import sys

from mpmath import mpf, sqrt, tanh

ROOT = pathlib.Path(__file__).resolve().parents[4]
sys.path.insert(0, str(ROOT / "nn-math" / "src" / "test" / "scripts"))
from fit_polynomials import guarded, horner, remez


def main():
    # z - tanh z = z^3 p(z^2), whose series begins 1/3 - 2u/15 + 17u^2/315.
    p = guarded(lambda u: (1 - tanh(sqrt(u)) / sqrt(u)) / u, mpf(1) / 3)
    exact, _ = remez(p, lambda u: 1 / p(u), 0, 1, 7)
    rounded = [mpf(f"{float(c):.10g}") for c in exact]
    errors = [abs(horner(rounded, u) / p(u) - 1) for u in (mpf(i) / 2000 for i in range(2001))]
    print(f"largest error relative to p: {float(max(errors)):.2e}")
    for c in rounded:
        print(float(c))


if __name__ == "__main__":
    main()
