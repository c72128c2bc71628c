package dev.nn.watch;

import dev.nn.core.TrainingListener;
import dev.nn.core.TrainingResult;
import dev.nn.core.TrainingRun;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Shows where a run is, and how long it will take until its end if all epochs are done:
 *
 * <pre>{@code
 * epoch 3/30, step 45/120, loss 0.3215, 12 s left
 * }</pre>
 *
 * <p>On a terminal one line is written over and over, several times a second; elsewhere a line is
 * printed once in a while.
 */
public final class Progress implements TrainingListener {
  private static final Duration TEN_TIMES_A_SECOND = Duration.ofMillis(100);

  private final PrintWriter out;
  private final boolean isLive;
  private final long interval;
  private final LongSupplier clock;
  private long startedAt;
  private long stepsBefore;
  private long shownAt;
  private int width;

  Progress(PrintWriter out, boolean isLive, Duration interval, LongSupplier clock) {
    this.out = Objects.requireNonNull(out, "out");
    this.isLive = isLive;
    this.interval = interval.toNanos();
    this.clock = clock;
  }

  /** One line on a terminal, which is written over. The writer stays open. */
  public static Progress live(PrintWriter out) {
    return new Progress(out, true, TEN_TIMES_A_SECOND, System::nanoTime);
  }

  /**
   * Lines in a log, one in so much time and one at the end. The writer stays open.
   *
   * @param every how much time is between two lines
   */
  public static Progress lines(PrintWriter out, Duration every) {
    return new Progress(out, false, every, System::nanoTime);
  }

  @Override
  public void runStarted(TrainingRun run) {
    startedAt = clock.getAsLong();
    shownAt = startedAt;
    stepsBefore = run.steps();
    width = 0;
  }

  @Override
  public void batchEnded(TrainingRun run) {
    long now = clock.getAsLong();
    if (now - shownAt >= interval) {
      shownAt = now;
      show(
          "epoch %s/%s, step %s/%s, loss %s, %s left"
              .formatted(
                  run.epoch(),
                  run.epochs(),
                  run.batch(),
                  run.batches(),
                  Texts.number(run.batchLoss()),
                  Texts.time(left(run, now))));
    }
  }

  /** The steps that are left take as long as those of this run so far, on average. */
  private Duration left(TrainingRun run, long now) {
    long done = run.steps() - stepsBefore;
    long all = (long) run.epochs() * run.batches();
    double nanosPerStep = (double) (now - startedAt) / Math.max(1, done);
    return Duration.ofNanos((long) (nanosPerStep * Math.max(0, all - run.steps())));
  }

  private void show(String line) {
    if (isLive) {
      out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
      width = line.length();
    } else {
      out.println(line);
    }
    out.flush();
  }

  @Override
  public void runEnded(TrainingResult result) {
    String took = Texts.time(Duration.ofNanos(clock.getAsLong() - startedAt));
    show(result + ", in " + took);
    if (isLive) {
      out.println();
      out.flush();
    }
  }
}
