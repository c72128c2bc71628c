#!/usr/bin/env python3
"""Writes the numbers that the tests of dev.nn.data.judge compare with, made by scikit-learn and scipy.

    judge_golden.py > nn-data/src/test/resources/golden/judge.properties
"""

import numpy
import scipy
import sklearn
from scipy import stats
from sklearn import calibration, metrics

SEED = 13


def numbers(values):
    return ",".join(repr(value) for value in numpy.asarray(values).ravel().tolist())


def interval(name, rows, statistic):
    index = numpy.arange(rows)
    result = stats.bootstrap(
        (index,),
        lambda chosen: statistic(chosen.astype(int)),
        n_resamples=9999,
        vectorized=False,
        method="percentile",
        random_state=SEED,
    )
    print(f"{name}.interval={numbers(result.confidence_interval)}")
    print(f"{name}.standard_error={result.standard_error!r}")


def classes(name, actual, probabilities, labels, train_shares):
    said = probabilities.argmax(axis=1)
    columns = probabilities if len(labels) > 2 else probabilities[:, 1:]
    print(f"{name}.actual={numbers(actual)}")
    print(f"{name}.probabilities={numbers(columns.astype(float))}")
    print(f"{name}.shares={numbers(train_shares)}")
    scores = metrics.precision_recall_fscore_support(actual, said, labels=labels, zero_division=0)
    for key, values in zip(["precision", "recall", "f1", "support"], scores):
        print(f"{name}.{key}={numbers(values)}")
    for average in "macro", "weighted":
        means = metrics.precision_recall_fscore_support(actual, said, average=average, zero_division=0)
        print(f"{name}.{average}={numbers(means[:3])}")
    print(f"{name}.accuracy={metrics.accuracy_score(actual, said)!r}")
    print(f"{name}.confusion={numbers(metrics.confusion_matrix(actual, said, labels=labels))}")
    print(f"{name}.log_loss={metrics.log_loss(actual, probabilities, labels=labels)!r}")
    guess = numpy.tile(train_shares, (len(actual), 1))
    common = numpy.full(len(actual), numpy.argmax(train_shares))
    print(f"{name}.guess_log_loss={metrics.log_loss(actual, guess, labels=labels)!r}")
    print(f"{name}.guess_accuracy={metrics.accuracy_score(actual, common)!r}")
    print(f"{name}.guess_f1={metrics.f1_score(actual, common, average='macro', zero_division=0)!r}")
    areas = [
        metrics.roc_auc_score(actual == label, probabilities[:, label])
        if 0 < (actual == label).sum() < len(actual)
        else float("nan")
        for label in labels
    ]
    print(f"{name}.roc_auc={numbers(areas)}")
    interval(f"{name}.accuracy", len(actual), lambda i: (actual[i] == said[i]).mean())
    interval(
        f"{name}.accuracy_gain",
        len(actual),
        lambda i: (actual[i] == said[i]).mean() - (actual[i] == common[i]).mean(),
    )


def three(random):
    actual = random.choice(3, 300, p=[0.5, 0.3, 0.2])
    raw = numpy.exp(random.normal(size=(300, 3)) + 1.5 * (actual[:, None] == numpy.arange(3)))
    parts = numpy.floor(64 * raw / raw.sum(axis=1, keepdims=True))
    parts[:, 2] = 64 - parts[:, 0] - parts[:, 1]
    probabilities = (parts / 64).astype(numpy.float32)
    classes("three", actual, probabilities, [0, 1, 2], [0.25, 0.5, 0.25])
    print(
        "three.roc_auc_macro=%r"
        % metrics.roc_auc_score(actual, probabilities, multi_class="ovr", average="macro")
    )
    sure = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == actual
    bins = numpy.clip(numpy.ceil(sure * 10).astype(int) - 1, 0, 9)
    error = sum(
        abs(sure[bins == b].sum() - right[bins == b].sum()) / len(actual) for b in range(10)
    )
    print(f"three.calibration_error={float(error)!r}")


def absent(random):
    actual = random.choice([0, 1, 3], 50)
    raw = numpy.exp(random.normal(size=(50, 4)) + 2 * (actual[:, None] == numpy.arange(4)))
    raw[:, 2] = 0
    raw[0, 2] = 100
    probabilities = raw / raw.sum(axis=1, keepdims=True)
    probabilities = probabilities.astype(numpy.float32)
    classes("absent", actual, probabilities, [0, 1, 2, 3], [0.1, 0.2, 0.3, 0.4])


def binary(random):
    actual = random.choice(2, 400, p=[0.6, 0.4])
    yes = 1 / (1 + numpy.exp(-random.normal(size=400) - 2 * (actual - 0.6)))
    yes = (numpy.round(yes * 128) / 128).astype(numpy.float32)
    classes("binary", actual, numpy.stack([1 - yes, yes], axis=1), [0, 1], [0.5, 0.5])
    false_rate, true_rate, thresholds = metrics.roc_curve(actual, yes, drop_intermediate=False)
    print(f"binary.false_positive_rate={numbers(false_rate)}")
    print(f"binary.true_positive_rate={numbers(true_rate)}")
    print(f"binary.thresholds={numbers(thresholds[1:].astype(float))}")
    share, mean = calibration.calibration_curve(actual, yes, n_bins=10, strategy="uniform")
    rows = numpy.histogram(numpy.ceil(yes * 10) - 1, bins=numpy.arange(11))[0]
    print(f"binary.calibration_share={numbers(share)}")
    print(f"binary.calibration_mean={numbers(mean.astype(float))}")
    error = (rows[rows > 0] * abs(share - mean)).sum() / len(actual)
    print(f"binary.calibration_error={float(error)!r}")


def regression(random):
    actual = 100 + 20 * random.normal(size=301)
    predicted = (actual + 8 * random.normal(size=301)).astype(numpy.float32).astype(float)
    print(f"numbers.actual={numbers(actual)}")
    print(f"numbers.predicted={numbers(predicted)}")
    for name, said in ("numbers", predicted), ("numbers.guess", numpy.full(301, 97.5)):
        print(f"{name}.rmse={metrics.mean_squared_error(actual, said, squared=False)!r}")
        print(f"{name}.mae={metrics.mean_absolute_error(actual, said)!r}")
        print(f"{name}.median_absolute_error={metrics.median_absolute_error(actual, said)!r}")
        print(f"{name}.r2={metrics.r2_score(actual, said)!r}")
    residuals = actual - predicted
    print(f"numbers.residual_quantiles={numbers(numpy.quantile(residuals, [0, 0.1, 0.5, 0.75, 1]))}")
    print(f"numbers.residual_mean={residuals.mean()!r}")
    print(f"numbers.residual_deviation={residuals.std()!r}")
    interval("numbers.rmse", 301, lambda i: numpy.sqrt((residuals[i] ** 2).mean()))
    interval("numbers.r2", 301, lambda i: metrics.r2_score(actual[i], predicted[i]))
    interval("numbers.median_absolute_error", 301, lambda i: numpy.median(abs(residuals[i])))


print("# made by nn-data/src/test/scripts/judge_golden.py")
print(f"# scikit-learn {sklearn.__version__}, scipy {scipy.__version__}, numpy {numpy.__version__}; seed {SEED}")
three(numpy.random.default_rng(SEED))
absent(numpy.random.default_rng(SEED))
binary(numpy.random.default_rng(SEED))
regression(numpy.random.default_rng(SEED))
print(f"student_t={numbers(stats.t.ppf(0.975, numpy.arange(1, 31)))}")
