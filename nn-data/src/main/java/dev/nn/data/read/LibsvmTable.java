package dev.nn.data.read;

import dev.nn.data.table.Column;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Quoted;
import dev.nn.data.table.Table;
import dev.nn.data.table.TextColumn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the text format of LIBSVM: a row is a label and the numbers that are not zero, as {@code
 * index:value} with ascending indices. LIBSVM counts from 1, but scikit-learn writes from 0 unless
 * told otherwise, and no file says which. So if an index 0 occurs, all indices count from 0, else
 * from 1. The columns are called "0" or "1" and so on, and the last one is called "label".
 */
final class LibsvmTable {
  private static final int LARGEST_INDEX = 1 << 20;

  private final TextLines lines;
  private final List<String> labels = new ArrayList<>();
  private final List<int[]> indices = new ArrayList<>();
  private final List<double[]> values = new ArrayList<>();
  private int smallest = Integer.MAX_VALUE;
  private int largest = -1;

  private LibsvmTable(TextLines lines) {
    this.lines = lines;
  }

  static Table read(Source source, ReadOptions options) throws IOException {
    try (TextLines lines = new TextLines(source)) {
      return new LibsvmTable(lines).table(source, options);
    }
  }

  private Table table(Source source, ReadOptions options) throws IOException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      int comment = line.indexOf('#');
      String row = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (!row.isEmpty()) {
        accept(row.split("\\s+"));
      }
    }
    int base = options.zeroBased().orElse(smallest == 0) ? 0 : 1;
    if (labels.isEmpty()) {
      throw lines.fault("no rows");
    }
    if (base == 1 && smallest == 0) {
      throw lines.fault(
          "an index of 0 occurs; the indices of this file begin with 0, not 1: leave zeroBased(false), or --no-zero-based, out");
    }
    int width = Math.max(0, largest - base + 1);
    lines.checkMemory(labels.size(), width);
    List<Column> columns = new ArrayList<>();
    double[][] cells = new double[width][labels.size()];
    for (int row = 0; row < labels.size(); row++) {
      for (int i = 0; i < indices.get(row).length; i++) {
        cells[indices.get(row)[i] - base][row] = values.get(row)[i];
      }
    }
    for (int i = 0; i < width; i++) {
      columns.add(NumberColumn.over(String.valueOf(i + base), cells[i]));
    }
    columns.add(labelColumn());
    List<String> notes = new ArrayList<>();
    notes.add(
        options.zeroBased().isPresent() || base == 0
            ? "indices count from " + base
            : "indices are taken to count from 1, since none is 0; a file that scikit-learn wrote"
                + " may count from 0, whose first column would then be the second: if this one does, say so"
                + " (zeroBased(true), or --zero-based)");
    return Table.of(source.name(), columns, notes);
  }

  private void accept(String[] tokens) {
    double label = Decimal.parse(tokens[0]);
    if (!tokens[0].contains(",") && !Double.isFinite(label)) {
      throw lines.fault(Quoted.text(tokens[0]) + " is not a number, the label of the row");
    }
    int first = tokens.length > 1 && tokens[1].startsWith("qid:") ? 2 : 1;
    int[] rowIndices = new int[tokens.length - first];
    double[] rowValues = new double[rowIndices.length];
    int previous = -1;
    for (int i = 0; i < rowIndices.length; i++) {
      String token = tokens[first + i];
      int colon = token.indexOf(':');
      double index = colon < 1 ? Double.NaN : Decimal.parse(token.substring(0, colon));
      double value = colon < 1 ? Double.NaN : Decimal.parse(token.substring(colon + 1));
      if (!(index >= 0 && index <= LARGEST_INDEX && index == Math.rint(index))) {
        throw lines.fault(
            "%s does not begin with an index from 0 to %s and a colon"
                .formatted(Quoted.text(token), LARGEST_INDEX));
      }
      if (!Double.isFinite(value)) {
        throw lines.fault("%s does not end with a finite number".formatted(Quoted.text(token)));
      }
      if (index <= previous) {
        throw lines.fault(
            "index %s follows index %s; indices ascend".formatted((int) index, previous));
      }
      previous = (int) index;
      rowIndices[i] = previous;
      rowValues[i] = value;
      smallest = Math.min(smallest, previous);
      largest = Math.max(largest, previous);
    }
    labels.add(tokens[0]);
    indices.add(rowIndices);
    values.add(rowValues);
  }

  /** The column of labels, which are numbers unless a row has several of them. */
  private Column labelColumn() {
    double[] numbers = new double[labels.size()];
    for (int row = 0; row < numbers.length; row++) {
      if (labels.get(row).contains(",")) {
        return TextColumn.of("label", labels);
      }
      numbers[row] = Decimal.parse(labels.get(row));
    }
    return NumberColumn.over("label", numbers);
  }
}
