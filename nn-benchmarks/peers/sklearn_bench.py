#!/usr/bin/python3
"""The workloads of `./nn bench` on scikit-learn's MLPClassifier.

Install:  Debian and Ubuntu: apt install python3-sklearn; elsewhere: pip install scikit-learn
Run:      sklearn_bench.py [id …] [--passes N] [--warmup SECONDS]
Prints:   lines `id,samples/s,median`, as `./nn bench` does.

One call of partial_fit trains a whole epoch in batches, in float32, without shuffling and without weight decay: there
its overhead is smallest.

Threads: only OpenBLAS has several; `compare` tries OPENBLAS_NUM_THREADS 1 and 2 and takes the best for each workload.
"""

import argparse
import os
import statistics
import time

# Both make OpenBLAS slower, and it reads them when it is loaded.
os.environ.pop("OPENBLAS_CORETYPE", None)
os.environ.pop("OPENBLAS_L2_SIZE", None)

import numpy  # noqa: E402
import sklearn  # noqa: E402
from sklearn.neural_network import MLPClassifier  # noqa: E402

PASS_SECONDS = 0.2

# id: widths, hidden activation, optimizer, rows of a batch, rows of an epoch
TRAINING = {
    "w1": ((784, 128, 10), "relu", "sgd", 32, 30_000),
    "w2": ((784, 512, 512, 10), "relu", "adam", 128, 20_000),
    "w3": ((30, 64, 32, 1), "relu", "adam", 32, 20_000),
    "w4": ((1024, 2048, 2048, 1000), "relu", "sgd", 512, 4_096),
    "w5": ((784, 30, 1), "logistic", "sgd", 1, 5_000),
    "w6": ((784, 256, 256, 10), "tanh", "adam", 64, 20_000),
}
# id: rows of a batch
PREDICTION = {"i1": 1, "i32": 32, "i1024": 1024}
PREDICTION_WIDTHS = (784, 512, 512, 10)


def training(widths, activation, optimizer, batch, rows):
    """A function that trains an epoch and returns its number of samples, and the model."""
    random = numpy.random.default_rng(1)
    features = random.random((rows, widths[0]), dtype=numpy.float32)
    classes = numpy.arange(max(2, widths[-1]))
    labels = random.integers(len(classes), size=rows)
    model = MLPClassifier(
        hidden_layer_sizes=widths[1:-1],
        activation=activation,
        solver=optimizer,
        alpha=0,
        batch_size=batch,
        learning_rate_init=0.001 if optimizer == "adam" else 0.01,
        momentum=0,
        nesterovs_momentum=False,
        shuffle=False,
        random_state=1,
    )

    def epoch():
        model.partial_fit(features, labels, classes)
        return rows

    return epoch, model


def prediction(batch):
    """A function that predicts a batch and returns its number of samples."""
    epoch, model = training(PREDICTION_WIDTHS, "relu", "adam", 128, 256)
    epoch()
    features = numpy.random.default_rng(2).random((batch, PREDICTION_WIDTHS[0]), dtype=numpy.float32)

    def predict():
        model.predict_proba(features)
        return batch

    return predict


def rate(work, seconds):
    samples = 0
    start = time.perf_counter()
    while True:
        samples += work()
        spent = time.perf_counter() - start
        if spent >= seconds:
            return samples / spent


def main():
    ids = [*TRAINING, *PREDICTION]
    parser = argparse.ArgumentParser(description="Measures the benchmark workloads on scikit-learn.")
    parser.add_argument("ids", nargs="*", metavar="ID", help=" ".join(ids))
    parser.add_argument("--passes", type=int, default=7)
    parser.add_argument("--warmup", type=float, default=3, metavar="SECONDS")
    options = parser.parse_args()
    for id in options.ids:
        if id not in ids:
            parser.error(f'no workload "{id}"; there are {" ".join(ids)}')
    blas = os.environ.get("OPENBLAS_NUM_THREADS", "not set")
    print(f"# scikit-learn {sklearn.__version__}, OPENBLAS_NUM_THREADS {blas}", flush=True)
    for id in options.ids or ids:
        work = training(*TRAINING[id])[0] if id in TRAINING else prediction(PREDICTION[id])
        rate(work, options.warmup)
        median = statistics.median(rate(work, PASS_SECONDS) for _ in range(options.passes))
        print(f"{id},samples/s,{median:.0f}", flush=True)


if __name__ == "__main__":
    main()
