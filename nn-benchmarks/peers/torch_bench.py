#!/usr/bin/python3
"""The workloads of `./nn bench` on PyTorch.

Install:  Debian and Ubuntu: apt install python3-torch; elsewhere: pip install torch
Run:      torch_bench.py [id …] [--threads N] [--passes N] [--warmup SECONDS]
Prints:   lines `id,samples/s,median`, as `./nn bench` does.

Threads: --threads is torch.set_num_threads, which does not bind OpenBLAS: that has OPENBLAS_NUM_THREADS. `compare`
tries --threads 1 and OPENBLAS_NUM_THREADS 1, 1 and 2, 2 and 2, and takes the best for each workload.
"""

import argparse
import os
import statistics
import time

# Both make OpenBLAS slower, and it reads them when it is loaded.
os.environ.pop("OPENBLAS_CORETYPE", None)
os.environ.pop("OPENBLAS_L2_SIZE", None)

import torch  # noqa: E402

PASS_SECONDS = 0.2

# id: widths, hidden activation, optimizer, rows of a batch, rows of an epoch
TRAINING = {
    "w1": ((784, 128, 10), torch.nn.ReLU, "sgd", 32, 30_000),
    "w2": ((784, 512, 512, 10), torch.nn.ReLU, "adam", 128, 20_000),
    "w3": ((30, 64, 32, 1), torch.nn.ReLU, "adam", 32, 20_000),
    "w4": ((1024, 2048, 2048, 1000), torch.nn.ReLU, "sgd", 512, 4_096),
    "w5": ((784, 30, 1), torch.nn.Sigmoid, "sgd", 1, 5_000),
    "w6": ((784, 256, 256, 10), torch.nn.Tanh, "adam", 64, 20_000),
}
# id: rows of a batch
PREDICTION = {"i1": 1, "i32": 32, "i1024": 1024}
PREDICTION_WIDTHS = (784, 512, 512, 10)


def network(widths, activation):
    model = torch.nn.Sequential()
    for layer in range(1, len(widths)):
        model.append(torch.nn.Linear(widths[layer - 1], widths[layer]))
        if layer < len(widths) - 1:
            model.append(activation())
    return model


def training(widths, activation, optimizer, batch, rows):
    """A function that does the next step and returns its number of samples."""
    model = network(widths, activation)
    if optimizer == "adam":
        update = torch.optim.Adam(model.parameters(), lr=0.001)
    else:
        update = torch.optim.SGD(model.parameters(), lr=0.01)
    features = torch.rand(rows, widths[0])
    if widths[-1] == 1:
        loss = torch.nn.functional.binary_cross_entropy_with_logits
        targets = torch.randint(2, (rows, 1)).float()
    else:
        loss = torch.nn.functional.cross_entropy
        targets = torch.randint(widths[-1], (rows,))
    row = 0

    def step():
        nonlocal row
        if row + batch > rows:
            row = 0
        end = row + batch
        update.zero_grad(set_to_none=True)
        loss(model(features[row:end]), targets[row:end]).backward()
        update.step()
        row = end
        return batch

    return step


def prediction(batch):
    """A function that predicts a batch and returns its number of samples."""
    model = network(PREDICTION_WIDTHS, torch.nn.ReLU).eval()
    features = torch.rand(batch, PREDICTION_WIDTHS[0])

    def step():
        with torch.inference_mode():
            torch.softmax(model(features), 1)
        return batch

    return step


def rate(step, seconds):
    samples = 0
    start = time.perf_counter()
    while True:
        samples += step()
        spent = time.perf_counter() - start
        if spent >= seconds:
            return samples / spent


def main():
    ids = [*TRAINING, *PREDICTION]
    parser = argparse.ArgumentParser(description="Measures the benchmark workloads on PyTorch.")
    parser.add_argument("ids", nargs="*", metavar="ID", help=" ".join(ids))
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--passes", type=int, default=7)
    parser.add_argument("--warmup", type=float, default=3, metavar="SECONDS")
    options = parser.parse_args()
    for id in options.ids:
        if id not in ids:
            parser.error(f'no workload "{id}"; there are {" ".join(ids)}')
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    blas = os.environ.get("OPENBLAS_NUM_THREADS", "not set")
    print(f"# PyTorch {torch.__version__}, {options.threads} thread(s), OPENBLAS_NUM_THREADS {blas}", flush=True)
    for id in options.ids or ids:
        step = training(*TRAINING[id]) if id in TRAINING else prediction(PREDICTION[id])
        rate(step, options.warmup)
        median = statistics.median(rate(step, PASS_SECONDS) for _ in range(options.passes))
        print(f"{id},samples/s,{median:.0f}", flush=True)


if __name__ == "__main__":
    main()
