package dev.nn.core.internal.saved;

import dev.nn.core.training.EpochRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A history as numbers, one row an epoch: its number, loss, whether there is a validation loss and
 * which, learning rate, nanoseconds, and for each metric whether it is there and its value: first
 * those on the validation set, then those on the training set. Numbers, because a text of a long
 * history would not fit in a header.
 */
final class HistoryTable {
  private static final int FIXED = 6;

  private HistoryTable() {}

  /** The metrics that any epoch has on the validation set. */
  static List<String> metrics(List<EpochRecord> history) {
    return names(history, EpochRecord::validationMetrics);
  }

  /** The metrics that any epoch has on the training set. */
  static List<String> trainingMetrics(List<EpochRecord> history) {
    return names(history, EpochRecord::trainingMetrics);
  }

  private static List<String> names(
      List<EpochRecord> history, Function<EpochRecord, SortedMap<String, Double>> metrics) {
    TreeSet<String> names = new TreeSet<>();
    history.forEach(epoch -> names.addAll(metrics.apply(epoch).keySet()));
    return List.copyOf(names);
  }

  static double[] write(List<EpochRecord> history) {
    List<String> metrics = metrics(history);
    List<String> trainingMetrics = trainingMetrics(history);
    double[] table = new double[history.size() * columns(metrics, trainingMetrics)];
    int at = 0;
    for (EpochRecord epoch : history) {
      table[at++] = epoch.epoch();
      table[at++] = epoch.loss();
      table[at++] = epoch.validationLoss().isPresent() ? 1 : 0;
      table[at++] = epoch.validationLoss().orElse(0);
      table[at++] = epoch.learningRate();
      table[at++] = epoch.duration().toNanos();
      at = write(metrics, epoch.validationMetrics(), table, at);
      at = write(trainingMetrics, epoch.trainingMetrics(), table, at);
    }
    return table;
  }

  private static int write(
      List<String> names, SortedMap<String, Double> metrics, double[] table, int from) {
    int at = from;
    for (String name : names) {
      Double value = metrics.get(name);
      table[at++] = value != null ? 1 : 0;
      table[at++] = value != null ? value : 0;
    }
    return at;
  }

  private static int columns(List<String> metrics, List<String> trainingMetrics) {
    return FIXED + 2 * metrics.size() + 2 * trainingMetrics.size();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static List<EpochRecord> read(
      List<String> metrics, List<String> trainingMetrics, double[] table) {
    int columns = columns(metrics, trainingMetrics);
    if (table.length % columns != 0) {
      throw new IllegalArgumentException(
          "the history has %s numbers, but %s for each epoch".formatted(table.length, columns));
    }
    List<EpochRecord> history = new ArrayList<>();
    for (int row = 0; row < table.length; row += columns) {
      int epoch = history.size() + 1;
      check(table[row] == epoch, epoch, "its number is " + table[row]);
      check(Double.isFinite(table[row + 1]), epoch, "its loss is " + table[row + 1]);
      check(Double.isFinite(table[row + 4]), epoch, "its learning rate is " + table[row + 4]);
      check(
          table[row + 5] >= 0 && table[row + 5] <= Long.MAX_VALUE,
          epoch,
          "it took %s nanoseconds".formatted(table[row + 5]));
      history.add(
          new EpochRecord(
              epoch,
              table[row + 1],
              values(trainingMetrics, table, row + FIXED + 2 * metrics.size(), epoch),
              optional(table, row + 2, epoch),
              values(metrics, table, row + FIXED, epoch),
              table[row + 4],
              Duration.ofNanos((long) table[row + 5])));
    }
    return history;
  }

  private static SortedMap<String, Double> values(
      List<String> names, double[] table, int from, int epoch) {
    SortedMap<String, Double> values = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      optional(table, from + 2 * i, epoch).ifPresent(value -> values.put(name, value));
    }
    return values;
  }

  /** A number that may be anything, if the flag before it says that it is there. */
  private static OptionalDouble optional(double[] table, int at, int epoch) {
    check(table[at] == 0 || table[at] == 1, epoch, table[at] + " is neither 0 nor 1");
    return table[at] == 1 ? OptionalDouble.of(table[at + 1]) : OptionalDouble.empty();
  }

  private static void check(boolean condition, int epoch, String problem) {
    if (!condition) {
      throw new IllegalArgumentException(
          "epoch %s of the history cannot be: %s".formatted(epoch, problem));
    }
  }
}
