package dev.nn.testkit.check;

import dev.nn.api.Composite;
import dev.nn.api.Layer;
import dev.nn.api.Parameter;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;
import dev.nn.testkit.bench.InputShapes;
import dev.nn.testkit.bench.LayerRun;
import dev.nn.testkit.bench.LayerSample;
import dev.nn.testkit.measure.Bits;
import dev.nn.testkit.measure.Fail;
import dev.nn.testkit.measure.Samples;
import dev.nn.testkit.measure.Skip;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.opentest4j.AssertionFailedError;

/**
 * The rules N1 to N4, N7, N8 and N11 for layers, each as a separate check. N5, N6, N9 and N10 are
 * in {@link LayerGradientChecks}, N12 and N13 in {@link LayerRangeChecks}, and N14 is in {@link
 * LayerDropChecks}. The layer must have no unresolved references; {@code registry.resolve} returns
 * one without.
 *
 * <p>The inputs are the first that the layer's {@code checkFeatures} accepts among numbers of both
 * signs, positive numbers, numbers between 0 and 1, negative numbers, and whole numbers from 0 up
 * to 3, 2, 1 and 0. For a layer that accepts none of them N1 fails and the other rules are skipped,
 * unless the author's test gives inputs by {@link Hints#features}.
 */
public final class LayerChecks {
  private LayerChecks() {}

  /**
   * Returns an input shape that the layer takes, among vectors and small images that are tried. It
   * is empty for a composite layer, which only a registry can tell; see {@link CompositeChecks}.
   */
  public static Optional<Shape> inputShape(Layer layer) {
    return layer instanceof Composite ? Optional.empty() : InputShapes.taken(layer);
  }

  /**
   * N1: shapes, parameters and needs are the same at every call, the names of parameters differ,
   * and inputs are known that the layer takes, since the other rules are skipped without them.
   */
  public static void describesItself(Layer layer, Shape input) {
    Fail.unlessEqual(layer.outputShape(input), layer.outputShape(input), "N1: outputShape, twice");
    Fail.unlessEqual(layer.parameters(input), layer.parameters(input), "N1: parameters, twice");
    Fail.unlessEqual(layer.needs(input), layer.needs(input), "N1: needs, twice");
    Set<String> names = new HashSet<>();
    for (Parameter parameter : layer.parameters(input)) {
      Fail.unless(
          names.add(parameter.name()), () -> "N1: two parameters are called " + parameter.name());
    }
    LayerSample.of(layer, input, "N1");
  }

  /**
   * N2: {@code forward} writes every output and nothing but its buffers, and if a layer says that
   * it passes its values on, its output is its input, bit for bit.
   */
  public static void forwardWritesItsResultOnly(Layer layer, Shape input) {
    boolean passesValuesOn = layer.passesValuesOn();
    LayerSample sample = LayerSample.of(layer, input, "N2");
    for (LayerRun run : List.of(LayerRun.training(sample), LayerRun.prediction(sample))) {
      String what = run.training() ? "N2: forward in training" : "N2: forward in prediction";
      run.output().checkWritten(what + ", output");
      if (passesValuesOn) {
        Bits.same(sample.input(), run.output().matrix(), what + ", which passes values on");
      }
      run.input().checkUnchanged(sample.input(), what + ", the input");
      run.checkMargins(what);
      checkParameters(run, sample, !run.training() || !layer.couplesRows(), what);
    }
  }

  /**
   * N3: {@code backward} and {@code parameterGradient} write their results and nothing else,
   * because the next layer still reads the output, and all workers still read the transposes.
   */
  public static void backwardWritesItsResultOnly(Layer layer, Shape input) {
    LayerSample sample = LayerSample.of(layer, input, "N3");
    LayerRun run = LayerRun.training(sample);
    Matrix output = Samples.copy(run.output().matrix());
    run.backward(sample.outputGradient(), false, true);
    run.inputGradient().checkWritten("N3: the gradient of the input");
    List<Parameter> parameters = layer.parameters(input);
    for (int p = 0; p < parameters.size(); p++) {
      if (parameters.get(p).trainable()) {
        run.gradient(p, 0, parameters.get(p).rows())
            .checkWritten("N3: the gradient of " + parameters.get(p).name());
      }
    }
    run.input().checkUnchanged(sample.input(), "N3: the input");
    run.output().checkUnchanged(output, "N3: the output");
    run.transposes().checkUnchanged("N3: backward");
    run.checkMargins("N3: backward");
    checkParameters(run, sample, !layer.couplesRows(), "N3: backward");
    LayerRun first = LayerRun.training(sample).backward(sample.outputGradient(), false, false);
    first.checkMargins("N3: backward as the first layer");
  }

  private static void checkParameters(LayerRun run, LayerSample sample, boolean all, String what) {
    List<Parameter> parameters = sample.layer().parameters(sample.inputShape());
    for (int p = 0; p < parameters.size(); p++) {
      if (all || parameters.get(p).trainable()) {
        run.parameters()
            .get(p)
            .checkUnchanged(
                sample.parameters().get(p), what + ", parameter " + parameters.get(p).name());
      }
    }
  }

  /** N4: a worker without rows is no error, and the gradient over no rows is 0. */
  public static void zeroRows(Layer layer, Shape input) {
    LayerSample nothing = LayerSample.of(layer, input, "N4").rows(0, 0);
    LayerRun.prediction(nothing).checkMargins("N4: prediction");
    Skip.unless(!layer.couplesRows(), "N4: it couples rows, and there is no batch of none");
    LayerRun run = LayerRun.trained(nothing);
    run.checkMargins("N4: training");
    List<Parameter> parameters = layer.parameters(input);
    for (int p = 0; p < parameters.size(); p++) {
      if (parameters.get(p).trainable()) {
        for (double value : Samples.numbers(run.gradient(p))) {
          Fail.unless(
              value == 0, "N4: the gradient of " + parameters.get(p).name() + " is " + value);
        }
      }
    }
  }

  /**
   * N7: the prediction for a row does not depend on other rows, nor does its output in training
   * unless the layer couples rows.
   */
  public static void rowsAreIndependent(Layer layer, Shape input) {
    LayerSample sample = LayerSample.of(layer, input, "N7");
    Matrix predicted = LayerRun.prediction(sample).output().matrix();
    for (int i = 0; i < sample.input().rows(); i++) {
      LayerSample alone = sample.rows(i, i + 1);
      Bits.same(
          predicted.rows(i, i + 1),
          LayerRun.prediction(alone).output().matrix(),
          "N7: the prediction of row " + i + " alone");
      if (!layer.couplesRows()) {
        trainsAlone(sample, alone, i);
      }
    }
  }

  private static void trainsAlone(LayerSample sample, LayerSample alone, int row) {
    Matrix gradient = sample.outputGradient();
    LayerRun all = LayerRun.training(sample).backward(gradient, false, true);
    LayerRun one =
        LayerRun.training(alone).backward(Samples.copy(gradient.rows(row, row + 1)), false, true);
    Bits.same(
        all.output().matrix().rows(row, row + 1),
        one.output().matrix(),
        "N7: the output in training of row " + row + " alone");
    Bits.same(
        all.inputGradient().matrix().rows(row, row + 1),
        one.inputGradient().matrix(),
        "N7: the gradient of the input of row " + row + " alone");
  }

  /**
   * N8: nothing in a prediction is random: it draws no numbers, and it is the same when it is
   * repeated.
   */
  public static void predictionsAreNotRandom(Layer layer, Shape input) {
    LayerSample sample = LayerSample.of(layer, input, "N8");
    try {
      Bits.same(
          LayerRun.prediction(sample).output().matrix(),
          LayerRun.prediction(sample).output().matrix(),
          "N8: a prediction, once more");
    } catch (IllegalStateException e) {
      throw new AssertionFailedError(
          "N8: forward asks for what a prediction has not: " + e.getMessage(), e);
    }
  }

  /**
   * N11: however many workers share the columns and the rows, some with none and one with one, the
   * output, the gradients and the parameters that are not trained are the same bit for bit.
   */
  public static void workersDoNotMatter(Layer layer, Shape input) {
    LayerSample sample = LayerSample.of(layer, input, "N11");
    LayerRun whole = LayerRun.trained(sample);
    Map<String, Matrix> gradients = whole.gradients();
    LayerRun parts =
        LayerRun.trainingInParts(sample).backward(sample.outputGradient(), false, true);
    Bits.same(
        whole.output().matrix(), parts.output().matrix(), "N11: the output of several workers");
    Bits.same(
        whole.inputGradient().matrix(),
        parts.inputGradient().matrix(),
        "N11: the gradient of the input of several workers");
    List<Parameter> parameters = layer.parameters(input);
    for (int p = 0; p < parameters.size(); p++) {
      String name = parameters.get(p).name();
      Bits.same(
          whole.parameters().get(p).matrix(),
          parts.parameters().get(p).matrix(),
          "N11: " + name + " after several workers");
    }
    parts
        .gradients()
        .forEach(
            (name, gradient) ->
                Bits.same(
                    Objects.requireNonNull(gradients.get(name)),
                    gradient,
                    "N11: the gradient of " + name + " after several workers"));
  }
}
