package dev.nn.core.internal.parallel;

import java.util.Arrays;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fixed number of workers of which the first so many go through phases together: the calling
 * thread is worker 0, the others are daemon threads. After each phase they meet. Who waits spins
 * briefly and then sleeps, so an idle crew costs nothing.
 *
 * <p>A phase that throws does not leave the others waiting: all skip the phases that remain, and
 * the first exception is thrown in the calling thread.
 */
public final class Crew implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("dev.nn.core.Trainer");
  private static final Part[] IDLE = {};

  private final Helper[] helpers;
  private final Meeting meeting = new Meeting();
  private volatile boolean closed;
  private final Failure failure = new Failure();
  private volatile Part[] program = IDLE;

  /**
   * A crew of the calling thread and as many others as are wanted, or as the system gives.
   *
   * @param size number of workers, the calling thread included
   */
  public Crew(int size) {
    this(size, Thread::new);
  }

  /**
   * @param threads makes the threads
   */
  public Crew(int size, ThreadFactory threads) {
    Helper[] wanted = new Helper[size - 1];
    int started = 0;
    while (started < wanted.length && start(started, wanted, threads)) {
      started++;
    }
    helpers = Arrays.copyOf(wanted, started);
    if (started < wanted.length) {
      LOG.warn("the system gives no more threads: training on {} instead of {}", size(), size);
    }
  }

  private boolean start(int index, Helper[] into, ThreadFactory threads) {
    into[index] = new Helper(index + 1);
    return Threads.startDaemon(threads, into[index], "nn-worker-" + (index + 1));
  }

  /** Number of workers, the calling thread included. */
  public int size() {
    return helpers.length + 1;
  }

  /** Goes through the phases with the first workers and returns when the last has finished. */
  public void run(int workers, Part[] phases) {
    if (closed) {
      throw new IllegalStateException("the crew is closed");
    }
    failure.clear();
    program = phases;
    meeting.expect(workers);
    for (int i = 0; i < workers - 1; i++) {
      helpers[i].call.ring();
    }
    boolean interrupted = runPhases(0, phases);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    failure.rethrow();
  }

  /** Whether the thread was interrupted while it waited; its interrupt status is cleared then. */
  private boolean runPhases(int worker, Part[] phases) {
    boolean interrupted = false;
    for (Part phase : phases) {
      if (!failure.exists()) {
        runPhase(phase, worker);
      }
      interrupted |= meeting.join();
    }
    return interrupted;
  }

  /**
   * Other languages than Java throw checked exceptions without saying so; nobody may be left
   * waiting for them.
   */
  @SuppressWarnings("CatchingUnchecked")
  private void runPhase(Part phase, int worker) {
    try {
      phase.run(worker);
    } catch (Throwable e) {
      failure.note(e);
    }
  }

  /** Ends the threads. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      for (Helper helper : helpers) {
        helper.call.ring();
      }
    }
  }

  /** One of the threads. */
  private final class Helper implements Runnable {
    final Bell call = new Bell();
    private final int worker;

    Helper(int worker) {
      this.worker = worker;
    }

    @Override
    public void run() {
      int heard = 0;
      while (true) {
        boolean unused = call.await(heard++);
        if (closed) {
          return;
        }
        unused = runPhases(worker, program);
      }
    }
  }

  /** A point at which all workers wait for the last. */
  private static final class Meeting {
    private final AtomicInteger arrived = new AtomicInteger();
    private final Bell over = new Bell();
    private int size;

    /** Before the workers are called: how many there are. */
    void expect(int workers) {
      size = workers;
    }

    /** Waits for all; whether the thread was interrupted meanwhile. */
    boolean join() {
      if (size == 1) {
        return false;
      }
      int count = over.count();
      if (arrived.incrementAndGet() == size) {
        arrived.set(0);
        over.ring();
        return false;
      }
      return over.await(count);
    }
  }
}
