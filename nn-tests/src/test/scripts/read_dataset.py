#!/usr/bin/env python3
"""Reads a data set of "nn convert" with NumPy alone, from what docs/big-data.md says: read_dataset.py FILE.

Prints the names of the features, the labels, the sums of features and targets, and whether the file is as it was written where zlib's
neighbour CRC-32C can be computed (slowly, by the table below).
"""
import json
import sys

import numpy


def crc32c(data):
    table = []
    for byte in range(256):
        for _ in range(8):
            byte = byte >> 1 ^ (0x82F63B78 if byte & 1 else 0)
        table.append(byte)
    crc = 0xFFFFFFFF
    for byte in data:
        crc = table[(crc ^ byte) & 0xFF] ^ crc >> 8
    return crc ^ 0xFFFFFFFF


path = sys.argv[1]
with open(path, "rb") as file:
    start = file.read(8)
    text = file.read(int.from_bytes(start, "little"))
header = json.loads(text)
texts = header.pop("__metadata__")
types = {"F32": "<f4", "F64": "<f8"}
tensors = {
    name: numpy.memmap(path, types[t["dtype"]], "r", 8 + len(text) + t["data_offsets"][0], tuple(t["shape"]))
    for name, t in header.items()
}
data = open(path, "rb").read()[8 + len(text):8 + len(text) + header["checksums"]["data_offsets"][0]]
sums = [crc32c(start + text)] + [crc32c(data[i:i + 2**20]) for i in range(0, len(data), 2**20)]
print(texts["format"], texts["format_version"], texts["targets"])
print(json.loads(texts["features"]), json.loads(texts["labels"]))
print(tensors["features"].shape, tensors["targets"].shape)
print(tensors["features"].astype("f8").sum(0).round(3).tolist(), tensors["targets"].astype("f8").sum(0).tolist())
print("whole" if sums == tensors["checksums"].tolist() else "changed")
