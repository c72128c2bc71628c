package dev.nn.testkit.bench;

import dev.nn.api.Loss;
import dev.nn.api.ShapeException;
import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;
import dev.nn.testkit.measure.FarOut;
import dev.nn.testkit.measure.Samples;
import dev.nn.testkit.measure.Skip;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Predictions and targets that a loss accepts, found by asking it. */
public record LossProblem(Matrix prediction, Matrix target) {

  /** A gradient that is this many times as large as usual is the sign of a pole. */
  private static final double STEEP = 1000;

  /** The kinds of targets, from the most general to the most special. */
  private enum Targets {
    REAL,
    POSITIVE,
    PROBABILITY,
    SIGN,
    ONE_HOT;

    Matrix sample(int rows, int columns) {
      CounterRandom random = CounterRandom.of(31);
      Matrix targets = Matrix.zeros(rows, columns);
      for (int i = 0; i < rows; i++) {
        int hot = random.nextInt(columns);
        for (int j = 0; j < columns; j++) {
          float draw = random.nextFloat();
          targets.set(
              i,
              j,
              switch (this) {
                case REAL -> 3 * draw - 1.5f;
                case POSITIVE -> 0.25f + 2 * draw;
                case PROBABILITY -> 0.1f + 0.8f * draw;
                case SIGN -> draw < 0.5f ? -1 : 1;
                case ONE_HOT -> j == hot ? 1 : 0;
              });
        }
      }
      return targets;
    }
  }

  /** Returns a problem for this loss. If none is found, the rule is skipped. */
  public static LossProblem of(Loss loss, String rule) {
    Optional<LossProblem> problem = find(loss);
    Skip.unless(problem.isPresent(), rule + ": it accepts none of the targets that are known here");
    return problem.orElseThrow();
  }

  public static Optional<LossProblem> find(Loss loss) {
    for (int columns : new int[] {4, 1, 2, 3, 6}) {
      int targetColumns = targetColumns(loss, columns);
      for (Targets kind : Targets.values()) {
        if (targetColumns > 0) {
          Matrix target = kind.sample(6, targetColumns);
          if (accepts(loss, target)) {
            return Optional.of(new LossProblem(prediction(columns, 0), target));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Rows that are distributions without being near 0 or 1: every loss takes them. */
  private static Matrix prediction(int columns, int turn) {
    Matrix prediction = Samples.uniform(32 + 100L * turn, 6, columns, 0.15, 0.85);
    for (int i = 0; columns > 1 && i < prediction.rows(); i++) {
      float sum = 0;
      for (float value : prediction.row(i)) {
        sum += value;
      }
      for (int j = 0; j < columns; j++) {
        float share = prediction.get(i, j) / sum;
        prediction.set(i, j, (float) Math.rint(share * 1024) / 1024);
      }
    }
    return prediction;
  }

  private static int targetColumns(Loss loss, int columns) {
    try {
      return loss.targetColumns(columns);
    } catch (ShapeException e) {
      return 0;
    }
  }

  public static boolean accepts(Loss loss, Matrix targets) {
    try {
      for (int i = 0; i < targets.rows(); i++) {
        loss.checkTarget(targets.row(i));
      }
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  public int rows() {
    return prediction.rows();
  }

  /** Returns a copy of some rows of this problem. */
  public LossProblem rows(int from, int to) {
    return new LossProblem(
        Samples.copy(prediction.rows(from, to)), Samples.copy(target.rows(from, to)));
  }

  public LossProblem doubled() {
    return new LossProblem(
        Samples.stacked(prediction, prediction), Samples.stacked(target, target));
  }

  /**
   * Returns whether predictions may be any numbers, as far as the loss tells: it accepts targets of
   * both signs, and has no pole at 0 or 1, as those of probabilities have.
   */
  public boolean isOfRealNumbers(Loss loss) {
    LossProblem ends = new LossExtremes(this).zerosAndOnes(loss);
    return Arrays.stream(Samples.numbers(target)).anyMatch(y -> y < 0)
        && largest(ends.gradient(loss)) < STEEP * largest(gradient(loss))
        && FarOut.areFinite(farther().numbers(loss));
  }

  private static double largest(Matrix matrix) {
    return Arrays.stream(Samples.numbers(matrix)).map(Math::abs).max().orElse(0);
  }

  /** Returns the same targets with other predictions at each turn. */
  public LossProblem turned(int turn) {
    return new LossProblem(prediction(prediction.columns(), turn), target);
  }

  /** Returns a problem with predictions between −6 and 6. */
  public LossProblem farther() {
    return new LossProblem(Samples.uniform(33, rows(), prediction.columns(), -6, 6), target);
  }

  /** Returns a problem whose predictions are its targets. */
  public LossProblem met() {
    return new LossProblem(Samples.copy(target), target);
  }

  public double[] values(Loss loss) {
    double[] perRow = new double[rows()];
    loss.value(prediction, target, perRow);
    return perRow;
  }

  public Matrix gradient(Loss loss) {
    Matrix gradient = Matrix.zeros(rows(), prediction.columns());
    loss.gradient(prediction, target, gradient);
    return gradient;
  }

  /** Returns losses and gradients, row by row. */
  public double[] numbers(Loss loss) {
    return DoubleStream.concat(
            Arrays.stream(values(loss)), Arrays.stream(Samples.numbers(gradient(loss))))
        .toArray();
  }

  /** Returns the same, also for predictions at the ends of probabilities and far out. */
  public double[] trace(Loss loss) {
    LossExtremes extremes = new LossExtremes(this);
    return Stream.of(this, extremes.zerosAndOnes(loss), extremes.far(1e4f), extremes.far(-1e4f))
        .flatMapToDouble(problem -> Arrays.stream(problem.numbers(loss)))
        .toArray();
  }
}
