package dev.nn.data.mapped;

import dev.nn.data.table.BlockCollector;
import dev.nn.data.table.Table;
import dev.nn.data.table.TableBlocks;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Rows of which a thread of its own reads the next blocks while the collector takes the last. */
public final class ReadAhead implements TableBlocks {
  private static final int BLOCKS = 4;

  private final TableBlocks rows;

  /** Reads these rows ahead. */
  public ReadAhead(TableBlocks rows) {
    this.rows = rows;
  }

  @Override
  public String source() {
    return rows.source();
  }

  @Override
  public <T> T collect(Supplier<? extends BlockCollector<T>> collectors) throws IOException {
    Reader reader = new Reader(rows);
    Thread thread = new Thread(reader, "nn-read-ahead");
    thread.setDaemon(true);
    thread.start();
    try {
      BlockCollector<T> collector = collectors.get();
      while (true) {
        Message next = reader.messages.take();
        if (next instanceof Next block) {
          collector.add(block.table);
        } else if (next instanceof Again) {
          collector = collectors.get();
        } else if (next instanceof End end) {
          rethrow(end.failure);
          return collector.result();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(source() + ": reading was interrupted");
    } finally {
      thread.interrupt();
    }
  }

  private static void rethrow(@Nullable Throwable failure) throws IOException {
    if (failure instanceof IOException io) {
      throw io;
    }
    if (failure instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }

  private sealed interface Message {}

  private record Next(Table table) implements Message {}

  /** What came so far does not count. */
  private record Again() implements Message {}

  private record End(@Nullable Throwable failure) implements Message {}

  private static final class Reader implements Runnable, BlockCollector<Boolean> {
    private final TableBlocks rows;
    private final BlockingQueue<Message> messages = new ArrayBlockingQueue<>(BLOCKS);
    private boolean hasBegun;

    Reader(TableBlocks rows) {
      this.rows = rows;
    }

    @Override
    public void run() {
      try {
        rows.collect(this::begin);
        put(new End(null));
      } catch (Throwable failure) {
        try {
          put(new End(failure));
        } catch (CancellationException e) {
          // Nobody waits for it any more.
        }
      }
    }

    private BlockCollector<Boolean> begin() {
      if (hasBegun) {
        put(new Again());
      }
      hasBegun = true;
      return this;
    }

    @Override
    public void add(Table block) {
      put(new Next(block));
    }

    @Override
    public Boolean result() {
      return true;
    }

    private void put(Message message) {
      try {
        messages.put(message);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("the blocks are no longer wanted");
      }
    }
  }
}
