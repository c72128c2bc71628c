"""Writes and verifies files of the framework, from docs/file-format.md alone and with Python's own library alone.

usage: file_format.py model FILE       writes a network of two layers
       file_format.py int8 FILE        writes the same network with weights of 8 bits
       file_format.py bfloat16 FILE    and of 16 bits
       file_format.py checkpoint FILE  writes a run that has one epoch behind it
       file_format.py verify FILE      says whether the checksum holds; status 1 if it does not
"""

import hashlib
import json
import re
import struct
import sys

ZEROS = "0" * 64
NUMBERS = {"F32": "f", "F64": "d", "I8": "b", "BF16": "H"}


def write(path, texts, tensors):
    """Texts by key, and tensors as (name, type, shape, numbers), in order."""
    header = {"__metadata__": {**texts, "sha256": ZEROS}}
    data = b""
    for name, dtype, shape, numbers in tensors:
        begin = len(data)
        data += struct.pack(f"<{len(numbers)}{NUMBERS[dtype]}", *numbers)
        header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [begin, len(data)]}
    text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode("utf-8")
    text += b" " * (-len(text) % 8)
    checksum = hashlib.sha256(text + data).hexdigest()
    text = text.replace(f'"sha256":"{ZEROS}"'.encode(), f'"sha256":"{checksum}"'.encode(), 1)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def verify(path):
    """Whether the checksum of a file holds."""
    with open(path, "rb") as file:
        content = file.read()
    (length,) = struct.unpack("<Q", content[:8])
    header, data = content[8 : 8 + length], content[8 + length :]
    stated = json.loads(header)["__metadata__"]["sha256"]
    if not re.fullmatch("[0-9a-f]{64}", stated):
        return False
    zeroed = header.replace(f'"sha256":"{stated}"'.encode(), f'"sha256":"{ZEROS}"'.encode(), 1)
    return hashlib.sha256(zeroed + data).hexdigest() == stated


def write_model(path):
    texts = {
        "format": "nn-model",
        "format_version": "1",
        "network": "[dense(activation=relu, units=2), dense(units=1)]",
        "input_shape": "[2]",
        "features": json.dumps(["width", "height"]),
        "targets": "real 1",
        "plugins": "[]",
        "note.author": "Å. Ångström",
    }
    write(
        path,
        texts,
        [
            ("0.dense.kernel", "F32", [2, 2], [0.5, -0.25, 0.125, 1]),
            ("0.dense.bias", "F32", [2], [0, -1]),
            ("1.dense.kernel", "F32", [2, 1], [2, -4]),
            ("1.dense.bias", "F32", [1], [0.5]),
        ],
    )


def write_int8(path):
    texts = {
        "format": "nn-model",
        "format_version": "2",
        "compression": "int8",
        "network": "[dense(activation=relu, units=2), dense(units=1)]",
        "input_shape": "[2]",
        "plugins": "[]",
    }
    write(
        path,
        texts,
        [
            ("0.dense.kernel.scale", "F32", [2], [0.125, 0.25]),
            ("0.dense.bias", "F32", [2], [0, -1]),
            ("1.dense.kernel.scale", "F32", [1], [0.5]),
            ("1.dense.bias", "F32", [1], [0.5]),
            ("0.dense.kernel", "I8", [2, 2], [4, -1, 1, 4]),
            ("1.dense.kernel", "I8", [2, 1], [4, -8]),
        ],
    )


def write_bfloat16(path):
    texts = {
        "format": "nn-model",
        "format_version": "2",
        "compression": "bfloat16",
        "network": "[dense(activation=relu, units=2), dense(units=1)]",
        "input_shape": "[2]",
        "plugins": "[]",
    }
    write(
        path,
        texts,
        [
            ("0.dense.bias", "F32", [2], [0, -1]),
            ("1.dense.bias", "F32", [1], [0.5]),
            ("0.dense.kernel", "BF16", [2, 2], [upper_half(x) for x in [0.5, -0.25, 0.125, 1]]),
            ("1.dense.kernel", "BF16", [2, 1], [upper_half(x) for x in [2, -4]]),
        ],
    )


def upper_half(number):
    """The code of a number whose lower bits are 0."""
    (bits,) = struct.unpack("<I", struct.pack("<f", number))
    return bits >> 16


def write_checkpoint(path):
    loss = "mean_squared_error"
    optimizer = "sgd(learning_rate=0.125, momentum=0.5, nesterov=false, weight_decay=0)"
    settings = (
        "training(batch_size=1, class_weights=[], clip_norm=none, clip_value=none, early_stopping=none, "
        f"loss={loss}, optimizer={optimizer}, rows=1, seed=7, shuffle=true, validation_split=0)"
    )
    texts = {
        "format": "nn-checkpoint",
        "format_version": "1",
        "network": "[dense(bias=false, units=1)]",
        "input_shape": "[1]",
        "targets": "real 1",
        "plugins": "[]",
        "training": json.dumps(["7", "1", "1", loss, optimizer]),
        "settings": settings,
        "history_metrics": json.dumps([["mean_absolute_error"]]),
    }
    write(
        path,
        texts,
        [
            ("0.dense.kernel", "F32", [1, 1], [1]),
            ("training.last_good", "F32", [1], [1]),
            ("training.slot.0", "F32", [1], [0.25]),
            ("training.scalars", "F64", [0], []),
            ("training.schedule", "F64", [0], []),
            ("training.numbers", "F64", [6], [1, 1, 0, 0, 0, 0]),
            # Epoch 1: loss 9, no validation loss, learning rate 0.125, 2 ms, mean absolute error 3.
            ("training.history", "F64", [8], [1, 9, 0, 0, 0.125, 2e6, 1, 3]),
        ],
    )


def main():
    writers = {"model": write_model, "int8": write_int8, "bfloat16": write_bfloat16, "checkpoint": write_checkpoint}
    if len(sys.argv) != 3 or sys.argv[1] not in ["verify", *writers]:
        sys.exit(__doc__)
    command, path = sys.argv[1:]
    if command == "verify":
        sys.exit(0 if verify(path) else 1)
    writers[command](path)


if __name__ == "__main__":
    main()
