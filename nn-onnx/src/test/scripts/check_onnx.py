"""Checks ONNX files with Python's checker, shapes and types included: check_onnx.py FILE..."""

import sys

import onnx

if len(sys.argv) < 2:
    print("usage: check_onnx.py FILE...")
    sys.exit(2)
for name in sys.argv[1:]:
    model = onnx.load(name)
    onnx.checker.check_model(model, full_check=True)
    inferred = onnx.shape_inference.infer_shapes(model, check_type=True, strict_mode=True)
    for output in inferred.graph.output:
        assert output.type.tensor_type.shape.dim, name + ": no shape of " + output.name
print(len(sys.argv) - 1, "files are valid")
