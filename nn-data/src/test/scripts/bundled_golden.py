#!/usr/bin/env python3
"""Writes the numbers that BundledDataTest compares with, made by scikit-learn's own readers and numpy.

    bundled_golden.py > nn-data/src/test/resources/golden/bundled.properties
"""

import numpy
import sklearn
from sklearn import datasets

ROWS = {"digits": [0, 1, 1000, 1796], "iris": [0, 34, 37, 50, 149]}


def numbers(values):
    return ",".join(repr(value) for value in values.tolist())


print("# made by nn-data/src/test/scripts/bundled_golden.py")
print(f"# scikit-learn {sklearn.__version__}, numpy {numpy.__version__}; no seed")
for name, scale in ("digits", 16.0), ("iris", 1.0):
    data = datasets.__dict__["load_" + name]()
    features = data.data / scale
    print(f"{name}.rows={len(features)}")
    print(f"{name}.classes={','.join(map(str, data.target_names))}")
    print(f"{name}.class_counts={numbers(numpy.bincount(data.target))}")
    print(f"{name}.column_sums={numbers(features.sum(axis=0))}")
    print(f"{name}.column_square_sums={numbers((features**2).sum(axis=0))}")
    for row in ROWS[name]:
        print(f"{name}.row.{row}={numbers(features[row])}")
        print(f"{name}.label.{row}={data.target[row]}")
