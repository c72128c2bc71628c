package dev.nn.testkit.check;

import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;
import dev.nn.testkit.bench.LayerRun;
import dev.nn.testkit.bench.LayerSample;
import dev.nn.testkit.bench.LayerTrace;
import dev.nn.testkit.measure.Bits;
import dev.nn.testkit.measure.FarOut;
import dev.nn.testkit.measure.Samples;
import dev.nn.testkit.measure.Skip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.opentest4j.AssertionFailedError;

/**
 * The rules N12 and N13 for inputs of layers at the ends of their range, each as a separate check.
 * The layer must have no unresolved references.
 */
public final class LayerRangeChecks {
  private LayerRangeChecks() {}

  /**
   * N12: outputs and gradients, and the parameters that training changes, are finite if an input,
   * or all inputs of a row, are ±20, ±90, ±10³ or ±10⁴. The rule is skipped for inputs that {@code
   * checkFeatures} refuses, and for a layer that leaves the range of floats by its nature, as
   * exponentials do, though its other side is checked all the same.
   */
  public static void finiteFarOut(Layer layer, Shape input) {
    LayerSample sample = LayerSample.of(layer, input, "N12");
    FarOut.Numbers numbers = x -> LayerTrace.of(sample.far(x));
    List<String> undecided = new ArrayList<>();
    for (float near : new float[] {1, -1}) {
      if (isAcceptedFarOut(sample, near)) {
        FarOut.overflow(near, numbers, "N12").ifPresent(undecided::add);
      } else {
        undecided.add("its checkFeatures refuses inputs as far as " + 1e4f * near);
      }
    }
    Skip.unless(undecided.isEmpty(), "N12: " + String.join(", ", undecided));
  }

  private static boolean isAcceptedFarOut(LayerSample sample, float sign) {
    for (float size : FarOut.sizes()) {
      if (!sample.far(sign * size).isAccepted()) {
        return false;
      }
    }
    return true;
  }

  /**
   * N13: if an input is NaN, something in the output of its row is NaN, unless that input has no
   * effect on the output at all, as where a unit is dropped; and the predictions for other rows do
   * not change, nor do their outputs in training unless the layer couples rows. The rule is skipped
   * for a layer whose {@code checkFeatures} refuses NaN.
   */
  public static void notANumberPropagates(Layer layer, Shape input) {
    LayerSample sample = LayerSample.of(layer, input, "N13");
    Skip.unless(
        sample.with(0, 0, Float.NaN).isAccepted(),
        "N13: its checkFeatures refuses NaN as an input");
    notANumber(sample, LayerRun::prediction, false, "N13: in prediction");
    notANumber(sample, LayerRun::training, layer.couplesRows(), "N13: in training");
  }

  private static void notANumber(
      LayerSample sample, Function<LayerSample, LayerRun> mode, boolean couplesRows, String when) {
    Function<LayerSample, Matrix> output = batch -> mode.apply(batch).output().matrix();
    Matrix ordinary = output.apply(sample);
    for (int j = 0; j < sample.input().columns(); j++) {
      int row = j % sample.input().rows();
      Matrix spoilt = output.apply(sample.with(row, j, Float.NaN));
      String what = "%s, where row %s, column %s of the input is NaN".formatted(when, row, j);
      if (!hasNan(spoilt.rows(row, row + 1)) && counts(sample, output, row, j)) {
        throw new AssertionFailedError(
            what + ", the output of that row is " + Arrays.toString(spoilt.row(row)));
      }
      for (int i = 0; i < ordinary.rows(); i++) {
        if (i != row && !couplesRows) {
          Bits.same(
              ordinary.rows(i, i + 1),
              spoilt.rows(i, i + 1),
              what + ", the output of row " + i + " is another");
        }
      }
    }
  }

  /** Whether what other rows have there instead would change the output of the row. */
  private static boolean counts(
      LayerSample sample, Function<LayerSample, Matrix> output, int row, int column) {
    double[] ordinary = Samples.numbers(output.apply(sample).rows(row, row + 1));
    return IntStream.range(0, sample.input().rows())
        .mapToObj(other -> sample.with(row, column, sample.input().get(other, column)))
        .map(changed -> Samples.numbers(output.apply(changed).rows(row, row + 1)))
        .anyMatch(numbers -> !Arrays.equals(numbers, ordinary));
  }

  private static boolean hasNan(Matrix matrix) {
    for (double value : Samples.numbers(matrix)) {
      if (Double.isNaN(value)) {
        return true;
      }
    }
    return false;
  }
}
