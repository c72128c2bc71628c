package dev.nn.data.table;

/** A named column of a table: numbers, texts or dates, each of which may be missing. */
public sealed interface Column permits NumberColumn, TextColumn, DateColumn {

  /** The name, unique within a table. */
  String name();

  /** Number of cells. */
  int rows();

  /** Whether the cell of this row is missing. */
  boolean isMissing(int row);

  /** The cell as a text: empty if it is missing. */
  String text(int row);

  /** What the column holds, as messages call it: "numbers", "texts" or "dates". */
  String kind();

  /** The cells of some rows, in the given order. */
  Column select(int... rows);

  /** The same cells under another name. */
  Column named(String name);
}
