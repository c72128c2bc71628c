package dev.nn.data.read;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.Multiset;
import dev.nn.data.table.ColumnBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** What the cells of a column are read as. */
enum CellKind {
  NUMBER("number", ColumnBuilder.Numbers::new),
  DATE("date", ColumnBuilder.Dates::new),
  TEXT("text", ColumnBuilder.Texts::new);

  private final String word;
  private final Supplier<ColumnBuilder> builders;

  CellKind(String word, Supplier<ColumnBuilder> builders) {
    this.word = word;
    this.builders = builders;
  }

  /** How to begin a column for each of some kinds. */
  static List<Supplier<ColumnBuilder>> builders(CellKind... kinds) {
    return Arrays.stream(kinds).map(kind -> kind.builders).toList();
  }

  String word() {
    return word;
  }

  /**
   * For each column what most of its cells that are not missing are; numbers if all are missing.
   */
  static CellKind[] ofColumns(List<String> names, List<List<String>> rows, ReadOptions options) {
    CellKind[] kinds = new CellKind[names.size()];
    for (int column = 0; column < kinds.length; column++) {
      Multiset<CellKind> counts = EnumMultiset.create(CellKind.class);
      for (List<String> row : rows) {
        String cell = column < row.size() ? row.get(column) : "";
        if (!cell.isEmpty() && !options.missing().contains(cell)) {
          counts.add(of(cell, options));
        }
      }
      kinds[column] =
          options.texts().contains(names.get(column))
              ? TEXT
              : Arrays.stream(values())
                  .filter(kind -> 2 * counts.count(kind) >= counts.size())
                  .findFirst()
                  .orElse(TEXT);
    }
    return kinds;
  }

  private static CellKind of(String cell, ReadOptions options) {
    String decimal = options.decimalComma() ? cell.replace(',', '.') : cell;
    if (!Double.isNaN(Decimal.exact(decimal))) {
      return NUMBER;
    }
    return IsoDate.millis(cell).isPresent() ? DATE : TEXT;
  }
}
