package dev.nn.data.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Gathers rows in columns of known kinds and, where that is wanted, hands them on block by block.
 */
public final class BlockBuilder {
  private static final int MOST_CELLS = 1 << 16;
  private static final int MOST_ROWS = 1 << 13;
  private static final int FEWEST_ROWS = 16;

  private final String source;
  private final List<String> names;
  private final List<Supplier<ColumnBuilder>> kinds;
  private final ColumnBuilder[] builders;
  private final Consumer<Table> blocks;
  private int blockRows;
  private boolean isAbandoned;
  private List<String> notes = List.of();
  private long firstRow;
  private int rows;

  private BlockBuilder(
      String source,
      List<String> names,
      List<Supplier<ColumnBuilder>> kinds,
      int blockRows,
      Consumer<Table> blocks) {
    this.source = source;
    this.names = names;
    this.kinds = kinds;
    this.builders = new ColumnBuilder[kinds.size()];
    this.blockRows = blockRows;
    this.blocks = blocks;
    begin();
  }

  /** All rows become one table, which {@link #flush} hands on. */
  public static BlockBuilder whole(
      String source,
      List<String> names,
      List<Supplier<ColumnBuilder>> kinds,
      Consumer<Table> table) {
    return new BlockBuilder(source, names, kinds, Integer.MAX_VALUE, table);
  }

  /** Blocks of so many rows that their cells fit in a processor's cache. */
  public static BlockBuilder blocks(
      String source,
      List<String> names,
      List<Supplier<ColumnBuilder>> kinds,
      Consumer<Table> blocks) {
    return new BlockBuilder(source, names, kinds, rowsOfBlock(kinds.size()), blocks);
  }

  /** How many rows a block of so many columns has. */
  public static int rowsOfBlock(int columns) {
    return Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, MOST_CELLS / Math.max(1, columns)));
  }

  private void begin() {
    for (int i = 0; i < builders.length; i++) {
      builders[i] = kinds.get(i).get();
    }
    rows = 0;
  }

  /** Number of columns. */
  public int width() {
    return builders.length;
  }

  /** The column that the next cell of this place goes to. */
  public ColumnBuilder column(int index) {
    return builders[index];
  }

  /** What each block says of its source. */
  public void setNotes(List<String> sentences) {
    notes = List.copyOf(sentences);
  }

  /** Ends a row, to which each column was given a cell. */
  public void endRow() {
    rows++;
    if (rows < blockRows) {
      return;
    }
    if (isAbandoned) {
      begin();
    } else {
      flush();
    }
  }

  /**
   * Forgets the rows since the last block, hands on nothing more, and holds few of the rows that
   * still come: for a reader that only looks at the rest.
   */
  public void abandon() {
    isAbandoned = true;
    blockRows = rowsOfBlock(width());
    begin();
  }

  /** Rows that are in memory: those since the last block. */
  public int rowsHeld() {
    return rows;
  }

  /** Rows of all blocks. */
  public long rows() {
    return firstRow + rows;
  }

  /** Hands on what has come since the last block; a table without rows if there was none. */
  public void flush() {
    if (rows == 0 && firstRow > 0) {
      return;
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < builders.length; i++) {
      columns.add(builders[i].build(names.get(i)));
    }
    Table block = Table.block(source, columns, notes, firstRow);
    firstRow += rows;
    begin();
    blocks.accept(block);
  }
}
