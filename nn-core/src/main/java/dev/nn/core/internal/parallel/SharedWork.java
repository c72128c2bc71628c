package dev.nn.core.internal.parallel;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Work in parts that the calling thread shares with helpers. The caller never waits for a helper
 * that has not begun a part, so a helper that is asleep or gets no processor costs nothing.
 *
 * <p>Helpers are daemon threads that are started when they are needed. After some work they spin
 * briefly, since more often follows soon. Then they sleep, and they end when nothing has come for a
 * second.
 */
public abstract class SharedWork {
  private static final long IDLE_MILLIS = 1_000;
  private static final int ROUND_SHIFT = 32;

  private final ThreadFactory threads;
  private final Helper[] helpers;
  private final AtomicBoolean busy = new AtomicBoolean();

  /** The number of the round, and how many of its parts nobody has taken yet. */
  private final AtomicLong tickets = new AtomicLong();

  private final AtomicInteger unfinished = new AtomicInteger();
  private final Failure failure = new Failure();
  private final Bell start = new Bell();
  private final Bell over = new Bell();

  /**
   * @param helpers number of threads besides the caller's
   */
  protected SharedWork(int helpers) {
    this(helpers, Thread::new);
  }

  /**
   * @param threads makes the helpers' threads
   */
  SharedWork(int helpers, ThreadFactory threads) {
    this.threads = threads;
    this.helpers = new Helper[helpers];
    for (int i = 0; i < helpers; i++) {
      this.helpers[i] = new Helper("nn-helper-" + (i + 1));
    }
  }

  /** Does one part; called by several threads at once, for different parts. */
  protected abstract void part(int index);

  /**
   * Returns whether the caller now has this work for itself, so that it can describe and {@link
   * #run} it and then {@link #end} it. Otherwise another thread has it.
   */
  public final boolean begin() {
    return busy.compareAndSet(false, true);
  }

  /** Lets other threads begin. */
  public final void end() {
    busy.set(false);
  }

  /**
   * Does the parts 0 to {@code parts} − 1 and returns when all are done. What a part throws is
   * thrown here.
   */
  public final void run(int parts) {
    if (parts == 0) {
      return;
    }
    failure.clear();
    unfinished.set(parts);
    int known = over.count();
    int heard = start.count();
    long round = (tickets.get() >>> ROUND_SHIFT) + 1;
    tickets.set(round << ROUND_SHIFT | parts);
    start.ring();
    for (int i = 0; i < Math.min(helpers.length, parts - 1); i++) {
      helpers[i].come(heard);
    }
    takeParts();
    if (over.await(known)) {
      Thread.currentThread().interrupt();
    }
    failure.rethrow();
  }

  /** Does parts until none is left. */
  private void takeParts() {
    for (int part = take(); part >= 0; part = take()) {
      doPart(part);
      if (unfinished.decrementAndGet() == 0) {
        over.ring();
      }
    }
  }

  /** A part that nobody else does, or −1. */
  private int take() {
    while (true) {
      long ticket = tickets.get();
      int left = (int) ticket;
      if (left == 0) {
        return -1;
      }
      if (tickets.compareAndSet(ticket, ticket - 1)) {
        return left - 1;
      }
    }
  }

  /**
   * Does a part. It catches checked exceptions too, which plugins in other languages throw without
   * declaring them.
   */
  @SuppressWarnings("CatchingUnchecked")
  private void doPart(int index) {
    try {
      part(index);
    } catch (Throwable e) {
      failure.note(e);
    }
  }

  /** One of the threads, whether it is alive or not. */
  private final class Helper implements Runnable {
    private final String name;
    private final AtomicBoolean absent = new AtomicBoolean(true);
    private volatile int heard;

    Helper(String name) {
      this.name = name;
    }

    /**
     * Called after a ring, to start the thread if there is none. If the system allows no more
     * threads, the caller does the work without this one, and it is tried again the next time.
     */
    void come(int heardBefore) {
      if (absent.compareAndSet(true, false)) {
        heard = heardBefore;
        if (!Threads.startDaemon(threads, this, name)) {
          absent.set(true);
        }
      }
    }

    @Override
    public void run() {
      while (start.await(heard, IDLE_MILLIS) || !leaves()) {
        heard = start.count();
        takeParts();
      }
    }

    /**
     * Returns whether the thread may end. Either it sees a late ring, or the ringer sees that it
     * has gone and starts another.
     */
    private boolean leaves() {
      absent.set(true);
      return start.count() == heard || !absent.compareAndSet(true, false);
    }
  }
}
