package dev.nn.core;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A history as JSON: for each epoch its number, loss, validation loss or nothing, learning rate,
 * nanoseconds, and then name and value of each metric, all as texts. A double's text reads back as
 * the same double.
 */
final class HistoryText {
  private static final int FIXED = 5;

  private HistoryText() {}

  static String write(List<EpochRecord> history) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (EpochRecord epoch : history) {
      List<String> row = new ArrayList<>();
      row.add(String.valueOf(epoch.epoch()));
      row.add(String.valueOf(epoch.loss()));
      row.add(
          epoch.validationLoss().isPresent()
              ? String.valueOf(epoch.validationLoss().getAsDouble())
              : "");
      row.add(String.valueOf(epoch.learningRate()));
      row.add(String.valueOf(epoch.duration().toNanos()));
      epoch
          .validationMetrics()
          .forEach(
              (name, value) -> {
                row.add(name);
                row.add(String.valueOf(value));
              });
      rows.add(row);
    }
    return MetadataText.rows(rows);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException if it is something else
   */
  static List<EpochRecord> read(String text) {
    List<EpochRecord> history = new ArrayList<>();
    for (List<String> row : MetadataText.rows("history", text)) {
      if (row.size() < FIXED || (row.size() - FIXED) % 2 != 0) {
        throw new IllegalArgumentException("an epoch in the history is malformed: " + row);
      }
      SortedMap<String, Double> metrics = new TreeMap<>();
      for (int i = FIXED; i < row.size(); i += 2) {
        metrics.put(row.get(i), Double.parseDouble(row.get(i + 1)));
      }
      history.add(
          new EpochRecord(
              Integer.parseInt(row.get(0)),
              Double.parseDouble(row.get(1)),
              row.get(2).isEmpty()
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(Double.parseDouble(row.get(2))),
              metrics,
              Double.parseDouble(row.get(3)),
              Duration.ofNanos(Long.parseLong(row.get(4)))));
    }
    return history;
  }
}
