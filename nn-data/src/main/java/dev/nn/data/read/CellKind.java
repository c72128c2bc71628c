package dev.nn.data.read;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.Multiset;
import dev.nn.data.table.ColumnBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** What the cells of a column are read as. */
enum CellKind {
  NUMBER("number"),
  DATE("date"),
  TEXT("text");

  private final String word;

  CellKind(String word) {
    this.word = word;
  }

  /** How to begin a column for each of some kinds. */
  static List<Supplier<ColumnBuilder>> builders(CellKind... kinds) {
    return Arrays.stream(kinds).map(CellKind::builder).toList();
  }

  private static Supplier<ColumnBuilder> builder(CellKind kind) {
    return switch (kind) {
      case NUMBER -> ColumnBuilder.Numbers::new;
      case DATE -> ColumnBuilder.Dates::new;
      case TEXT -> ColumnBuilder.Texts::new;
    };
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
    double number = options.decimalComma() ? CommaDecimal.exact(cell) : Decimal.exact(cell);
    if (!Double.isNaN(number)) {
      return NUMBER;
    }
    return IsoDate.millis(cell).isPresent() ? DATE : TEXT;
  }
}
