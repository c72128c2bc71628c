package dev.nn.core.dataset;

import dev.nn.api.DataException;
import java.util.List;
import java.util.stream.IntStream;

/** What the targets of a data set are. */
public sealed interface Targets {

  /** Columns of a target as the loss sees it. */
  int columns();

  /**
   * One of k classes; a target is a one-hot row with k columns.
   *
   * @param labels the names of the classes, by class index
   */
  record Classes(List<String> labels) implements Targets {
    public Classes {
      labels = List.copyOf(labels);
      if (labels.size() < 2) {
        throw new DataException("at least 2 classes are needed, got " + labels);
      }
    }

    /** Classes named by their index: 0, 1, …. */
    public static Classes numbered(int count) {
      return new Classes(IntStream.range(0, count).mapToObj(String::valueOf).toList());
    }

    @Override
    public int columns() {
      return labels.size();
    }
  }

  /** Yes or no; a target is one column with 0 or 1. */
  record Binary() implements Targets {
    @Override
    public int columns() {
      return 1;
    }
  }

  /** Real numbers, one for each column. */
  record Real(int columns) implements Targets {}
}
