package dev.nn.examples.training;

import dev.nn.core.TrainingSession;
import dev.nn.core.training.Outcome;
import dev.nn.examples.terminal.Terminal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a training early when the user presses Ctrl-C, so that what was learnt until then is judged
 * and saved as it would have been at the end.
 *
 * <p>On Ctrl-C the JVM starts to shut down, which cannot be undone; but it waits for hooks, and the
 * hook here waits until the command is through.
 */
final class Interruption implements AutoCloseable {
  /** More than a test and a file should need; after it the JVM ends whatever is still going on. */
  private static final long SECONDS_TO_SAVE = 60;

  private final TrainingSession session;
  private final Terminal terminal;
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stopAndWait, "nn-interruption");

  private Interruption(TrainingSession session, Terminal terminal) {
    this.session = session;
    this.terminal = terminal;
  }

  /** Takes care of Ctrl-C until it is closed, which is when everything is saved. */
  static Interruption guarding(TrainingSession session, Terminal terminal) {
    Interruption interruption = new Interruption(session, terminal);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void stopAndWait() {
    session.stop();
    try {
      boolean done = finished.await(SECONDS_TO_SAVE, TimeUnit.SECONDS);
      if (!done) {
        terminal.err().println("nn: gave up waiting for the model to be saved");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Trains until the run ends or the user stops it, and says so in that case. */
  void train() {
    boolean more = true;
    while (more) {
      // The listeners show what there is to see.
      more = session.step();
    }
    if (session.result().outcome() == Outcome.STOPPED) {
      terminal
          .err()
          .println(
              "stopped in epoch %s of %s: the model is what was learnt until then"
                  .formatted(session.epoch(), session.epochs()));
    }
  }

  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is shutting down: the hook runs, and ends as there is nothing left to wait for.
    }
  }
}
