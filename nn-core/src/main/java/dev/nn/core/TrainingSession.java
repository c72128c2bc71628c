package dev.nn.core;

import dev.nn.core.internal.run.FailedPlugin;
import dev.nn.core.internal.run.RunEvents;
import dev.nn.core.internal.run.TrainingLoop;
import dev.nn.core.training.EpochRecord;
import dev.nn.core.training.Outcome;
import dev.nn.core.training.TrainingException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A training run in progress, for one thread at a time. {@link #run} goes on to the end, while
 * {@link #step} does one step and returns, so that the caller can look, pause or give up.
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
 * <p>If a plugin or a listener throws an exception during a step, the step may be half done. The
 * session cannot go on then, and {@link #result} has the weights of the last finished epoch.
 */
public final class TrainingSession implements TrainingRun, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingSession.class);

  private final Network network;
  private final TrainingLoop loop;
  private volatile boolean stepping;
  private volatile boolean closed;
  private @Nullable Throwable broken;

  /**
   * Prepares the run, which may throw whatever {@link Trainer#start} documents.
   *
   * @param preparing makes the loop, which will report to the given events
   */
  TrainingSession(
      Network network,
      List<TrainingListener> listeners,
      Function<RunEvents, TrainingLoop> preparing) {
    this.network = network;
    RunEvents events = new Listeners(listeners, this, this::result);
    this.loop = FailedPlugin.naming(() -> preparing.apply(events));
  }

  /**
   * Goes on to the end of the run. If the run diverges, its outcome says so.
   *
   * @throws TrainingException if a plugin throws an exception, which is the cause
   */
  public TrainingResult run() {
    try {
      boolean more = true;
      while (more) {
        more = step();
      }
    } catch (TrainingException e) {
      if (loop.failure().isEmpty()) {
        throw e;
      }
      LOG.warn("{}", e.getMessage());
    }
    return result();
  }

  /**
   * Does one step and, if it is the last of an epoch, the validation.
   *
   * @return whether there is more to do
   * @throws TrainingException if the loss or the weights are no longer finite, in which case the
   *     model has the last good weights; or if a plugin throws an exception, which is the cause
   * @throws IllegalStateException if the session is closed, if a step has failed before, or if this
   *     is called in a listener
   */
  public boolean step() {
    if (loop.outcome() != Outcome.RUNNING) {
      return false;
    }
    checkIdle("step");
    if (closed) {
      throw new IllegalStateException("the session is closed");
    }
    stepping = true;
    try {
      return loop.step();
    } catch (Throwable e) {
      if (loop.failure().isEmpty()) {
        broken = e;
      }
      throw e;
    } finally {
      stepping = false;
      if (closed) {
        loop.close();
      }
    }
  }

  /**
   * Returns a copy of everything that a run needs to go on from here.
   *
   * @throws IllegalStateException if a step has failed before, if the run has diverged, or if this
   *     is called in a listener, since a state can only be taken between steps
   */
  public TrainingState state() {
    checkIdle("state");
    if (loop.failure().isPresent()) {
      throw new IllegalStateException("the run has diverged: nothing can go on from here");
    }
    return new TrainingState(network, loop.state());
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

  /**
   * Returns the result of the run so far. Its outcome is {@code RUNNING} if the run has not ended
   * yet.
   */
  public TrainingResult result() {
    return new TrainingResult(
        loop.outcome(),
        loop.history(),
        loop.bestEpoch(),
        model(broken == null ? loop.weights() : loop.lastGoodWeights()),
        loop.failure(),
        loop.advice());
  }

  @Override
  public Model model() {
    return model(loop.weights());
  }

  private Model model(float[] weights) {
    return new Model(network, weights, loop.provenance());
  }

  @Override
  public Network network() {
    return network;
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
    return loop.batch();
  }

  @Override
  public int batches() {
    return loop.batches();
  }

  @Override
  public long steps() {
    return loop.steps();
  }

  @Override
  public List<EpochRecord> history() {
    return List.copyOf(loop.history());
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
   * Ends the threads of the session, and lets other runs use the folder of its checkpoints. If it
   * is called during a step, that happens after the step.
   */
  @Override
  public void close() {
    closed = true;
    if (!stepping) {
      loop.close();
    }
  }
}
