package dev.nn.testkit.check;

import dev.nn.api.Activation;
import dev.nn.api.Layer;
import dev.nn.api.Parameter;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;
import dev.nn.testkit.bench.LayerRun;
import dev.nn.testkit.bench.LayerSample;
import dev.nn.testkit.measure.Bits;
import dev.nn.testkit.measure.Guarded;
import dev.nn.testkit.measure.Kink;
import dev.nn.testkit.measure.Samples;
import dev.nn.testkit.measure.Skip;
import dev.nn.testkit.measure.Slope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * The rules N5, N6, N9 and N10 for the gradients of layers, each as a separate check. The layer
 * must have no unresolved references.
 */
public final class LayerGradientChecks {
  private static final String INPUT_GRADIENT = "N5: the gradient of the input";

  private LayerGradientChecks() {}

  /**
   * N5: in training mode the gradient of the input agrees with central differences, also for inputs
   * that are four times as large, as far as {@code checkFeatures} accepts the inputs that this
   * needs; and where all inputs are 0, which is a usual place of kinks, it is one of the one-sided
   * slopes, between them, or 0. The rule is skipped for a layer that accepts no such inputs, such
   * as one that takes indices.
   */
  public static void inputGradient(Layer layer, Shape input) {
    LayerSample sample = LayerSample.of(layer, input, "N5");
    Skip.unless(
        sample.shifted(0x1p-12f).isAccepted(),
        "N5: its checkFeatures accepts no input between those that are tried");
    List<String> undecided = new ArrayList<>();
    for (LayerSample batch : List.of(sample, sample.scaled(4))) {
      if (batch.isAccepted()) {
        Slope.check(inputGradient(batch), batch.input(), lossIfAccepted(batch), INPUT_GRADIENT)
            .ifPresent(undecided::add);
      }
    }
    LayerSample zeros = sample.zeros();
    if (zeros.isAccepted()) {
      Kink.check(inputGradient(zeros), zeros.input(), lossIfAccepted(zeros), INPUT_GRADIENT);
    }
    Skip.ifAny(undecided);
  }

  private static Matrix inputGradient(LayerSample sample) {
    return LayerRun.trained(sample).inputGradient().matrix();
  }

  private static Supplier<double[]> lossIfAccepted(LayerSample sample) {
    return () -> sample.isAccepted() ? loss(sample) : undefined(sample);
  }

  /** N6: the gradient of each trainable parameter agrees with central differences. */
  public static void parameterGradients(Layer layer, Shape input) {
    LayerSample sample = LayerSample.of(layer, input, "N6");
    LayerRun run = LayerRun.trained(sample);
    List<String> undecided = new ArrayList<>();
    for (int p : trainable(layer, input, "N6")) {
      Slope.check(
              run.gradient(p),
              sample.parameters().get(p),
              () -> loss(sample),
              "N6: the gradient of " + layer.parameters(input).get(p).name())
          .ifPresent(undecided::add);
    }
    Skip.ifAny(undecided);
  }

  /** N9: gradients come out the same, bit for bit, when a parameter is cut into tiles of rows. */
  public static void tilesDoNotMatter(Layer layer, Shape input) {
    LayerRun run = LayerRun.trained(LayerSample.of(layer, input, "N9"));
    int cut = 0;
    for (int p : trainable(layer, input, "N9")) {
      Matrix whole = run.gradient(p);
      for (int row = 0; whole.rows() > 1 && row < whole.rows(); row++) {
        Guarded tile = run.gradient(p, row, row + 1);
        String what = "N9: parameter " + p + ", the tile of row " + row;
        tile.checkWritten(what);
        Bits.same(whole.rows(row, row + 1), tile.matrix(), what);
        cut++;
      }
    }
    Skip.unless(cut > 0, "N9: no trainable parameter has more than one row");
  }

  /** N10: given ∂L/∂z of its output activation, the layer computes the same as for ∂L/∂a. */
  public static void fusedEqualsComposed(Layer layer, Shape input) {
    if (layer.outputActivation().isEmpty()) {
      throw new TestAbortedException("N10: it declares no output activation");
    }
    Activation activation = layer.outputActivation().orElseThrow();
    LayerSample sample = LayerSample.of(layer, input, "N10");
    Matrix da = sample.outputGradient();
    LayerRun composed = LayerRun.trained(sample);
    LayerRun fused = LayerRun.training(sample);
    Matrix dz = Matrix.zeros(da.rows(), da.columns());
    activation.backward(fused.preActivation().matrix(), fused.output().matrix(), da, dz);
    fused.backward(dz, true, true);
    close(composed.inputGradient().matrix(), fused.inputGradient().matrix(), "N10: input gradient");
    List<Parameter> parameters = layer.parameters(input);
    for (int p = 0; p < parameters.size(); p++) {
      if (parameters.get(p).trainable()) {
        String what = "N10: gradient of " + parameters.get(p).name();
        close(composed.gradient(p), fused.gradient(p), what);
      }
    }
  }

  private static void close(Matrix expected, Matrix actual, String what) {
    for (int i = 0; i < expected.rows(); i++) {
      for (int j = 0; j < expected.columns(); j++) {
        float e = expected.get(i, j);
        float a = actual.get(i, j);
        if (!(Math.abs(e - a) <= 1e-5 * (1 + Math.abs(e)))) {
          throw new AssertionFailedError(
              "%s, row %s, column %s: %s when fused, %s if not".formatted(what, i, j, a, e));
        }
      }
    }
  }

  /** The terms of Σ ∂L/∂output ⊙ output. */
  private static double[] loss(LayerSample sample) {
    return Samples.products(sample.outputGradient(), LayerRun.training(sample).output().matrix());
  }

  private static double[] undefined(LayerSample sample) {
    double[] terms = new double[sample.outputGradient().size()];
    Arrays.fill(terms, Double.NaN);
    return terms;
  }

  private static int[] trainable(Layer layer, Shape input, String rule) {
    List<Parameter> parameters = layer.parameters(input);
    int[] indices =
        IntStream.range(0, parameters.size()).filter(p -> parameters.get(p).trainable()).toArray();
    Skip.unless(indices.length > 0, rule + ": it has no trainable parameters");
    return indices;
  }
}
