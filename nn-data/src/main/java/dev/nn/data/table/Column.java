package dev.nn.data.table;

/** A named column of a table: numbers, texts or dates, each of which may be missing. */
public sealed interface Column permits NumberColumn, TextColumn, DateColumn {

  /** Returns the name of the column, which is unique within a table. */
  String name();

  /** Returns the number of cells. */
  int rows();

  /** Returns whether the cell in a row is missing. */
  boolean isMissing(int row);

  /** Returns the cell in a row as a text, which is empty if the cell is missing. */
  String text(int row);

  /** Returns what the column holds, as messages call it: "numbers", "texts" or "dates". */
  String kind();

  /** Returns the cells of some rows, in the given order. */
  Column select(int... rows);

  /** Returns the same cells under another name. */
  Column named(String name);
}
