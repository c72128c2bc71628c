"""Exports models of PyTorch as ONNX files, each with inputs and its predictions: torch_models.py FOLDER OPSET."""

import os
import sys

import torch
from torch import nn

if len(sys.argv) != 3:
    print("usage: torch_models.py FOLDER OPSET")
    sys.exit(2)
folder, opset = sys.argv[1], int(sys.argv[2])
torch.manual_seed(1)


class View(nn.Module):
    def forward(self, x):
        return x.view(x.size(0), -1)


ACTIVATIONS = {
    "relu": nn.ReLU(), "relu6": nn.ReLU6(), "leaky": nn.LeakyReLU(0.1), "elu": nn.ELU(0.7),
    "selu": nn.SELU(), "celu": nn.CELU(1.5), "gelu": nn.GELU(), "gelu_tanh": nn.GELU("tanh"),
    "silu": nn.SiLU(), "mish": nn.Mish(), "softplus": nn.Softplus(), "softsign": nn.Softsign(),
    "sigmoid": nn.Sigmoid(), "tanh": nn.Tanh(), "hardtanh": nn.Hardtanh(),
    "hardsigmoid": nn.Hardsigmoid(), "hardswish": nn.Hardswish(), "tanhshrink": nn.Tanhshrink(),
    "logsigmoid": nn.LogSigmoid(), "prelu": nn.PReLU(), "softmin": nn.Softmin(dim=1),
    "softmax": nn.Softmax(dim=1), "logsoftmax": nn.LogSoftmax(dim=1),
    "softshrink": nn.Softshrink(), "hardshrink": nn.Hardshrink(), "threshold": nn.Threshold(0.1, 20.0),
}
models = {name: (nn.Sequential(nn.Linear(5, 7), a, nn.Linear(7, 3)), (5,)) for name, a in ACTIVATIONS.items()}
models["deep"] = (nn.Sequential(nn.Linear(5, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Dropout(0.3),
                                nn.Linear(8, 8, bias=False), nn.LayerNorm(8), nn.GELU(),
                                nn.Linear(8, 3), nn.Softmax(dim=1)), (5,))
models["flatten"] = (nn.Sequential(nn.Flatten(), nn.Linear(6, 3), nn.ReLU()), (2, 3))
models["view"] = (nn.Sequential(View(), nn.Linear(6, 3), nn.Tanh()), (2, 3))

count = 0
for name, (model, shape) in models.items():
    for layer in model:
        if isinstance(layer, nn.BatchNorm1d):
            layer.running_mean.normal_()
            layer.running_var.uniform_(0.5, 2)
    model.eval()
    x = torch.randn(20, *shape) * 2
    try:
        torch.onnx.export(model, x, os.path.join(folder, name + ".onnx"), opset_version=opset,
                          input_names=["x"], output_names=["y"],
                          dynamic_axes={"x": {0: "batch"}, "y": {0: "batch"}})
    except Exception as e:
        print("torch does not export", name, type(e).__name__)
        continue
    with torch.no_grad():
        y = model(x)
    with open(os.path.join(folder, name + ".txt"), "w") as text:
        for row, prediction in zip(x.reshape(20, -1).tolist(), y.reshape(20, -1).tolist()):
            text.write(" ".join(map(repr, row)) + " | " + " ".join(map(repr, prediction)) + "\n")
    count += 1
print(count, "models are exported")
