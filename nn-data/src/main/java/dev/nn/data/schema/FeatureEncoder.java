package dev.nn.data.schema;

import dev.nn.api.Spec;
import dev.nn.data.table.Column;
import dev.nn.data.table.Quoted;
import java.util.List;

/** Turns the cells of a column into one or more features. */
sealed interface FeatureEncoder permits NumberEncoder, CategoryEncoder, DateEncoder {

  /** Returns the name of the column. */
  String name();

  /** Returns the names of the features. */
  List<String> features();

  /** Refuses a column of another kind. */
  void check(Column column);

  /** Writes the features of a row. */
  void encode(Column column, int row, float[] into, int at);

  /** Returns everything that was learnt. */
  Spec spec();

  /** Returns the encoder that such a spec describes. */
  static FeatureEncoder of(Spec spec) {
    return switch (spec.name()) {
      case "number" -> NumberEncoder.of(spec);
      case "categorical" -> CategoryEncoder.of(spec);
      case "date" -> DateEncoder.of(spec);
      default -> throw spec.error("%s is no kind of feature".formatted(spec.name()));
    };
  }

  /** An error about a cell. */
  static CellFault fault(Column column, int row, String what) {
    return new CellFault(column.name(), row, what);
  }

  /** Returns a standardised number as a float. */
  static float narrowed(Column column, int row, double scaled) {
    float narrow = (float) scaled;
    if (!Float.isFinite(narrow)) {
      throw fault(
          column, row, Quoted.text(column.text(row)) + " is too far from the numbers of training");
    }
    return narrow;
  }
}
