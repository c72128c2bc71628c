#!/usr/bin/python3
"""Counts the lines that an author writes for a plugin of each kind, here and for PyTorch and Keras.

Usage: python3 lines.py [GUIDE]; prints the table, and fails if the guide, docs/plugins.md of the framework, has another.

A line counts if it holds a letter or a digit and is no comment, documentation, import, package or @Override: in Java
brackets stand on lines of their own. Registration is what makes a plugin known by its name, and its hyper-parameters by
theirs, so that files can name it: name(), description(), options(), withOptions() and the annotation of ours, and get_config() and the
decorator of Keras. PyTorch has none.
"""

import ast
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
JAVA = HERE.parent / "src" / "main" / "java" / "com" / "acme" / "plugins"
KINDS = {
    "activation": "Bump",
    "loss": "PseudoHuber",
    "layer of layers": "Gated",
    "layer": "Scale",
    "optimizer": "HeavyBall",
    "schedule": "Patient",
    "initializer": "Signs",
}
HEADER = "| kind | ours | of these registration | PyTorch | Keras | of these registration |"


def counts(line):
    text = line.strip()
    return bool(re.search(r"\w", text)) and not re.match(r"(//|/\*|\*|#|import |package |@Override)", text)


def java(name):
    """All lines, and those of registration."""
    lines = (JAVA / f"{name}.java").read_text().splitlines()
    total = registration = 0
    inside = False
    for line in lines:
        if re.match(r"  public .*\b(name|description|options|withOptions)\(.*\) \{", line):
            inside = True
        if counts(line):
            total += 1
            registration += inside or line.startswith("@NnPlugin")
        inside = inside and line != "  }"
    return total, registration


def python(file, name):
    source = (HERE / file).read_text()
    lines = source.splitlines()
    node = next(node for node in ast.parse(source).body if getattr(node, "name", "").lower().rstrip("_") == name.lower())
    documentation = set()
    for part in ast.walk(node):
        if isinstance(part, (ast.ClassDef, ast.FunctionDef)) and ast.get_docstring(part) is not None:
            documentation.update(range(part.body[0].lineno, part.body[0].end_lineno + 1))
    decorators = [decorator.lineno for decorator in node.decorator_list]
    config = [part for part in node.body if getattr(part, "name", "") == "get_config"]
    registered = set(decorators)
    for part in config:
        registered.update(range(part.lineno, part.end_lineno + 1))
    counted = {
        number
        for number in range(min([node.lineno, *decorators]), node.end_lineno + 1)
        if number not in documentation and counts(lines[number - 1])
    }
    return len(counted), len(counted & registered)


def main():
    table = [HEADER, "|---|---|---|---|---|---|"]
    for kind, name in KINDS.items():
        ours, registration = java(name)
        torch, _ = python("pytorch_plugins.py", name)
        keras, config = python("keras_plugins.py", name)
        table.append(f"| {kind} | {ours} | {registration} | {torch} | {keras} | {config} |")
        if kind in ("activation", "loss", "layer of layers") and ours - registration > torch:
            sys.exit(f"{kind}: {ours} - {registration} lines are more than PyTorch's {torch}")
    text = "\n".join(table)
    print(text)
    if len(sys.argv) > 1 and text not in pathlib.Path(sys.argv[1]).read_text():
        sys.exit(f"{sys.argv[1]} has another table")


if __name__ == "__main__":
    main()
