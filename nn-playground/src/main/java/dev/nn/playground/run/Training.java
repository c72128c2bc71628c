package dev.nn.playground.run;

import dev.nn.core.TrainingSession;
import dev.nn.playground.recipe.Plan;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A training that goes on in a thread of its own until it is closed, as fast as it is told to. It
 * can be looked at and steered from any thread.
 *
 * <p>The thread holds a lock while it does some steps, for a millisecond at most, and the lock is
 * fair: whoever looks gets it next. So the weights of a snapshot are those between two steps, and
 * looking costs the training next to nothing.
 */
public final class Training implements AutoCloseable {
  private static final long SLICE_NANOS = 1_000_000;

  /** Long enough that one sees it learn, if the engine is that fast. */
  private static final double SECONDS_TO_CATCH_UP = 1.5;

  private static final long LONGEST_WAIT_NANOS = 50_000_000;

  private final Plan plan;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition changed = lock.newCondition();
  private final Pace pace = new Pace();
  private TrainingSession session;
  private State state = State.PAUSED;
  private String message = "";
  private long pauseAt = Long.MAX_VALUE;
  private long changes;
  private boolean waitsForAudience;
  private volatile boolean closed;

  /** The steps before the one that failed, until the weights are those after them again. */
  private OptionalLong goodSteps = OptionalLong.empty();

  /**
   * Prepares a training, which waits at its first step; one whose recipe is further goes there
   * within a second or two once somebody looks.
   *
   * @throws dev.nn.api.NnException if the points, the network and the loss do not go together
   */
  public Training(Plan plan) {
    this.plan = plan;
    this.session = plan.trainer().start(plan.network(), plan.trainingSet());
    this.thread = new Thread(this::train, "nn-playground-training");
    thread.setDaemon(true);
    if (plan.recipe().steps() > 0) {
      state = State.RUNNING;
      waitsForAudience = true;
    }
    thread.start();
  }

  /** What is trained. */
  public Plan plan() {
    return plan;
  }

  /**
   * Trains on.
   *
   * @param stepsPerSecond how fast; infinity is as fast as it can
   */
  public void run(double stepsPerSecond) {
    steer(() -> go(stepsPerSecond, Long.MAX_VALUE));
  }

  /** Waits. */
  public void pause() {
    steer(() -> state = State.PAUSED);
  }

  /** Does so many more steps as fast as it can, and waits then. */
  public void advance(long steps) {
    steer(() -> go(Double.POSITIVE_INFINITY, session.steps() + steps));
  }

  private void go(double stepsPerSecond, long until) {
    pace.start(stepsPerSecond, System.nanoTime(), session.steps());
    pauseAt = until;
    state = State.RUNNING;
  }

  private void steer(Runnable change) {
    lock.lock();
    try {
      if (state == State.RUNNING || state == State.PAUSED) {
        waitsForAudience = false;
        change.run();
        changes++;
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The training at this moment. */
  public Snapshot snapshot() {
    lock.lock();
    try {
      awaitGoodWeights();
      long steps = session.steps();
      Snapshot snapshot =
          new Snapshot(
              steps + changes,
              session.model(),
              steps,
              session.epoch(),
              state == State.RUNNING ? pace.measured(System.nanoTime(), steps) : 0,
              state,
              message);
      if (waitsForAudience) {
        waitsForAudience = false;
        long ahead = plan.recipe().steps();
        go(ahead / SECONDS_TO_CATCH_UP, ahead);
        changed.signalAll();
      }
      return snapshot;
    } finally {
      lock.unlock();
    }
  }

  /** Grows with each step and with each change of what the training is doing. */
  public long version() {
    lock.lock();
    try {
      awaitGoodWeights();
      return session.steps() + changes;
    } finally {
      lock.unlock();
    }
  }

  private void train() {
    boolean more = true;
    while (more) {
      lock.lock();
      try {
        more = trainForAWhile();
      } catch (InterruptedException e) {
        more = false;
      } finally {
        lock.unlock();
      }
      if (more && goodSteps.isPresent()) {
        goBack(goodSteps.getAsLong());
      }
    }
    session.close();
  }

  private void awaitGoodWeights() {
    while (goodSteps.isPresent() && !closed) {
      changed.awaitUninterruptibly();
    }
  }

  /**
   * A step that fails may have spoilt weights. Training anew up to the step before it leads to the
   * weights that it began with, which is what the recipe at that step means. The lock is free
   * meanwhile, so that the training can be closed.
   */
  private void goBack(long steps) {
    TrainingSession again = plan.trainer().start(plan.network(), plan.trainingSet());
    try {
      while (!closed && again.steps() < steps && again.step()) {}
    } catch (RuntimeException | LinkageError e) {
      // What third parties wrote need not fail at the same step twice: then the step shown is an
      // earlier one.
    }
    lock.lock();
    try {
      session.close();
      session = again;
      goodSteps = OptionalLong.empty();
      changes++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether the training is not closed yet. The lock is held, but not while waiting. */
  private boolean trainForAWhile() throws InterruptedException {
    while (!closed && (state != State.RUNNING || waitsForAudience)) {
      changed.await();
    }
    long now = System.nanoTime();
    long end = now + SLICE_NANOS;
    while (!closed && state == State.RUNNING && now < end) {
      long wait = pace.left(now);
      if (wait > 0) {
        changed.awaitNanos(Math.min(wait, LONGEST_WAIT_NANOS));
        return !closed;
      }
      step();
      now = System.nanoTime();
      pace.stepped(now);
    }
    return !closed;
  }

  private void step() {
    long before = session.steps();
    try {
      if (!session.step()) {
        stop(State.ENDED, "The run is over after %s epochs.".formatted(session.epochs()));
      } else if (session.steps() >= pauseAt) {
        stop(State.PAUSED, "");
      }
    } catch (RuntimeException | LinkageError e) {
      // What third parties wrote may fail in any way; whoever watches is told.
      String problem = e.getMessage() != null ? e.getMessage() : e.toString();
      stop(
          State.FAILED,
          "%s. What is shown is step %s, the one before."
              .formatted(plan.advice().ofFailure(problem), before));
      goodSteps = OptionalLong.of(before);
    }
  }

  private void stop(State how, String why) {
    state = how;
    message = why;
    changes++;
  }

  /** Whether its thread is still there. */
  public boolean isAlive() {
    return thread.isAlive();
  }

  /** Ends the thread, after the step that it is in. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
