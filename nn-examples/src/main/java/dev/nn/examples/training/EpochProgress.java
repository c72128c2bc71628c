package dev.nn.examples.training;

import dev.nn.core.TrainingListener;
import dev.nn.core.TrainingResult;
import dev.nn.core.TrainingRun;
import dev.nn.core.training.EpochRecord;
import dev.nn.examples.terminal.Terminal;
import java.util.Locale;
import java.util.stream.Collectors;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;
import org.jspecify.annotations.Nullable;

/**
 * Shows how a run proceeds, with a line for each epoch or for several epochs together. On a
 * terminal a bar grows while they last; elsewhere the line is printed when they are finished.
 */
final class EpochProgress implements TrainingListener {
  private static final int LINES = 10;
  private static final int MILLIS_BETWEEN_REDRAWS = 100;
  private static final int LONGEST_BAR = 24;
  private static final int LONGEST_SUMMARY = 48;

  private final Terminal terminal;
  private final int epochsPerLine;
  private @Nullable ProgressBar bar;

  private EpochProgress(Terminal terminal, int epochsPerLine) {
    this.terminal = terminal;
    this.epochsPerLine = epochsPerLine;
  }

  /** Shows a line for each epoch on a terminal, and at most ten for the whole run in a log. */
  static EpochProgress detailed(Terminal terminal, int epochs) {
    return terminal.live() ? new EpochProgress(terminal, 1) : brief(terminal, epochs);
  }

  /** Shows at most ten lines for the whole run. */
  static EpochProgress brief(Terminal terminal, int epochs) {
    return new EpochProgress(terminal, Math.max(1, (epochs + LINES - 1) / LINES));
  }

  @Override
  public void epochStarted(TrainingRun run) {
    if (terminal.live() && bar == null) {
      int last = Math.min(run.epochs(), run.epoch() + epochsPerLine - 1);
      bar =
          new ProgressBarBuilder()
              .setTaskName(label(last, run))
              .setInitialMax((long) run.batches() * (last - run.epoch() + 1))
              .setUpdateIntervalMillis(MILLIS_BETWEEN_REDRAWS)
              .setRenderer(this::render)
              .setConsumer(new DelegatingProgressBarConsumer(this::redraw, terminal.columns()))
              .build();
    }
  }

  @Override
  public void batchEnded(TrainingRun run) {
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public void epochEnded(TrainingRun run, EpochRecord epoch) {
    boolean lineEnds = run.epoch() % epochsPerLine == 0 || run.epoch() == run.epochs();
    if (bar != null) {
      bar.setExtraMessage(summary(epoch));
      if (lineEnds) {
        endBar();
      }
    } else if (lineEnds) {
      terminal.err().println(label(run.epoch(), run) + "  " + summary(epoch));
    }
  }

  @Override
  public void runEnded(TrainingResult result) {
    endBar();
  }

  private void endBar() {
    if (bar != null) {
      bar.close();
      bar = null;
      terminal.err().println();
    }
  }

  /** The thread of the progress bar calls this too. */
  private void redraw(String line) {
    terminal.err().print('\r' + line);
    terminal.err().flush();
  }

  private String render(ProgressState progress, int columns) {
    int length = columns - progress.getTaskName().length() - LONGEST_SUMMARY - 4;
    length = Math.max(1, Math.min(LONGEST_BAR, length));
    int done = (int) (length * progress.getNormalizedProgress());
    String line =
        progress.getTaskName()
            + "  "
            + "█".repeat(done)
            + "░".repeat(length - done)
            + "  "
            + progress.getExtraMessage();
    return line.substring(0, Math.min(line.length(), columns - 1));
  }

  private static String label(int epoch, TrainingRun run) {
    int digits = String.valueOf(run.epochs()).length();
    return String.format(Locale.ROOT, "epoch %" + digits + "d/%d", epoch, run.epochs());
  }

  private static String summary(EpochRecord epoch) {
    String metrics =
        epoch.validationMetrics().entrySet().stream()
            .map(m -> String.format(Locale.ROOT, "  validation %s %.4f", m.getKey(), m.getValue()))
            .collect(Collectors.joining());
    return String.format(Locale.ROOT, "loss %.4f%s", epoch.loss(), metrics);
  }
}
