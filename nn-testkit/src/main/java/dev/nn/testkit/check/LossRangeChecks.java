package dev.nn.testkit.check;

import dev.nn.api.Loss;
import dev.nn.math.Matrix;
import dev.nn.testkit.bench.LossExtremes;
import dev.nn.testkit.bench.LossProblem;
import dev.nn.testkit.measure.Fail;
import dev.nn.testkit.measure.FarOut;
import dev.nn.testkit.measure.Samples;
import dev.nn.testkit.measure.Skip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.opentest4j.AssertionFailedError;

/** The rules L9 to L11 for predictions at the ends of their ranges, each as a separate check. */
public final class LossRangeChecks {
  private LossRangeChecks() {}

  /**
   * L9: losses and gradients are finite if predictions are 0 or 1 or next to them, whether they are
   * right or wrong, because outputs round to these numbers. A formula with a pole there has to keep
   * away from it, as cross-entropies do by clipping their predictions.
   */
  public static void finiteAtZeroAndOne(Loss loss) {
    LossProblem problem = new LossExtremes(LossProblem.of(loss, "L9")).zerosAndOnes(loss);
    double[] values = problem.values(loss);
    Matrix gradient = problem.gradient(loss);
    for (int i = 0; i < problem.rows(); i++) {
      float[] row = gradient.row(i);
      if (!Double.isFinite(values[i])
          || !FarOut.areFinite(Samples.numbers(gradient.rows(i, i + 1)))) {
        throw new AssertionFailedError(
            "L9: for the prediction %s and the target %s the loss is %s, the gradient %s"
                .formatted(
                    Arrays.toString(problem.prediction().row(i)),
                    Arrays.toString(problem.target().row(i)),
                    values[i],
                    Arrays.toString(row)));
      }
    }
  }

  /**
   * L10: losses and gradients are finite if a prediction, or all predictions of a row, are ±20,
   * ±90, ±10³ or ±10⁴. The rule is skipped for a loss that does not take such predictions, which is
   * the case if it is not finite at 2 or −2 already, and for one that leaves the range of floats by
   * its nature, as exponentials do, though its other side is checked all the same.
   */
  public static void finiteFarOut(Loss loss) {
    LossExtremes extremes = new LossExtremes(LossProblem.of(loss, "L10"));
    FarOut.Numbers numbers = x -> extremes.far(x).numbers(loss);
    List<String> undecided = new ArrayList<>();
    for (float near : new float[] {2, -2}) {
      if (FarOut.areFinite(numbers.at(near))) {
        FarOut.overflow(near, numbers, "L10").ifPresent(undecided::add);
      } else {
        undecided.add("not finite for a prediction of " + near + " already, so that is not for it");
      }
    }
    Skip.unless(undecided.isEmpty(), "L10: " + String.join(", ", undecided));
  }

  /** L11: if a prediction is NaN, the loss of its row and its gradient are NaN. */
  public static void notANumberPropagates(Loss loss) {
    LossProblem problem = new LossExtremes(LossProblem.of(loss, "L11")).notANumber();
    double[] values = problem.values(loss);
    Matrix gradient = problem.gradient(loss);
    for (int i = 0; i < problem.rows(); i++) {
      int column = i % gradient.columns();
      double value = values[i];
      float slope = gradient.get(i, column);
      String what = "L11: where column " + column + " of the prediction is NaN, ";
      Fail.unless(Double.isNaN(value), () -> what + "the loss of the row is " + value);
      Fail.unless(Float.isNaN(slope), () -> what + "the gradient is " + slope);
    }
  }
}
