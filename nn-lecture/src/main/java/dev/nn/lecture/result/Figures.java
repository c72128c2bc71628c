package dev.nn.lecture.result;

import java.util.List;

/**
 * A table of figures.
 *
 * @param title the line above it
 * @param headers of the columns
 * @param rows as many cells in each as there are headers
 */
public record Figures(String title, List<String> headers, List<List<String>> rows) {

  /** Checks that the table is one. */
  public Figures {
    headers = List.copyOf(headers);
    rows = List.copyOf(rows);
    for (List<String> row : rows) {
      if (row.size() != headers.size()) {
        throw new IllegalArgumentException(
            "%s: %s cells under %s headers".formatted(title, row.size(), headers.size()));
      }
    }
  }
}
