#!/usr/bin/python3
"""Makes small models with PyTorch and scikit-learn and writes them as golden files, with what they predict.

Usage: python3 nn-import/src/test/scripts/torch_sklearn_golden.py
Needs: Debian's python3-torch and python3-sklearn. Writes to nn-import/src/test/resources/golden. The safetensors file is
written by hand from its specification, since Debian has no library for it.
"""

import collections
import json
import pathlib
import struct
import warnings

import numpy
import sklearn
import torch
from sklearn.neural_network import MLPClassifier, MLPRegressor

SEED = 20261129
GOLDEN = pathlib.Path(__file__).resolve().parents[1] / "resources" / "golden"
random = numpy.random.default_rng(SEED)
torch.manual_seed(SEED)
models = []


def safetensors(file, tensors):
    """Wider types first and then by name, as the library writes."""
    header, data = {}, b""
    for name in sorted(tensors, key=lambda n: (-tensors[n].element_size(), n)):
        tensor = tensors[name].contiguous()
        kind = {torch.float32: "F32", torch.float64: "F64", torch.int64: "I64", torch.float16: "F16", torch.bfloat16: "BF16"}[tensor.dtype]
        raw = tensor.view(torch.int16).numpy().tobytes() if kind == "BF16" else tensor.numpy().tobytes()
        header[name] = {"dtype": kind, "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    (GOLDEN / file).write_bytes(struct.pack("<Q", len(text)) + text + data)


def golden(file, layers, rows, answers):
    models.append({"file": file, "layers": layers, "features": numpy.asarray(rows).tolist(), "predictions": numpy.asarray(answers).tolist()})


def torch_models():
    nn = torch.nn
    net = nn.Sequential(nn.Linear(5, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Dropout(0.2), nn.Linear(8, 6, bias=False), nn.LayerNorm(6), nn.LeakyReLU(), nn.PReLU(), nn.Linear(6, 3), nn.Softmax(1))
    layers = "dense(units=8), batch_normalization, activation(activation=relu), dropout(rate=0.2), dense(units=6, bias=false), layer_normalization, activation(activation=leaky_relu), prelu, dense(units=3, activation=softmax)"
    net.train()
    for _ in range(20):
        net(torch.randn(16, 5) * 2 + 1)
    for parameter in net.parameters():
        parameter.data += 0.2 * torch.randn(parameter.shape)
    net.eval()
    rows = torch.randn(6, 5)
    answers = net(rows).detach()
    torch.save(net.state_dict(), GOLDEN / "torch_stack.pt")
    golden("torch_stack.pt", layers, rows, answers)
    torch.save({"epoch": 7, "state_dict": collections.OrderedDict(net.state_dict()), "losses": [0.5, 0.25]}, GOLDEN / "torch_checkpoint.pt")
    golden("torch_checkpoint.pt", layers, rows, answers)
    safetensors("torch_stack.safetensors", net.state_dict())
    golden("torch_stack.safetensors", layers, rows, answers)
    # Twelve layers, so that names do not sort as numbers do; doubles; a transposed view and a slice of a longer tensor.
    deep = nn.Sequential(*[nn.Linear(4, 4) for _ in range(12)]).double()
    state = deep.state_dict()
    state["3.weight"] = state["3.weight"].t().contiguous().t()
    state["5.bias"] = torch.arange(1000, dtype=torch.float64)[10:18:2] / 100
    deep.load_state_dict(state)
    rows = torch.randn(4, 4).double()
    answers = deep(rows).detach()
    layers = ", ".join(["dense(units=4)"] * 12)
    torch.save(state, GOLDEN / "torch_views.pt")
    golden("torch_views.pt", layers, rows, answers)
    safetensors("torch_deep.safetensors", state)
    golden("torch_deep.safetensors", layers, rows, answers)
    half = nn.Linear(3, 2)
    half.weight.data = torch.tensor([[0.5, -2.0, 0.0078125], [1.5, 65504.0, -0.25]])
    half.bias.data = torch.tensor([6.103515625e-05, -5.9604644775390625e-08])
    rows = torch.tensor([[1.0, 0.5, 2.0]])
    for kind, name in ((torch.float16, "half"), (torch.bfloat16, "bfloat16")):
        state = {key: value.to(kind) for key, value in half.state_dict().items()}
        answers = rows.double() @ state["weight"].double().T + state["bias"].double()
        torch.save(state, GOLDEN / f"torch_{name}.pt")
        golden(f"torch_{name}.pt", "dense(units=2)", rows, answers)


def save(file, model):
    """The lines of docs/import.md."""
    arrays = {f"coef_{i}": w for i, w in enumerate(model.coefs_)}
    arrays.update({f"intercept_{i}": b for i, b in enumerate(model.intercepts_)})
    numpy.savez(GOLDEN / file, **arrays, activation=model.activation, out_activation=model.out_activation_)


def sklearn_models():
    warnings.simplefilter("ignore")
    x = random.normal(size=(60, 4))
    three = (x[:, 0] + x[:, 1] > 0).astype(int) + (x[:, 2] > 0.5)
    classifier = MLPClassifier((7, 5), max_iter=30, random_state=1, activation="tanh").fit(x, three)
    save("sklearn_classifier.npz", classifier)
    golden("sklearn_classifier.npz", "", x[:5], classifier.predict_proba(x[:5]))
    yes_no = MLPClassifier((6,), max_iter=30, random_state=1, activation="logistic").fit(x, three > 0)
    save("sklearn_yes_no.npz", yes_no)
    golden("sklearn_yes_no.npz", "", x[:5], yes_no.predict_proba(x[:5])[:, 1:])
    regressor = MLPRegressor((6,), max_iter=30, random_state=1).fit(x.astype(numpy.float32), x[:, :2] @ [[1.0, 2.0], [0.5, -1.0]])
    arrays = {f"coef_{i}": numpy.asfortranarray(w) for i, w in enumerate(regressor.coefs_)}
    arrays.update({f"intercept_{i}": b for i, b in enumerate(regressor.intercepts_)})
    numpy.savez_compressed(GOLDEN / "sklearn_weights.npz", **arrays)
    golden("sklearn_weights.npz", "dense(units=6, activation=relu), dense(units=2)", x[:5], regressor.predict(x[:5]))


def main():
    GOLDEN.mkdir(parents=True, exist_ok=True)
    torch_models()
    sklearn_models()
    made_by = {"script": "nn-import/src/test/scripts/torch_sklearn_golden.py", "library": "PyTorch and scikit-learn", "version": f"{torch.__version__}, {sklearn.__version__}", "seed": SEED}
    text = json.dumps({"made_by": made_by, "models": models}).replace('{"file"', '\n{"file"')
    (GOLDEN / "torch_sklearn.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
