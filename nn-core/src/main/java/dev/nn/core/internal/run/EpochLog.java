package dev.nn.core.internal.run;

import dev.nn.core.internal.saved.RunState.Progress;
import dev.nn.core.training.EpochRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;

/** The epochs of a run: those that are finished, and what the current one has brought so far. */
final class EpochLog {
  private final List<EpochRecord> history = new ArrayList<>();
  private int epoch;
  private double lossSum;
  private long startedAt;

  /** Goes on from where another run was. */
  void restore(Progress progress) {
    startedAt = System.nanoTime();
    epoch = progress.epoch();
    lossSum = progress.lossSum();
    history.addAll(progress.history());
  }

  void epochStarted() {
    epoch++;
    startedAt = System.nanoTime();
    lossSum = 0;
  }

  /** Notes a batch by its mean loss. */
  void batchEnded(double loss, int rows) {
    lossSum += loss * rows;
  }

  /** The mean loss of the current epoch's examples when all of them are done. */
  double loss(int rows) {
    return lossSum / rows;
  }

  EpochRecord epochEnded(
      double loss,
      SortedMap<String, Double> trainingMetrics,
      OptionalDouble validationLoss,
      SortedMap<String, Double> metrics,
      double learningRate) {
    Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
    EpochRecord record =
        new EpochRecord(epoch, loss, trainingMetrics, validationLoss, metrics, learningRate, took);
    history.add(record);
    return record;
  }

  /** The current epoch, from 1; 0 before the first. */
  int epoch() {
    return epoch;
  }

  List<EpochRecord> history() {
    return history;
  }

  /**
   * Where the run is.
   *
   * @param position examples of the current epoch that are done
   */
  Progress progress(int position) {
    return new Progress(epoch, position, lossSum, history);
  }
}
