"""Fits the polynomials of FloatMath and of the normal deviates, and prints them as Java literals.

Needs mpmath (made with 1.3.0). Each fit is a weighted minimax approximation found by the Remez
exchange algorithm: the largest weighted error over the interval is as small as the degree allows.
Run:  python3 fit_polynomials.py
"""

import struct

from mpmath import cos, erf, erfc, erfinv, exp, expm1, log, log1p, lu_solve, matrix, mp, mpf, pi
from mpmath import sqrt, tanh

mp.dps = 60


def remez(function, weight, low, high, degree, rounds=12, grid=1500):
    """Coefficients, lowest first, of the polynomial p that minimises max |weight·(p − function)|."""
    low, high, count = mpf(low), mpf(high), degree + 2
    middle, half = (low + high) / 2, (high - low) / 2
    nodes = [middle - half * cos(pi * i / (count - 1)) for i in range(count)]
    # Candidates are dense near the ends, where the extrema of the error crowd together.
    points = [middle - half * cos(pi * i / grid) for i in range(grid + 1)]
    values = [(x, function(x), weight(x)) for x in points]
    for _ in range(rounds):
        system = matrix(count, count)
        right = matrix(count, 1)
        for row, x in enumerate(nodes):
            for power in range(degree + 1):
                system[row, power] = x**power
            system[row, degree + 1] = (-1) ** row / weight(x)
            right[row] = function(x)
        solution = lu_solve(system, right)
        coefficients = [solution[i] for i in range(degree + 1)]
        errors = [(x, w * (horner(coefficients, x) - f)) for x, f, w in values]
        peaks = alternating_peaks(errors)
        largest = max(abs(e) for _, e in peaks)
        if len(peaks) < count:
            break
        while len(peaks) > count:
            peaks.pop(0 if abs(peaks[0][1]) < abs(peaks[-1][1]) else -1)
        nodes = [x for x, _ in peaks]
        if largest < abs(solution[degree + 1]) * mpf("1.001"):
            break
    return coefficients, largest


def alternating_peaks(errors):
    """The largest error of each run of errors with one sign."""
    peaks = []
    for x, error in errors:
        if peaks and (peaks[-1][1] > 0) == (error > 0):
            if abs(error) > abs(peaks[-1][1]):
                peaks[-1] = (x, error)
        else:
            peaks.append((x, error))
    return peaks


def horner(coefficients, x):
    total = mpf(0)
    for c in reversed(coefficients):
        total = total * x + c
    return total


def as_float(value):
    """The nearest float32, written with the fewest digits that read back the same."""
    nearest = struct.unpack("f", struct.pack("f", float(value)))[0]
    for digits in range(1, 12):
        text = f"{nearest:.{digits}g}"
        if struct.pack("f", float(text)) == struct.pack("f", nearest):
            return text + "f"
    raise AssertionError(value)


def show(name, fit, literal):
    coefficients, error = fit
    print(f"{name}: weighted error {float(error):.2e}")
    for power, coefficient in enumerate(coefficients):
        print(f"  [{power}] {literal(coefficient)}")


def guarded(function, limit):
    """A quotient with a removable singularity at 0, replaced by its limit there."""
    return lambda x: function(x) if abs(x) > mpf(10) ** -18 else mpf(limit)


def scaled_complement(x):
    return exp(x * x) * erfc(x)


def normal_over_uniform(w):
    """√2·erfinv(x)/x where w = −ln(1 − x²): z = x·this is a normal deviate for uniform |x| < 1."""
    if w < mpf(10) ** -20:
        return sqrt(pi / 2)
    x = sqrt(-expm1(-w))
    return sqrt(2) * erfinv(x) / x


def effect_on_tanh(a):
    """The change of tanh a for a change of e^(a/4), and a little of the relative error of that."""
    power = exp(2 * a)
    return (16 * power / (power + 1) ** 2 + mpf(1000) / 2**24) / exp(a / 4)


def main():
    ln2 = log(2)
    show(
        "exp: (e^r - 1 - r)/r^2",
        remez(guarded(lambda r: (expm1(r) - r) / r**2, 0.5), lambda r: r * r + mpf("1e-6"),
              -ln2 * mpf("0.501"), ln2 * mpf("0.501"), 4),
        as_float,
    )
    show(
        "log: (log1p(f) - f + f^2/2)/f^3",
        remez(guarded(lambda f: (log1p(f) - f + f * f / 2) / f**3, mpf(1) / 3),
              lambda f: f * f + mpf("1e-6"), sqrt(mpf(1) / 2) - 1, sqrt(mpf(2)) - 1, 8),
        as_float,
    )
    show(
        "tanh near 0: (tanh(x)/x - 1)/x^2 in x^2",
        remez(guarded(lambda u: (tanh(sqrt(u)) / sqrt(u) - 1) / u, -mpf(1) / 3),
              lambda u: u * sqrt(u) / tanh(sqrt(u + mpf("1e-30"))) + mpf("1.8e-7"),
              0, mpf("1.26") ** 2, 8, rounds=25),
        as_float,
    )
    show(
        "tanh far: e^(a/4), weighted by what it does to 1 - 2/(e^(2a) + 1)",
        remez(lambda a: exp(a / 4), effect_on_tanh, mpf("1.24"), mpf("9.3"), 6, rounds=25),
        as_float,
    )
    show(
        "erf: erf(x)/x in x^2",
        remez(guarded(lambda u: erf(sqrt(u)) / sqrt(u), 2 / sqrt(pi)), lambda u: 1, 0, 1, 8),
        lambda c: repr(float(c)),
    )
    show(
        "erfc: e^(a^2)·erfc(a) in t = 1/(1 + a/2)",
        remez(lambda t: scaled_complement(2 / t - 2), lambda t: 1 / scaled_complement(2 / t - 2),
              1 / (1 + mpf(11) / 2), 1, 12),
        lambda c: repr(float(c)),
    )
    show(
        "double exp: e^r",
        remez(exp, lambda r: exp(-r), -ln2 / 2, ln2 / 2, 7),
        lambda c: repr(float(c)),
    )
    show(
        "normal: z/x in w = -ln(1 - x^2) up to 6",
        remez(normal_over_uniform, lambda w: 1, 0, 6, 7),
        as_float,
    )
    show(
        "normal: z/x in sqrt(w) from 6",
        remez(lambda s: normal_over_uniform(s * s), lambda s: 1, sqrt(mpf(6)), mpf("6.7"), 8),
        as_float,
    )


if __name__ == "__main__":
    main()
