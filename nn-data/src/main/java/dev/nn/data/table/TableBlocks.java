package dev.nn.data.table;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The rows of a table that need not fit in memory, as blocks of some thousand rows. They can be
 * gone through any number of times, and each block is a {@link Table} that knows by {@link
 * Table#firstRow} where it belongs:
 *
 * <pre>{@code
 * record Sum(double[] sum) implements BlockCollector<Double> {
 *   public void add(Table block) {
 *     for (int row = 0; row < block.rows(); row++) {
 *       sum[0] += ((NumberColumn) block.column("price")).value(row);
 *     }
 *   }
 *   public Double result() {
 *     return sum[0];
 *   }
 * }
 * double sum = DataFile.of(file).blocks().collect(() -> new Sum(new double[1]));
 * }</pre>
 */
public interface TableBlocks {

  /** Where the rows come from: the name of a file, for messages. */
  String source();

  /**
   * Goes through all rows. All blocks have the same columns of the same kinds; there is one without
   * rows if the table has none. Where a cell late in a file shows that a column is of another kind
   * than its first cells, the collector that has seen those is given up, and all blocks are handed
   * to a new one.
   *
   * @param collectors makes a collector that has seen nothing
   * @throws dev.nn.api.DataException if the rows are damaged; the message names the place
   * @throws IOException if they cannot be read
   */
  <T> T collect(Supplier<? extends BlockCollector<T>> collectors) throws IOException;

  /**
   * The same rows with some of their columns. Where the others cost time to be read, they are not.
   *
   * @throws dev.nn.api.DataException when the rows are read, if there is none of a name
   */
  default TableBlocks columns(List<String> names) {
    String[] wanted = names.toArray(String[]::new);
    TableBlocks all = this;
    return new TableBlocks() {
      @Override
      public String source() {
        return all.source();
      }

      @Override
      public <T> T collect(Supplier<? extends BlockCollector<T>> collectors) throws IOException {
        return all.collect(
            () -> {
              BlockCollector<T> collector = collectors.get();
              return new BlockCollector<T>() {
                @Override
                public void add(Table block) {
                  collector.add(block.columns(wanted));
                }

                @Override
                public T result() {
                  return collector.result();
                }
              };
            });
      }
    };
  }

  /**
   * The same rows for somebody who does not look at the cells of some columns. Where it saves time,
   * they are not read, and are missing ones.
   *
   * @param names columns; what is none does not matter
   */
  default TableBlocks skipping(Collection<String> names) {
    return this;
  }

  /** A table in memory as one block. */
  static TableBlocks of(Table table) {
    Objects.requireNonNull(table, "table");
    return new TableBlocks() {
      @Override
      public String source() {
        return table.source();
      }

      @Override
      public <T> T collect(Supplier<? extends BlockCollector<T>> collectors) {
        BlockCollector<T> collector = collectors.get();
        collector.add(table);
        return collector.result();
      }
    };
  }
}
