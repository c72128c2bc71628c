package dev.nn.core.internal.parallel;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;

/**
 * Hands out tiles to workers. Each has a run of its own, the same in every step, so that tiles stay
 * in its cache; whoever is done with it helps the others. How long a tile takes need not be known.
 */
public final class TileQueue {
  /** Counters of two workers do not lie in one cache line. */
  private static final int SPACING = 32;

  private final int[] shares;
  private final AtomicIntegerArray next;

  /**
   * @param shares for each worker its first tile, and the number of tiles at the end
   */
  public TileQueue(int[] shares) {
    this.shares = shares.clone();
    this.next = new AtomicIntegerArray(shares.length * SPACING);
  }

  /** All tiles are to be done again; call it while no worker is in {@link #work}. */
  public void refill() {
    for (int worker = 0; worker < shares.length; worker++) {
      next.setPlain(worker * SPACING, shares[worker]);
    }
  }

  /** Does the task for the worker's own tiles and for those that others have not got to. */
  public void work(int worker, IntConsumer task) {
    int workers = shares.length - 1;
    for (int i = 0; i < workers; i++) {
      drain((worker + i) % workers, task);
    }
  }

  private void drain(int owner, IntConsumer task) {
    int end = shares[owner + 1];
    int tile = next.getAndIncrement(owner * SPACING);
    while (tile < end) {
      task.accept(tile);
      tile = next.getAndIncrement(owner * SPACING);
    }
  }
}
