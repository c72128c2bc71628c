"""Writes the golden values of the losses: per-row values and gradients in float64.

Usage: golden_losses.py <folder golden>

The functions are PyTorch's or scikit-learn's ("library" in the section's comment); golden_keras.py
has the losses that only Keras has. The gradients are PyTorch's automatic differentiation, of the
whole composition where a loss is fused with its output activation.
"""
import sys

import numpy as np
import sklearn
import torch
import torch.nn.functional as F
from sklearn.metrics import mean_pinball_loss

SEED = 20240611
EPS = 1e-7
ROWS = 6
rng = np.random.default_rng(SEED)
torch.set_default_dtype(torch.float64)
HEADER = f"""# Script: src/test/scripts/golden_losses.py
# Library: PyTorch {torch.__version__}, scikit-learn {sklearn.__version__}, float64; seed {SEED}
# [loss] or [loss after activation]; three lines for each row: prediction or z, target, value and gradient
"""


def exact(a):
    """Numbers that a float holds, so that both sides compute with the same."""
    return np.asarray(a, dtype=np.float32).astype(np.float64)


def normals(k, scale=1.0):
    return exact(rng.normal(0, scale, (ROWS, k)))


def positives(k, high=5.0):
    return exact(rng.uniform(0.05, high, (ROWS, k)))


def probabilities(k):
    return exact(rng.uniform(0.02, 0.98, (ROWS, k)))


def bits(k):
    return rng.integers(0, 2, (ROWS, k)).astype(float)


def soft(k):
    return exact(rng.dirichlet(np.ones(k), ROWS))


def hot(k):
    return np.eye(k)[rng.integers(0, k, ROWS)]


def counts(k):
    return rng.poisson(3.0, (ROWS, k)).astype(float)


def smooth(y, s, k):
    return y * (1 - s) + s / k


# Losses that PyTorch has.


def bce(s=0.0):
    return lambda p, y: F.binary_cross_entropy(p, smooth(y, s, 2), reduction="none").mean(-1)


def cce(s=0.0):
    """Probabilities in, so a logarithm before PyTorch's loss; rows are divided by their sum."""
    return lambda p, y: F.cross_entropy(torch.log(p), smooth(y, s, y.shape[-1]), reduction="none")


def huber(delta):
    return lambda p, y: F.huber_loss(p, y, reduction="none", delta=delta).mean(-1)


def gaussian(eps):
    def loss(p, y):
        n = y.shape[-1]
        # PyTorch lets the gradient of a variance below eps pass. Ours is that of the value: none.
        var = torch.clamp(torch.exp(p[..., n:]), min=eps)
        return F.gaussian_nll_loss(p[..., :n], y, var, reduction="none", eps=eps).mean(-1)

    return loss


def poisson(p, y):
    # PyTorch's eps is Keras' epsilon here.
    return F.poisson_nll_loss(p, y, log_input=False, eps=EPS, reduction="none").mean(-1)


def kl(p, y):
    y = torch.clamp(y, EPS, 1)
    return F.kl_div(torch.log(torch.clamp(p, EPS, 1)), y, reduction="none").sum(-1)


def cosine(p, y):
    return -F.cosine_similarity(p, y, dim=-1, eps=EPS)


def pinball(q):
    def loss(p, y):
        e = y - p
        return torch.maximum(q * e, (q - 1) * e).mean(-1)

    return loss


def pinball_value(q):
    return lambda p, y: [mean_pinball_loss(b[None], a[None], alpha=q) for a, b in zip(p, y)]


# Fused: in terms of z, with functions that do not overflow.


def bce_logits(s=0.0):
    return lambda z, y: F.binary_cross_entropy_with_logits(z, smooth(y, s, 2), reduction="none").mean(-1)


def cce_logits(s=0.0):
    return lambda z, y: F.cross_entropy(z, y, reduction="none", label_smoothing=s)


def nll(z, y):
    return F.nll_loss(F.log_softmax(z, -1), y.argmax(-1), reduction="none")


def kl_logits(z, y):
    return F.kl_div(F.log_softmax(z, -1), torch.clamp(y, EPS, 1), reduction="none").sum(-1)


def per_row(f):
    return lambda p, y: f(p, y, reduction="none").mean(-1)


def per_row_times(f, factor):
    return lambda p, y: factor * f(p, y, reduction="none").mean(-1)


def summed(f, factor):
    return lambda p, y: factor * f(p, y, reduction="none").sum(-1)


CASES = [
    ("mean_squared_error", per_row(F.mse_loss), normals, normals),
    ("mean_absolute_error", per_row(F.l1_loss), normals, normals),
    ("huber", huber(1.0), lambda k: normals(k, 2), normals),
    ("huber(delta=0.3)", huber(0.3), normals, normals),
    ("poisson", poisson, positives, counts),
    ("kl_divergence", kl, soft, soft),
    ("kl_divergence", kl, positives, hot),
    ("cosine_similarity", cosine, normals, normals),
    ("quantile", pinball(0.5), normals, normals, pinball_value(0.5)),
    ("quantile(q=0.9)", pinball(0.9), normals, normals, pinball_value(0.9)),
    ("gaussian_nll", gaussian(1e-6), lambda k: normals(2 * k, 2), normals),
    ("gaussian_nll(epsilon=0.5)", gaussian(0.5), lambda k: normals(2 * k, 2), normals),
    ("binary_crossentropy", bce(), probabilities, bits),
    ("binary_crossentropy", bce(), probabilities, probabilities),
    ("binary_crossentropy(label_smoothing=0.2)", bce(0.2), probabilities, bits),
    ("categorical_crossentropy", cce(), positives, hot),
    ("categorical_crossentropy", cce(), soft, soft),
    ("categorical_crossentropy(label_smoothing=0.1)", cce(0.1), positives, hot),
    ("binary_crossentropy after sigmoid", bce_logits(), lambda k: normals(k, 8), bits),
    ("binary_crossentropy after sigmoid", bce_logits(), lambda k: normals(k, 3), probabilities),
    ("binary_crossentropy(label_smoothing=0.2) after sigmoid", bce_logits(0.2), lambda k: normals(k, 3), bits),
    ("categorical_crossentropy after softmax", cce_logits(), lambda k: normals(k, 8), hot),
    ("categorical_crossentropy after softmax", cce_logits(), lambda k: normals(k, 3), soft),
    ("categorical_crossentropy(label_smoothing=0.1) after softmax", cce_logits(0.1), lambda k: normals(k, 3), hot),
    ("categorical_crossentropy after log_softmax", nll, lambda k: normals(k, 8), hot),
    ("kl_divergence after softmax", kl_logits, lambda k: normals(k, 3), soft),
    ("kl_divergence after log_softmax", kl_logits, lambda k: normals(k, 8), hot),
    ("mean_squared_error(half=true)", per_row_times(F.mse_loss, 0.5), normals, normals),
    ("mean_squared_error(half=true, sum=true)", summed(F.mse_loss, 0.5), normals, normals),
    ("mean_absolute_error(sum=true)", summed(F.l1_loss, 1), normals, normals),
    ("binary_crossentropy(sum=true)", summed(F.binary_cross_entropy, 1), probabilities, bits),
    ("binary_crossentropy(sum=true) after sigmoid", summed(F.binary_cross_entropy_with_logits, 1), lambda k: normals(k, 3), bits),
]

LIBRARY = {
    "mean_squared_error": "PyTorch mse_loss",
    "mean_absolute_error": "PyTorch l1_loss",
    "huber": "PyTorch huber_loss",
    "poisson": "PyTorch poisson_nll_loss",
    "kl_divergence": "PyTorch kl_div",
    "quantile": "scikit-learn mean_pinball_loss",
    "gaussian_nll": "PyTorch gaussian_nll_loss",
    "binary_crossentropy": "PyTorch binary_cross_entropy",
    "categorical_crossentropy": "PyTorch cross_entropy",
    "cosine_similarity": "PyTorch cosine_similarity",
}


def columns(name):
    """Widths of the rows; classes need two."""
    return (2, 5) if "categorical" in name or "kl_" in name or "cosine" in name else (1, 4)


def line(numbers):
    return " ".join(repr(float(n)) for n in np.ravel(numbers))


def main(folder):
    seen = None
    with open(f"{folder}/losses.txt", "w", encoding="utf-8") as out:
        out.write(HEADER)
        for name, loss, predictions, targets, *check in CASES:
            if name != seen:
                source = LIBRARY[name.split("(")[0].split(" ")[0]]
                out.write(f"[{name}]\n# library: {source}\n")
                seen = name
            for k in columns(name):
                p = torch.tensor(predictions(k), requires_grad=True)
                y = torch.tensor(targets(k))
                value = loss(p, y)
                value.sum().backward()
                if check:
                    theirs = check[0](p.detach().numpy(), y.numpy())
                    np.testing.assert_allclose(value.detach().numpy(), theirs, rtol=1e-12)
                assert np.isfinite(value.detach().numpy()).all(), name
                for i in range(ROWS):
                    out.write(line(p[i].detach()) + "\n" + line(y[i]) + "\n")
                    out.write(line(value[i].detach()) + " " + line(p.grad[i]) + "\n")


main(sys.argv[1])
