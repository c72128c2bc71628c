package dev.nn.data.schema;

import dev.nn.api.DataException;
import dev.nn.data.table.Quoted;
import dev.nn.data.table.Table;

/** A cell that cannot be used, in a block of which it is not known where it belongs. */
final class CellFault extends DataException {
  private static final long serialVersionUID = 1L;

  private final long row;
  private final String what;

  /**
   * @param row index in the block
   */
  CellFault(String column, long row, String what) {
    super("row %s, column %s".formatted(row + 1, what(column, what)));
    this.row = row;
    this.what = what(column, what);
  }

  private CellFault(long row, String what, CellFault cause) {
    super("row %s, column %s".formatted(row + 1, what), cause);
    this.row = row;
    this.what = what;
  }

  private static String what(String column, String what) {
    return Quoted.text(column) + ": " + what;
  }

  /** The same with the row of the whole table. */
  CellFault in(Table block) {
    return block.firstRow() == 0 ? this : new CellFault(block.firstRow() + row, what, this);
  }
}
