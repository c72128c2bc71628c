package dev.nn.testkit.check;

import dev.nn.api.Loss;
import dev.nn.math.Matrix;
import dev.nn.testkit.bench.LossProblem;
import dev.nn.testkit.measure.Bits;
import dev.nn.testkit.measure.Fail;
import dev.nn.testkit.measure.Guarded;
import dev.nn.testkit.measure.Kink;
import dev.nn.testkit.measure.Skip;
import dev.nn.testkit.measure.Slope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * The rules L1 to L7 for losses, each as a separate check. L8 is in {@link FusionChecks}, and L9 to
 * L11 are in {@link LossRangeChecks}.
 */
public final class LossChecks {
  private static final double CANARY = 4321.125;

  private LossChecks() {}

  /** L1: {@code value} writes one number a row and nothing else, whatever the strides. */
  public static void valueWritesItsResultOnly(Loss loss) {
    LossProblem problem = LossProblem.of(loss, "L1");
    Guarded prediction = Guarded.copyOf(problem.prediction());
    Guarded target = Guarded.copyOf(problem.target());
    double[] perRow = new double[problem.rows() + 4];
    Arrays.fill(perRow, CANARY);
    loss.value(prediction.matrix(), target.matrix(), perRow);
    prediction.checkUnchanged(problem.prediction(), "L1: the prediction of value");
    target.checkUnchanged(problem.target(), "L1: the target of value");
    double[] expected = Arrays.copyOf(problem.values(loss), perRow.length);
    Arrays.fill(expected, problem.rows(), perRow.length, CANARY);
    Bits.same(expected, perRow, "L1: losses with other strides");
  }

  /**
   * L2: {@code gradient} writes every element of its result and nothing else, and it reads nothing
   * but its arguments, because it may be called without {@code value} before it, or after {@code
   * value} for other rows.
   */
  public static void gradientWritesItsResultOnly(Loss loss) {
    LossProblem problem = LossProblem.of(loss, "L2");
    Guarded prediction = Guarded.copyOf(problem.prediction());
    Guarded target = Guarded.copyOf(problem.target());
    Guarded gradient = Guarded.empty(problem.rows(), problem.prediction().columns());
    loss.gradient(prediction.matrix(), target.matrix(), gradient.matrix());
    prediction.checkUnchanged(problem.prediction(), "L2: the prediction of gradient");
    target.checkUnchanged(problem.target(), "L2: the target of gradient");
    gradient.checkWritten("L2: the gradient");
    Matrix expected = problem.gradient(loss);
    Bits.same(expected, gradient.matrix(), "L2: the gradient with other strides");
    problem.rows(1, problem.rows()).values(loss);
    Bits.same(expected, problem.gradient(loss), "L2: the gradient after the value of other rows");
  }

  /** L3: a batch without rows is no error. */
  public static void zeroRows(Loss loss) {
    LossProblem nothing = LossProblem.of(loss, "L3").rows(0, 0);
    Guarded gradient = Guarded.empty(0, nothing.prediction().columns());
    double[] perRow = {CANARY};
    loss.value(nothing.prediction(), nothing.target(), perRow);
    loss.gradient(nothing.prediction(), nothing.target(), gradient.matrix());
    Bits.same(CANARY, perRow[0], "L3: the loss of a row that is not there");
    gradient.checkMargins("L3: gradient");
  }

  /** L4: loss and gradient of a row do not depend on other rows. */
  public static void rowsAreIndependent(Loss loss) {
    LossProblem problem = LossProblem.of(loss, "L4");
    double[] values = problem.values(loss);
    Matrix gradient = problem.gradient(loss);
    for (int i = 0; i < problem.rows(); i++) {
      LossProblem alone = problem.rows(i, i + 1);
      Bits.same(values[i], alone.values(loss)[0], "L4: the loss of row " + i + " alone");
      Bits.same(
          gradient.rows(i, i + 1), alone.gradient(loss), "L4: the gradient of row " + i + " alone");
    }
  }

  /** L5: a batch in which every row is there twice has the same losses and gradients twice. */
  public static void doubledBatch(Loss loss) {
    LossProblem problem = LossProblem.of(loss, "L5");
    LossProblem doubled = problem.doubled();
    double[] once = problem.values(loss);
    double[] twice = doubled.values(loss);
    int n = problem.rows();
    Bits.same(once, Arrays.copyOf(twice, n), "L5: the first half of a doubled batch");
    Bits.same(once, Arrays.copyOfRange(twice, n, 2 * n), "L5: the second half of a doubled batch");
    Matrix gradient = doubled.gradient(loss);
    Matrix expected = problem.gradient(loss);
    Bits.same(expected, gradient.rows(0, n), "L5: gradients of the first half");
    Bits.same(expected, gradient.rows(n, 2 * n), "L5: gradients of the second half");
  }

  /**
   * L6: {@code gradient} agrees with central differences of {@code value}, away from kinks, for
   * predictions between 0 and 1. If a loss accepts targets of both signs and has no pole at 0 or 1,
   * that also holds between −6 and 6. Where a prediction equals its target, which is a usual place
   * of kinks, it is one of the one-sided slopes, between them, or 0.
   */
  public static void derivative(Loss loss) {
    LossProblem problem = LossProblem.of(loss, "L6");
    List<String> undecided = new ArrayList<>();
    derivative(loss, problem).ifPresent(undecided::add);
    if (problem.isOfRealNumbers(loss)) {
      derivative(loss, problem.farther()).ifPresent(undecided::add);
      if (problem.prediction().columns() == problem.target().columns()) {
        LossProblem met = problem.met();
        Kink.check(met.gradient(loss), met.prediction(), () -> met.values(loss), "L6: gradient");
      }
    }
    Skip.ifAny(undecided);
  }

  private static Optional<String> derivative(Loss loss, LossProblem problem) {
    return Slope.check(
        problem.gradient(loss), problem.prediction(), () -> problem.values(loss), "L6: gradient");
  }

  /**
   * L7: a target that is NaN is refused, with the value in the message; the rule is skipped if
   * {@code checkTarget} accepts it and the loss then is NaN.
   */
  public static void notANumberIsNoTarget(Loss loss) {
    LossProblem problem = LossProblem.of(loss, "L7");
    problem.target().set(3, 0, Float.NaN);
    try {
      loss.checkTarget(problem.target().row(3));
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      Fail.unless(message.contains("NaN"), () -> "L7: the message does not name NaN: " + message);
      return;
    }
    double value = problem.values(loss)[3];
    Fail.unless(
        Double.isNaN(value),
        () -> "L7: checkTarget accepts NaN as a target, and the loss hides it: " + value);
    throw new TestAbortedException("L7: checkTarget accepts NaN as a target; the loss is NaN then");
  }
}
