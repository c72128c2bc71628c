#!/usr/bin/python3
"""MNIST on PyTorch, beside `./nn mnist`: the same network, batch, epochs and optimizer, and a validation after each epoch.

Install:  Debian and Ubuntu: apt install python3-torch; elsewhere: pip install torch
Run:      torch_mnist.py --data FOLDER [--widths 784,512,512,10] [--epochs 10] [--batch 128] [--dropout 0] [--threads N] [--seed 0]
Prints:   the loss and accuracy of each epoch, then the seconds of training with validation, and the test accuracy.

Beside it: ./nn mnist --data FOLDER --layers "dense(units=512, activation=relu, initializer=he_normal),
dense(units=512, activation=relu, initializer=he_normal), dense(units=10, activation=softmax)" --epochs 10
--batch 128 --optimizer adam
"""

import argparse
import gzip
import os
import time
from pathlib import Path

# Both make OpenBLAS slower, and it reads them when it is loaded.
os.environ.pop("OPENBLAS_CORETYPE", None)
os.environ.pop("OPENBLAS_L2_SIZE", None)

import torch  # noqa: E402

VALIDATION = 5_000


def idx(folder, name):
    path = next(p for p in [folder / name, folder / f"{name}.gz"] if p.exists())
    data = (gzip.open if path.suffix == ".gz" else open)(path, "rb").read()
    dimensions = data[3]
    shape = [int.from_bytes(data[4 + 4 * i : 8 + 4 * i], "big") for i in range(dimensions)]
    return torch.tensor(bytearray(data[4 + 4 * dimensions :]), dtype=torch.uint8).reshape(shape)


def examples(folder, part):
    images = idx(folder, f"{part}-images-idx3-ubyte").reshape(-1, 784).float() / 255
    return images, idx(folder, f"{part}-labels-idx1-ubyte").long()


def network(widths, dropout):
    layers = []
    for i, (inputs, units) in enumerate(zip(widths, widths[1:])):
        layer = torch.nn.Linear(inputs, units)
        is_last = i == len(widths) - 2
        torch.nn.init.kaiming_normal_(layer.weight) if not is_last else torch.nn.init.xavier_normal_(layer.weight)
        torch.nn.init.zeros_(layer.bias)
        layers.append(layer)
        if not is_last:
            layers.append(torch.nn.ReLU())
            if dropout:
                layers.append(torch.nn.Dropout(dropout))
    return torch.nn.Sequential(*layers)


def accuracy(net, images, labels):
    net.eval()
    with torch.no_grad():
        hits = sum((net(x).argmax(1) == y).sum().item() for x, y in zip(images.split(1024), labels.split(1024)))
    net.train()
    return hits / len(labels)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--widths", default="784,512,512,10")
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--dropout", type=float, default=0)
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    images, labels = examples(options.data, "train")
    order = torch.randperm(len(images))
    validation, training = order[:VALIDATION], order[VALIDATION:]
    x, y = images[training], labels[training]
    net = network([int(w) for w in options.widths.split(",")], options.dropout)
    optimizer = torch.optim.Adam(net.parameters(), lr=0.001)
    loss_of = torch.nn.CrossEntropyLoss()
    start = time.perf_counter()
    for epoch in range(1, options.epochs + 1):
        total = 0.0
        for rows in torch.randperm(len(x)).split(options.batch):
            optimizer.zero_grad()
            loss = loss_of(net(x[rows]), y[rows])
            loss.backward()
            optimizer.step()
            total += loss.item() * len(rows)
        print(f"epoch {epoch}: loss {total / len(x):.4f}, validation accuracy {accuracy(net, images[validation], labels[validation]):.4f}")
    print(f"trained in {time.perf_counter() - start:.1f} s")
    print(f"test accuracy {accuracy(net, *examples(options.data, 't10k')):.4f}")


if __name__ == "__main__":
    main()
