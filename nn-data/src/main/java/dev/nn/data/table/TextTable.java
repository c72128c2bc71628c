package dev.nn.data.table;

import java.util.ArrayList;
import java.util.List;

/**
 * A table for people to read: lines of cells, each column as wide as its widest cell.
 *
 * <pre>{@code
 * TextTable table = TextTable.ofNumbers(List.of("class", "precision"));
 * table.add("setosa", "1.0000");
 * table.add("virginica", "0.9091");
 * System.out.print(table);
 * }</pre>
 */
public final class TextTable {
  private static final String GAP = "  ";

  private final int columns;
  private final boolean numbers;
  private final List<List<String>> lines = new ArrayList<>();

  private TextTable(List<String> head, boolean numbers) {
    this.columns = head.size();
    this.numbers = numbers;
    add(head);
  }

  /** A table with this head whose columns all begin at the left. */
  public static TextTable ofTexts(List<String> head) {
    return new TextTable(head, false);
  }

  /** A table with this head whose columns but the first end at the right, as numbers do. */
  public static TextTable ofNumbers(List<String> head) {
    return new TextTable(head, true);
  }

  /** Adds a line. */
  public void add(String... cells) {
    add(List.of(cells));
  }

  /**
   * Adds a line. Cells beyond those of the head are written behind it.
   *
   * @throws IllegalArgumentException if there are fewer cells than the head has
   */
  public void add(List<String> cells) {
    if (cells.size() < columns) {
      throw new IllegalArgumentException(
          "%s cells, but the head has %s".formatted(cells.size(), columns));
    }
    lines.add(List.copyOf(cells));
  }

  /** All lines, each with a line break at its end. */
  @Override
  public String toString() {
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], width(line.get(i)));
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder padded = new StringBuilder();
      for (int i = 0; i < line.size(); i++) {
        String cell = line.get(i);
        String blanks = i < columns ? " ".repeat(widths[i] - width(cell)) : "";
        padded.append(i == 0 ? "" : GAP).append(numbers && i > 0 ? blanks + cell : cell + blanks);
      }
      text.append(padded.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
