package dev.nn.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A history as numbers, one row an epoch: its number, loss, whether there is a validation loss and
 * which, learning rate, nanoseconds, and for each metric whether it is there and its value.
 * Numbers, because a text of a long history would not fit in a header.
 */
final class HistoryTable {
  private static final int FIXED = 6;

  private HistoryTable() {}

  /** The metrics of any epoch. */
  static List<String> metrics(List<EpochRecord> history) {
    TreeSet<String> names = new TreeSet<>();
    history.forEach(epoch -> names.addAll(epoch.validationMetrics().keySet()));
    return List.copyOf(names);
  }

  static double[] write(List<EpochRecord> history) {
    List<String> metrics = metrics(history);
    double[] table = new double[history.size() * columns(metrics)];
    int at = 0;
    for (EpochRecord epoch : history) {
      table[at++] = epoch.epoch();
      table[at++] = epoch.loss();
      table[at++] = epoch.validationLoss().isPresent() ? 1 : 0;
      table[at++] = epoch.validationLoss().orElse(0);
      table[at++] = epoch.learningRate();
      table[at++] = epoch.duration().toNanos();
      for (String metric : metrics) {
        Double value = epoch.validationMetrics().get(metric);
        table[at++] = value != null ? 1 : 0;
        table[at++] = value != null ? value : 0;
      }
    }
    return table;
  }

  private static int columns(List<String> metrics) {
    return FIXED + 2 * metrics.size();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static List<EpochRecord> read(List<String> metrics, double[] table) {
    int columns = columns(metrics);
    if (table.length % columns != 0) {
      throw new IllegalArgumentException(
          "the history has %d numbers, but %d for each epoch".formatted(table.length, columns));
    }
    List<EpochRecord> history = new ArrayList<>();
    for (int row = 0; row < table.length; row += columns) {
      SortedMap<String, Double> values = new TreeMap<>();
      for (int i = 0; i < metrics.size(); i++) {
        if (table[row + FIXED + 2 * i] != 0) {
          values.put(metrics.get(i), table[row + FIXED + 2 * i + 1]);
        }
      }
      history.add(
          new EpochRecord(
              (int) table[row],
              table[row + 1],
              table[row + 2] != 0 ? OptionalDouble.of(table[row + 3]) : OptionalDouble.empty(),
              values,
              table[row + 4],
              Duration.ofNanos((long) table[row + 5])));
    }
    return history;
  }
}
