#!/usr/bin/python3
"""Writes what PyTorch's layers compute in double precision: outputs and the gradients of input and parameters.

Usage: python3 nn-tests/src/test/scripts/layers_golden.py
Needs: Debian's python3-torch and python3-sklearn. Writes nn-tests/src/test/resources/golden/layers.json.

Inputs, parameters and the gradient of the output are rounded to float32, so that both sides start from the same
numbers. The loss is sum(gradient * output) plus the layer's penalties. Kernels are inputs x units, as we keep them
(PyTorch: units x inputs).

Dropout, alpha_dropout and gaussian_noise draw from other generators here and there, so no two masks are alike. What
can be compared is what becomes of a single element: PyTorch drops again and again until it has kept and dropped each
one, and both outcomes, output and gradient, are written as "kept" and "dropped", and how many are dropped is a share. Of the noise its gradient
and its distribution function are compared.

PyTorch has no "normalization" layer: scikit-learn's StandardScaler is its oracle, fitted to the same input.
"""

import json
import pathlib

import sklearn
import torch
from sklearn.preprocessing import StandardScaler
from torch.nn import PReLU, init
from torch.nn import functional as F

SEED = 20240715
ROWS = 8
OUTPUT = pathlib.Path(__file__).resolve().parents[1] / "resources" / "golden" / "layers.json"

torch.set_default_dtype(torch.float64)


def exact(tensor):
    """Rounded to float32."""
    return tensor.to(torch.float32).to(torch.float64)


def normal(*shape, mean=0.0, stddev=1.0):
    return exact(mean + stddev * torch.randn(shape))


def rows(tensor):
    return tensor.detach().reshape(len(tensor), -1).tolist()


def flat(tensor):
    return tensor.detach().flatten().tolist()


def case(layer, oracle, forward, shape=(5,), parameters=None, prediction=None, after=None, penalty=None, x=None, trainable=True):
    """What a layer computes; `forward` takes the input and the parameters by name.

    prediction: the same for prediction, where it differs
    after: parameters that a training step changes besides the gradients
    trainable: whether the parameters learn; where they do not their gradient is 0, which PyTorch says with None
    """
    x = normal(ROWS, *shape) if x is None else x
    indices = not x.is_floating_point()
    parameters = parameters or {}
    fixed = {name: value.clone() for name, value in parameters.items() if name in FIXED}
    learnt = {name: value.clone().requires_grad_(trainable) for name, value in parameters.items() if name not in FIXED}
    x = x if indices else x.requires_grad_()
    predicted = (prediction or forward)(x, {**learnt, **fixed})
    y = forward(x, {**learnt, **fixed})
    gradient = normal(*y.shape)
    loss = (gradient * y).sum() + (penalty(learnt) if penalty else 0)
    loss.backward()
    return {
        "layer": layer,
        "oracle": oracle,
        "input_shape": list(shape),
        "input": rows(x),
        "parameters": {name: flat(value) for name, value in parameters.items()},
        "output_gradient": rows(gradient),
        "training": {
            "output": rows(y),
            **({} if indices else {"input_gradient": rows(x.grad)}),
            "parameter_gradients": {name: flat(torch.zeros_like(value) if value.grad is None else value.grad) for name, value in learnt.items()},
            **({"parameters_after": {name: flat(value) for name, value in after(x).items()}} if after else {}),
        },
        "prediction": {"output": rows(predicted)},
    }


FIXED = ("moving_mean", "moving_variance", "mean", "variance")


def random_case(layer, oracle, rate, drop):
    """What becomes of each element when it is kept, and when it is dropped; `drop` is random."""
    x = normal(ROWS, 5).requires_grad_()
    gradient = normal(ROWS, 5)
    done = {fate: torch.zeros_like(x, dtype=torch.bool) for fate in ("kept", "dropped")}
    values = {fate: (torch.zeros_like(x), torch.zeros_like(x)) for fate in ("kept", "dropped")}
    while not all(mask.all() for mask in done.values()):
        x.grad = None
        y = drop(x)
        (gradient * y).sum().backward()
        # A dropped element has no influence: its gradient is 0.
        dropped = x.grad == 0
        for fate, mask in (("dropped", dropped), ("kept", ~dropped)):
            for kept, new in zip(values[fate], (y.detach(), x.grad)):
                kept[mask] = new[mask]
            done[fate] |= mask
    return {
        "layer": layer,
        "oracle": oracle,
        "input_shape": [5],
        "input": rows(x),
        "parameters": {},
        "output_gradient": rows(gradient),
        "rate": rate,
        "fates": {fate: {"output": rows(y), "input_gradient": rows(g)} for fate, (y, g) in values.items()},
        "prediction": {"output": rows(x)},
    }


def dense(inputs, units, bias=True):
    parameters = {"kernel": normal(inputs, units, stddev=inputs**-0.5)}
    if bias:
        parameters["bias"] = normal(units, stddev=0.3)
    return parameters


def linear(activation):
    return lambda x, p: activation(F.linear(x, p["kernel"].t(), p.get("bias")))


def batch_normalization(layer, epsilon, momentum, shape, unbiased=False):
    """Channels are the last dimension here and the second in PyTorch; its momentum is 1 - ours, its running variance
    corrected for the sample's size, which ours is not unless it is asked for: that factor is taken out again."""
    channels = shape[-1]
    p = {
        "gamma": normal(channels, mean=1, stddev=0.5),
        "beta": normal(channels),
        "moving_mean": normal(channels, stddev=0.4),
        "moving_variance": exact(torch.rand(channels) + 0.5),
    }
    x = normal(ROWS, *shape, mean=0.7, stddev=1.5)

    def run(x, p, training):
        y = F.batch_norm(
            x.reshape(-1, channels), p["moving_mean"], p["moving_variance"], p["gamma"], p["beta"], training, 1 - momentum, epsilon
        )
        return y.reshape(x.shape)

    def after(x):
        q = {name: value.clone() for name, value in p.items()}
        run(x, q, True)
        count = x.numel() // channels
        batch = (q["moving_variance"] - momentum * p["moving_variance"]) * (1 if unbiased else (count - 1) / count)
        return {
            "moving_mean": q["moving_mean"],
            "moving_variance": momentum * p["moving_variance"] + batch,
        }

    return case(
        layer,
        "PyTorch batch_norm",
        lambda x, q: run(x, {n: v.clone() if n in FIXED else v for n, v in q.items()}, True),
        shape,
        p,
        prediction=lambda x, q: run(x, q, False),
        after=after,
        x=x,
    )


def layer_normalization(layer, epsilon, shape):
    features = shape[-1]
    return case(
        layer,
        "PyTorch layer_norm",
        lambda x, p: F.layer_norm(x, (features,), p["gamma"], p["beta"], epsilon),
        shape,
        {"gamma": normal(features, mean=1, stddev=0.5), "beta": normal(features)},
    )


def prelu(shape):
    """PyTorch has the channels in the second dimension, we in the last."""
    channels = shape[-1]

    def run(x, p):
        return F.prelu(x.reshape(-1, channels), p["alpha"]).reshape(x.shape)

    return case("prelu", "PyTorch prelu", run, shape, {"alpha": normal(channels, stddev=0.5)})


def normalization(shape):
    x = normal(ROWS, *shape, mean=3, stddev=2)
    features = shape[-1]
    scaler = StandardScaler().fit(x.reshape(-1, features).numpy())
    mean, variance = torch.tensor(scaler.mean_), torch.tensor(scaler.var_)
    made = case(
        "normalization",
        "scikit-learn StandardScaler",
        lambda x, p: (x - mean) / torch.sqrt(variance),
        shape,
        x=x,
    )
    scaled = torch.tensor(scaler.transform(x.detach().reshape(-1, features).numpy())).reshape(x.shape)
    made["training"]["output"] = made["prediction"]["output"] = rows(scaled)
    made["adapted"] = {"mean": flat(mean), "variance": flat(variance)}
    return made


def noise():
    made = case("gaussian_noise(stddev=0.3)", "PyTorch autograd of x + noise", lambda x, p: x + 0.3 * torch.randn_like(x))
    made["prediction"]["output"] = made["input"]
    del made["training"]["output"]
    law = torch.distributions.Normal(0, 0.3)
    points = law.icdf(torch.arange(1, 40) / 40)
    made["distribution"] = {"points": flat(points), "shares": flat(law.cdf(points))}
    return made


def initialized(layer, oracle, forward, parameters):
    """The parameters are those that the layer itself begins with."""
    made = case(layer, oracle, forward, parameters=parameters)
    made["parameters"] = {}
    return made


def penalties(p):
    kernel, bias = p["kernel"], p["bias"]
    return 0.02 * kernel.abs().sum() + 0.01 * (kernel**2).sum() + 0.03 * bias.abs().sum() + 0.04 * (bias**2).sum()


def embedding():
    indices = torch.randint(0, 6, (ROWS, 3))
    return case(
        "embedding(units=4, vocabulary=6)",
        "PyTorch embedding",
        lambda x, p: F.embedding(x, p["embeddings"]),
        (3,),
        {"embeddings": normal(6, 4)},
        x=indices,
    )


def main():
    torch.manual_seed(SEED)
    cases = [
        case("dense(units=4)", "PyTorch linear", linear(lambda z: z), parameters=dense(5, 4)),
        case("dense(bias=false, units=3)", "PyTorch linear", linear(lambda z: z), parameters=dense(5, 3, False)),
        case("dense(activation=tanh, units=6)", "PyTorch linear, tanh", linear(torch.tanh), parameters=dense(5, 6)),
        case(
            "dense(activation=softmax, units=4)",
            "PyTorch linear, softmax",
            linear(lambda z: F.softmax(z, 1)),
            parameters=dense(5, 4),
        ),
        case(
            "dense(activation=gelu, bias_l1=0.03, bias_l2=0.04, kernel_l1=0.02, kernel_l2=0.01, units=3)",
            "PyTorch linear, gelu",
            linear(F.gelu),
            parameters=dense(5, 3),
            penalty=penalties,
        ),
        case("activation(activation=silu)", "PyTorch silu", lambda x, p: F.silu(x)),
        case("activation(activation=softmax)", "PyTorch softmax", lambda x, p: F.softmax(x, 1)),
        random_case("dropout(rate=0.3)", "PyTorch dropout", 0.3, lambda x: F.dropout(x, 0.3)),
        noise(),
        random_case(
            "alpha_dropout(rate=0.2)", "PyTorch alpha_dropout", 0.2, lambda x: F.alpha_dropout(x, 0.2, True)
        ),
        batch_normalization("batch_normalization", 1e-3, 0.99, (4,)),
        batch_normalization("batch_normalization(epsilon=0.00001, momentum=0.9)", 1e-5, 0.9, (2, 3, 2)),
        layer_normalization("layer_normalization", 1e-3, (6,)),
        layer_normalization("layer_normalization(epsilon=0.00001)", 1e-5, (3, 4)),
        normalization((4,)),
        normalization((2, 3)),
        case("flatten", "PyTorch flatten", lambda x, p: torch.flatten(x, 1), (2, 3)),
        case("reshape(shape=[3, 2])", "PyTorch reshape", lambda x, p: x.reshape(-1, 3, 2), (6,)),
        prelu((5,)),
        prelu((3, 4)),
        embedding(),
        case(
            "dense(bias=false, bias_initializer=ones, trainable=false, units=3)",
            "PyTorch linear",
            linear(lambda z: z),
            parameters=dense(5, 3, False),
            trainable=False,
        ),
        initialized(
            "dense(bias_initializer=constant(value=0.5), initializer=eye, units=4)",
            "PyTorch linear",
            linear(lambda z: z),
            {"kernel": init.eye_(torch.empty(5, 4)), "bias": init.constant_(torch.empty(4), 0.5)},
        ),
        initialized(
            "prelu(negative_slope=0.4)",
            "PyTorch prelu",
            lambda x, p: F.prelu(x, p["alpha"]),
            {"alpha": PReLU(5, init=0.4).weight.detach()},
        ),
        batch_normalization("batch_normalization(epsilon=0.00001, momentum=0.9, unbiased=true)", 1e-5, 0.9, (4,), True),
    ]
    document = {
        "made_by": {
            "script": "nn-tests/src/test/scripts/layers_golden.py",
            "library": "PyTorch and scikit-learn, double precision",
            "version": f"PyTorch {torch.__version__}, scikit-learn {sklearn.__version__}",
            "seed": SEED,
        },
    }
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(entry) for entry in cases)
    document["cases"] = "@"
    OUTPUT.write_text(json.dumps(document, indent=1).replace('"@"', "[\n" + lines + "\n]") + "\n")


if __name__ == "__main__":
    main()
