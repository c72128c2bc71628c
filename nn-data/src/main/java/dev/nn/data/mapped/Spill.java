package dev.nn.data.mapped;

import dev.nn.api.DataException;
import dev.nn.core.message.NearestNames;
import dev.nn.data.table.BlockCollector;
import dev.nn.data.table.Column;
import dev.nn.data.table.Quoted;
import dev.nn.data.table.Table;
import dev.nn.data.table.TableBlocks;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Rows whose cells are kept in a temporary file while they are gone through for the first time.
 * After that they come from there: a text is parsed once, a query is asked once, and columns that
 * nobody wants are not read.
 */
public final class Spill implements TableBlocks, Closeable {
  private final TableBlocks rows;
  private final Path file;
  private final FileChannel channel;
  private final List<Block> blocks = new ArrayList<>();
  private boolean isComplete;
  private long end;

  private Spill(TableBlocks rows, Path file, FileChannel channel) {
    this.rows = rows;
    this.file = file;
    this.channel = channel;
  }

  /**
   * Makes an empty temporary file.
   *
   * @param folder where; it needs about as much room as the rows take as text
   */
  public static Spill of(TableBlocks rows, Path folder) throws IOException {
    Path file = Files.createTempFile(folder, ".nn-rows-", ".tmp");
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    try {
      // Where the system allows it, nothing is left even if the process is killed.
      Files.delete(file);
    } catch (IOException e) {
      // To close it is to delete it.
    }
    return new Spill(rows, file, channel);
  }

  @Override
  public String source() {
    return rows.source();
  }

  /** Rows in the file. */
  public long rows() {
    Block last = blocks.get(blocks.size() - 1);
    return last.firstRow + last.rows;
  }

  @Override
  public <T> T collect(Supplier<? extends BlockCollector<T>> collectors) throws IOException {
    if (isComplete) {
      return collect(blocks.get(0).names, collectors);
    }
    try {
      T result = rows.collect(() -> writing(collectors.get()));
      isComplete = true;
      return result;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Goes through the rows for nothing but to have them in the file. */
  public void fill() throws IOException {
    collect(
        () ->
            new BlockCollector<Boolean>() {
              @Override
              public void add(Table block) {
                // Written is all that it is to be.
              }

              @Override
              public Boolean result() {
                return true;
              }
            });
  }

  private <T> T collect(List<String> names, Supplier<? extends BlockCollector<T>> collectors)
      throws IOException {
    BlockCollector<T> collector = collectors.get();
    for (int i = 0; i < blocks.size(); i++) {
      collector.add(block(i, names));
    }
    return collector.result();
  }

  private <T> BlockCollector<T> writing(BlockCollector<T> collector) {
    blocks.clear();
    end = 0;
    return new BlockCollector<>() {
      @Override
      public void add(Table block) {
        collector.add(block);
        try {
          write(block);
        } catch (IOException e) {
          throw new UncheckedIOException(
              new IOException("cannot write " + file + ": " + e.getMessage(), e));
        }
      }

      @Override
      public T result() {
        return collector.result();
      }
    };
  }

  private void write(Table block) throws IOException {
    List<Column> columns = block.columns();
    long[] ends = new long[columns.size() + 1];
    for (int i = 0; i < columns.size(); i++) {
      ends[i] = end;
      ByteBuffer bytes = SpilledColumn.write(columns.get(i));
      while (bytes.hasRemaining()) {
        end += channel.write(bytes, end);
      }
    }
    ends[columns.size()] = end;
    blocks.add(new Block(block.firstRow(), block.rows(), block.names(), block.notes(), ends));
  }

  @Override
  public TableBlocks columns(List<String> names) {
    if (!isComplete) {
      return TableBlocks.super.columns(names);
    }
    Spill all = this;
    return new TableBlocks() {
      @Override
      public String source() {
        return all.source();
      }

      @Override
      public <T> T collect(Supplier<? extends BlockCollector<T>> collectors) throws IOException {
        return all.collect(names, collectors);
      }
    };
  }

  /** Which block a row is in. */
  int blockOf(long row) {
    int low = 0;
    int high = blocks.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (blocks.get(middle).firstRow <= row) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Some columns of a block. */
  Table block(int index, List<String> names) throws IOException {
    Block block = blocks.get(index);
    List<Column> columns = new ArrayList<>();
    for (String name : names) {
      int place = block.names.indexOf(name);
      if (place < 0) {
        throw new DataException(
            "%s: no column is named %s.%s The columns are %s"
                .formatted(
                    source(),
                    Quoted.text(name),
                    NearestNames.hint(name, block.names),
                    Quoted.list(block.names)));
      }
      ByteBuffer bytes = SpilledColumn.buffer(block.ends[place + 1] - block.ends[place]);
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, block.ends[place] + bytes.position()) < 0) {
          throw new IOException(file + " became shorter");
        }
      }
      columns.add(SpilledColumn.read(name, block.rows, bytes.flip()));
    }
    return Table.block(source(), columns, block.notes, block.firstRow);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /**
   * Where a block is.
   *
   * @param ends where each column begins, and where the last one ends
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Block(
      long firstRow, int rows, List<String> names, List<String> notes, long[] ends) {}
}
