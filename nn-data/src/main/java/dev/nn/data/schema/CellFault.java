package dev.nn.data.schema;

import dev.nn.api.DataException;
import dev.nn.core.message.Plural;
import dev.nn.data.table.Quoted;
import dev.nn.data.table.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A cell that cannot be used, in a block of which it is not known where it belongs. */
final class CellFault extends DataException {
  private static final long serialVersionUID = 1L;

  private final long row;
  private final String column;
  private final String what;

  /**
   * @param row index in the block
   */
  CellFault(String column, long row, String what) {
    super("row %s, column %s: %s".formatted(row + 1, Quoted.text(column), what));
    this.row = row;
    this.column = column;
    this.what = what;
  }

  private CellFault(long row, String what, CellFault cause) {
    super("row %s, column %s: %s".formatted(row + 1, Quoted.text(cause.column), what), cause);
    this.row = row;
    this.column = cause.column;
    this.what = what;
  }

  long row() {
    return row;
  }

  String column() {
    return column;
  }

  /** The same with the row of the whole table. */
  CellFault in(Table block) {
    return block.firstRow() == 0 ? this : new CellFault(block.firstRow() + row, what, this);
  }

  /** The same with a sentence more. */
  CellFault with(String more) {
    return new CellFault(row, what + more, this);
  }

  /**
   * The cells of a table that cannot be used: whoever has to mend a file wants to hear of them all.
   */
  static final class All {
    /** So many are named besides the first. */
    private static final int NAMED = 5;

    /** With so many the file is another one, and there is no use in looking for more. */
    private static final int MOST = 1_000;

    private final List<CellFault> faults = new ArrayList<>();

    void add(CellFault fault) {
      faults.add(fault);
    }

    /** Whether there are so many that nobody wants to hear of more. */
    boolean areMany() {
      return faults.size() >= MOST;
    }

    /** Throws the first in the order of the rows, which tells of the others. */
    void throwIfAny(Table block) {
      if (faults.isEmpty()) {
        return;
      }
      List<CellFault> inOrder =
          faults.stream()
              .map(fault -> fault.in(block))
              .sorted(Comparator.comparingLong(CellFault::row))
              .toList();
      CellFault first = inOrder.get(0);
      throw faults.size() == 1 ? first : first.with(others(inOrder));
    }

    private String others(List<CellFault> inOrder) {
      String named =
          inOrder.stream()
              .skip(1)
              .limit(NAMED)
              .map(
                  fault ->
                      "row %s, column %s".formatted(fault.row() + 1, Quoted.text(fault.column())))
              .collect(Collectors.joining("; "));
      int others = faults.size() - 1;
      return "; %s%s cannot be used: %s%s"
          .formatted(
              areMany() ? "at least " : "",
              Plural.of(others, "more cell"),
              named,
              others > NAMED ? "; …" : "");
    }
  }
}
