package dev.nn.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A training run in progress, for one thread at a time. {@link #run} goes to the end; {@link #step}
 * does one step and returns, so that the caller can look, pause, or give up.
 *
 * <pre>{@code
 * try (TrainingSession session = trainer.start(network, train)) {
 *   while (session.step()) {
 *     System.out.println(session.batchLoss());
 *   }
 *   Model model = session.model();
 * }
 * }</pre>
 *
 * <p>After an exception out of a step, of a plugin or a listener, the step may be half done: the
 * session cannot go on then, and {@link #result} has the weights of the last finished epoch.
 */
public final class TrainingSession implements TrainingRun, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingSession.class);

  private final TrainingLoop loop;
  private volatile boolean stepping;
  private volatile boolean closed;
  private @Nullable Throwable broken;

  /** Takes the array of parameters over, and will close the checkpointing. */
  TrainingSession(
      TrainingSettings settings,
      Optional<Checkpointing> checkpointing,
      Network network,
      float[] parameters,
      Dataset train,
      Optional<Dataset> validation) {
    this.loop =
        new TrainingLoop(settings, checkpointing, network, parameters, train, validation, this);
  }

  /** Goes on from where another run with the same settings was. */
  TrainingSession restore(TrainingState state) {
    try {
      loop.restore(state);
      return this;
    } catch (Throwable e) {
      close();
      throw e;
    }
  }

  /** Ends the run before its first step. */
  void interrupted() {
    loop.interrupted();
  }

  /** Goes on to the end of the run. */
  public TrainingResult run() {
    try {
      boolean more = true;
      while (more) {
        more = step();
      }
    } catch (TrainingException e) {
      LOG.warn("{}", e.getMessage());
    }
    return result();
  }

  /**
   * Does one step; with the last of an epoch also the validation.
   *
   * @return whether there is more to do
   * @throws TrainingException if the loss or the weights are no longer finite; the model then has
   *     the last good weights
   * @throws IllegalStateException if the session is closed, a step failed before, or this is called
   *     in a listener
   */
  public boolean step() {
    if (loop.outcome().isPresent()) {
      return false;
    }
    checkIdle("step");
    if (closed) {
      throw new IllegalStateException("the session is closed");
    }
    stepping = true;
    try {
      return loop.step();
    } catch (TrainingException e) {
      throw e;
    } catch (Throwable e) {
      broken = e;
      throw e;
    } finally {
      stepping = false;
      if (closed) {
        loop.close();
      }
    }
  }

  /**
   * A copy of everything that a run needs to go on from here.
   *
   * @throws IllegalStateException if a step failed before, the run has diverged, or this is called
   *     in a listener: a state is taken between steps
   */
  public TrainingState state() {
    checkIdle("state");
    if (loop.result().failure().isPresent()) {
      throw new IllegalStateException("the run has diverged: nothing can go on from here");
    }
    return loop.state();
  }

  private void checkIdle(String method) {
    if (stepping) {
      throw new IllegalStateException(
          method + " is called between steps, not by a listener or by another thread during one");
    }
    if (broken != null) {
      throw new IllegalStateException(
          "the session cannot go on: step " + (loop.steps() + 1) + " failed: " + broken, broken);
    }
  }

  /** What the run has given so far; its outcome is {@code RUNNING} if it has not ended yet. */
  public TrainingResult result() {
    TrainingResult result = loop.result();
    return broken == null
        ? result
        : new TrainingResult(
            result.outcome(), result.history(), loop.lastGoodModel(), result.failure());
  }

  @Override
  public Model model() {
    return loop.model();
  }

  @Override
  public Network network() {
    return loop.network();
  }

  @Override
  public int epoch() {
    return loop.epoch();
  }

  @Override
  public int epochs() {
    return loop.epochs();
  }

  @Override
  public int batch() {
    return loop.batches().done();
  }

  @Override
  public int batches() {
    return loop.batches().count();
  }

  @Override
  public long steps() {
    return loop.steps();
  }

  @Override
  public double batchLoss() {
    return loop.batchLoss();
  }

  @Override
  public void stop() {
    loop.stop();
  }

  /**
   * Ends the session's threads, and lets other runs into the folder of its checkpoints; during a
   * step, after it.
   */
  @Override
  public void close() {
    closed = true;
    if (!stepping) {
      loop.close();
    }
  }
}
