package dev.nn.core.internal.parallel;

import java.util.Arrays;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fixed number of workers, some of which go through phases together and meet after each phase.
 * The calling thread is worker 0, and the others are daemon threads. A worker that waits spins
 * briefly and then sleeps, so an idle crew costs nothing.
 *
 * <p>If a phase throws an exception, the others are not left waiting. All workers skip the
 * remaining phases, and the first exception is thrown in the calling thread.
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
   * Creates a crew of the calling thread and as many others as are wanted, or as the system allows.
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
   * Runs a phase. It catches checked exceptions too, which other languages than Java throw without
   * declaring them, because the other workers must not be left waiting.
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

    /** Called before the workers are, with their number. */
    void expect(int workers) {
      size = workers;
    }

    /** Waits for all workers. Returns whether the thread was interrupted in the meantime. */
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
