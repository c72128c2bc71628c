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

/** The rules L9 to L11 for predictions at the ends of their ranges, each as a check of its own. */
public final class LossRangeChecks {
  private LossRangeChecks() {}

  /**
   * L9: losses and gradients are finite where predictions are 0 and 1, and next to both, right or
   * wrong: outputs round to them. A formula with a pole there keeps away from it, as
   * cross-entropies clip their predictions.
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
   * L10: losses and gradients are finite where a prediction, or all of a row, is ±20, ±90, ±10³ or
   * ±10⁴. Skipped for a loss that does not take such predictions, since it is not finite at 2 or −2
   * already, and for one that leaves the range of floats on the way, as exponentials do; the other
   * side is checked all the same.
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

  /** L11: where a prediction is NaN, the loss of its row and the gradient there are NaN. */
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
