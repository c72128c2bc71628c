#!/usr/bin/python3
"""Trains small networks for twenty steps as PyTorch and scikit-learn do by default, and writes what a preset has to retrace.

Usage: python3 nn-tests/src/test/scripts/presets_golden.py
Needs: Debian's python3-torch and python3-sklearn. Writes nn-tests/src/test/resources/golden/presets.json.

Everything runs in double precision with the tool's own layers, losses and optimizers; only first weights and examples
are given, rounded to float32, and the order of the rows is that of the data. NAdam runs with foreach=True: without it,
PyTorch 1.13 counts the momentum of a step twice. 37 rows in batches of 8 leave a last batch
of 5, and four passes make twenty steps. Specs name nothing but what differs from the tool's defaults. Kernels are written as inputs x units.
"""

import json
import pathlib
import warnings

import numpy
import sklearn
import torch
from sklearn.neural_network import MLPClassifier, MLPRegressor

SEED = 20261129
ROWS, INPUTS, BATCH, PASSES = 37, 5, 8, 4
OUTPUT = pathlib.Path(__file__).resolve().parents[1] / "resources" / "golden" / "presets.json"

torch.set_default_dtype(torch.float64)
torch.manual_seed(SEED)
random = numpy.random.default_rng(SEED)


def exact(array):
    """Rounded to float32."""
    return numpy.asarray(array).astype(numpy.float32).astype(numpy.float64)


FEATURES = exact(random.normal(size=(ROWS, INPUTS)))
LABELS = random.integers(0, 3, size=ROWS)
ONE_HOT = numpy.eye(3)[LABELS]
NUMBERS = exact(random.normal(size=(ROWS, 2)))
YES_NO = (random.normal(size=(ROWS, 1)) > 0).astype(float)


def run(tool, name, layers, loss, optimizer, targets, initial, final, **more):
    return {
        "like": tool,
        "name": name,
        "layers": layers,
        "loss": loss,
        "optimizer": optimizer,
        "batch": BATCH,
        "epochs": PASSES,
        "features": FEATURES.tolist(),
        "targets": numpy.asarray(targets).tolist(),
        "initial": initial,
        "final": final,
        **more,
    }


def torch_parameters(net):
    result = {}
    index = 0
    for module in net:
        if isinstance(module, torch.nn.Linear):
            result[f"{index}.dense.kernel"] = module.weight.detach().T.flatten().tolist()
            result[f"{index}.dense.bias"] = module.bias.detach().flatten().tolist()
            index += 1
        elif isinstance(module, torch.nn.BatchNorm1d):
            prefix = f"{index}.batch_normalization"
            result[f"{prefix}.gamma"] = module.weight.detach().tolist()
            result[f"{prefix}.beta"] = module.bias.detach().tolist()
            result[f"{prefix}.moving_mean"] = module.running_mean.tolist()
            result[f"{prefix}.moving_variance"] = module.running_var.tolist()
            index += 1
        elif isinstance(module, torch.nn.LayerNorm):
            result[f"{index}.layer_normalization.gamma"] = module.weight.detach().tolist()
            result[f"{index}.layer_normalization.beta"] = module.bias.detach().tolist()
            index += 1
    return result


def torch_run(name, net, layers, loss, loss_spec, optimizer, optimizer_spec, targets, written=None, **more):
    with torch.no_grad():
        for parameter in net.parameters():
            parameter.copy_(torch.from_numpy(exact(parameter)))
    initial = torch_parameters(net)
    step = optimizer(net.parameters())
    x, y = torch.from_numpy(FEATURES), torch.from_numpy(targets)
    # The order of a DataLoader that is told nothing.
    rows = torch.utils.data.DataLoader(torch.utils.data.TensorDataset(x, y), batch_size=BATCH)
    for _ in range(PASSES):
        for features, wanted in rows:
            step.zero_grad()
            loss(net(features), wanted).backward()
            step.step()
    return run("torch", name, layers, loss_spec, optimizer_spec, written if written is not None else targets, initial, torch_parameters(net), **more)


def mlp(outputs):
    return torch.nn.Sequential(torch.nn.Linear(INPUTS, 6), torch.nn.Tanh(), torch.nn.Linear(6, outputs))


def torch_runs():
    optim = torch.optim
    numbers = ["dense(units=6, activation=tanh)", "dense(units=2)"]
    mse = torch.nn.MSELoss()
    for spec, make in [
        ("sgd", lambda p: optim.SGD(p, lr=0.001)),
        ("sgd(learning_rate=0.05, momentum=0.9, weight_decay=0.1)", lambda p: optim.SGD(p, lr=0.05, momentum=0.9, weight_decay=0.1)),
        ("sgd(learning_rate=0.05, momentum=0.9, nesterov=true)", lambda p: optim.SGD(p, lr=0.05, momentum=0.9, nesterov=True)),
        ("adam", optim.Adam),
        ("adam(learning_rate=0.01, epsilon=0.01, weight_decay=0.1)", lambda p: optim.Adam(p, lr=0.01, eps=0.01, weight_decay=0.1)),
        ("adam(learning_rate=0.01, epsilon=0.01, amsgrad=true)", lambda p: optim.Adam(p, lr=0.01, eps=0.01, amsgrad=True)),
        ("adamw(learning_rate=0.01)", lambda p: optim.AdamW(p, lr=0.01)),
        ("adamax", optim.Adamax),
        ("nadam", lambda p: optim.NAdam(p, foreach=True)),
        ("rmsprop", optim.RMSprop),
        ("rmsprop(epsilon=0.1, momentum=0.5)", lambda p: optim.RMSprop(p, eps=0.1, momentum=0.5)),
        ("rmsprop(epsilon=0.1, centered=true, weight_decay=0.1)", lambda p: optim.RMSprop(p, eps=0.1, centered=True, weight_decay=0.1)),
        ("adagrad", optim.Adagrad),
        ("adadelta", optim.Adadelta),
    ]:
        yield torch_run("numbers by " + spec, mlp(2), numbers, mse, "mean_squared_error", make, spec, NUMBERS)
    classes = ["dense(units=6, activation=tanh)", "dense(units=3, activation=softmax)"]
    yield torch_run("classes by adam", mlp(3), classes, torch.nn.CrossEntropyLoss(), "categorical_crossentropy", optim.Adam, "adam", LABELS, ONE_HOT)
    weights = [0.5, 2.0, 5.0]
    weighted = torch.nn.CrossEntropyLoss(weight=torch.tensor(weights))
    yield torch_run("weighted classes by sgd", mlp(3), classes, weighted, "categorical_crossentropy", lambda p: optim.SGD(p, lr=0.1), "sgd(learning_rate=0.1)", LABELS, ONE_HOT, class_weights=weights)
    yes_no = ["dense(units=6, activation=tanh)", "dense(units=1, activation=sigmoid)"]
    yield torch_run("yes or no by adam", mlp(1), yes_no, torch.nn.BCEWithLogitsLoss(), "binary_crossentropy", optim.Adam, "adam", YES_NO)
    normalized = torch.nn.Sequential(torch.nn.Linear(INPUTS, 6), torch.nn.BatchNorm1d(6), torch.nn.Linear(6, 4), torch.nn.LayerNorm(4), torch.nn.LeakyReLU(), torch.nn.Linear(4, 2))
    layers = ["dense(units=6)", "batch_normalization", "dense(units=4)", "layer_normalization", "activation(activation=leaky_relu)", "dense(units=2)"]
    # By descent: the bias before a batch normalization has no gradient, and Adam would make steps of what rounding leaves.
    made = torch_run("normalizations by sgd", normalized, layers, mse, "mean_squared_error", lambda p: optim.SGD(p, lr=0.05), "sgd(learning_rate=0.05)", NUMBERS)
    for at in ("initial", "final"):
        made[at] = {name.replace("4.dense", "5.dense"): value for name, value in made[at].items()}
    yield made


def sklearn_run(name, model, layers, loss, optimizer, targets, written, classes=None):
    more = {} if classes is None else {"classes": classes}
    kernel_shapes = []

    def parameters():
        result = {}
        for i, (kernel, bias) in enumerate(zip(model.coefs_, model.intercepts_)):
            result[f"{i}.dense.kernel"] = kernel.flatten().tolist()
            result[f"{i}.dense.bias"] = bias.flatten().tolist()
        return result

    # One pass makes the weights; they and a new optimizer are then where the twenty steps begin.
    model.partial_fit(FEATURES, targets, **more)
    del model._optimizer
    for arrays in (model.coefs_, model.intercepts_):
        for i, array in enumerate(arrays):
            arrays[i] = exact(array)
    initial = parameters()
    for _ in range(PASSES):
        model.partial_fit(FEATURES, targets, **more)
    return run("sklearn", name, layers, loss, optimizer, written, initial, parameters())


def sklearn_runs():
    def options(**more):
        return dict(hidden_layer_sizes=(6,), batch_size=BATCH, shuffle=False, random_state=SEED % 1000, **more)

    for hidden, ours in (("relu", "relu"), ("logistic", "sigmoid")):
        classes = [f"dense(units=6, activation={ours})", "dense(units=3, activation=softmax)"]
        yield sklearn_run(f"classes, {hidden}, by adam", MLPClassifier(activation=hidden, **options()), classes, "categorical_crossentropy", "adam", LABELS, ONE_HOT, [0, 1, 2])
    classes = ["dense(units=6, activation=relu)", "dense(units=3, activation=softmax)"]
    penalised = [layer.replace(")", ", kernel_l2=0.25)") for layer in classes]
    yield sklearn_run("classes by sgd with alpha 0.5", MLPClassifier(alpha=0.5, solver="sgd", learning_rate_init=0.1, **options()), penalised, "categorical_crossentropy", "sgd(learning_rate=0.1)", LABELS, ONE_HOT, [0, 1, 2])
    yes_no = ["dense(units=6, activation=relu)", "dense(units=1, activation=sigmoid)"]
    yield sklearn_run("yes or no by adam", MLPClassifier(**options()), yes_no, "binary_crossentropy", "adam", YES_NO[:, 0].astype(int), YES_NO, [0, 1])
    several = (NUMBERS > 0).astype(int)
    labels = ["dense(units=6, activation=tanh)", "dense(units=2, activation=sigmoid)"]
    yield sklearn_run("several labels by sgd", MLPClassifier(activation="tanh", solver="sgd", learning_rate_init=0.1, **options()), labels, "binary_crossentropy", "sgd(learning_rate=0.1)", several, several.astype(float), [0, 1])
    numbers = ["dense(units=6, activation=tanh)", "dense(units=2)"]
    yield sklearn_run("numbers by sgd", MLPRegressor(activation="tanh", solver="sgd", learning_rate_init=0.02, **options()), numbers, "mean_squared_error", "sgd(learning_rate=0.02)", NUMBERS, NUMBERS)
    yield sklearn_run("numbers by adam", MLPRegressor(activation="tanh", **options()), numbers, "mean_squared_error", "adam", NUMBERS, NUMBERS)


def main():
    warnings.simplefilter("ignore")
    document = {
        "made_by": {
            "script": "nn-tests/src/test/scripts/presets_golden.py",
            "library": "PyTorch and scikit-learn, double precision",
            "version": f"{torch.__version__}, {sklearn.__version__}",
            "seed": SEED,
        },
        "runs": [*torch_runs(), *sklearn_runs()],
    }
    OUTPUT.write_text(json.dumps(document, indent=None, separators=(",", ":")).replace('{"like"', '\n{"like"') + "\n")


if __name__ == "__main__":
    main()
