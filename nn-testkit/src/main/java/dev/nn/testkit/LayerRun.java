package dev.nn.testkit;

import dev.nn.api.Layer;
import dev.nn.api.Needs;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A layer with all of its buffers, each with canaries around it, on its way through one batch. */
final class LayerRun {
  private final LayerSample sample;
  private final boolean training;
  private final Guarded input;
  private final Guarded output;
  private final Guarded outputGradient;
  private final Guarded inputGradient;
  private final Optional<Guarded> preActivation;
  private final List<Guarded> parameters;
  private final List<Guarded> saved;
  private final List<Guarded> shared;
  private final List<Guarded> scratch;

  private LayerRun(LayerSample sample, boolean training) {
    Layer layer = sample.layer();
    Needs needs = layer.needs(sample.inputShape());
    int rows = sample.input().rows();
    int outputs = layer.outputShape(sample.inputShape()).size();
    this.sample = sample;
    this.training = training;
    this.input = Guarded.copyOf(sample.input());
    this.output = Guarded.empty(rows, outputs);
    this.outputGradient = Guarded.empty(rows, outputs);
    this.inputGradient = Guarded.empty(rows, sample.input().columns());
    this.preActivation =
        layer.outputActivation().map(a -> training ? Guarded.empty(rows, outputs) : output);
    this.parameters = sample.parameters().stream().map(Guarded::copyOf).toList();
    this.saved = needs.saved().stream().map(floats -> Guarded.empty(rows, floats)).toList();
    this.shared = needs.shared().stream().map(floats -> Guarded.empty(1, floats)).toList();
    this.scratch = needs.scratch().stream().map(floats -> Guarded.empty(1, floats)).toList();
  }

  /** A batch in training, gone forward. */
  static LayerRun training(LayerSample sample) {
    return new LayerRun(sample, true).forward();
  }

  /** A prediction. */
  static LayerRun prediction(LayerSample sample) {
    return new LayerRun(sample, false).forward();
  }

  private LayerRun forward() {
    LayerPass pass = LayerPass.rows(this, false, false);
    if (training && sample.layer().couplesRows()) {
      sample.layer().forwardColumns(pass);
    }
    sample.layer().forward(pass);
    return this;
  }

  LayerRun backward(Matrix gradient, boolean fused, boolean wantsInputGradient) {
    gradient.copyTo(outputGradient.matrix());
    LayerPass pass = LayerPass.rows(this, fused, wantsInputGradient);
    if (sample.layer().couplesRows()) {
      sample.layer().backwardColumns(pass);
    }
    sample.layer().backward(pass);
    return this;
  }

  /** The gradient of some rows of a parameter, with canaries around it. */
  Guarded gradient(int parameter, int from, int to) {
    Guarded tile = Guarded.empty(to - from, parameters.get(parameter).matrix().columns());
    sample.layer().parameterGradient(LayerPass.tile(this, parameter, from, tile.matrix()));
    return tile;
  }

  Matrix gradient(int parameter) {
    return gradient(parameter, 0, parameters.get(parameter).matrix().rows()).matrix();
  }

  void checkMargins(String what) {
    output.checkMargins(what + ", output");
    outputGradient.checkMargins(what + ", output gradient");
    inputGradient.checkMargins(what + ", input gradient");
    preActivation.ifPresent(z -> z.checkMargins(what + ", pre-activation"));
    List.of(saved, shared, scratch)
        .forEach(buffers -> buffers.forEach(b -> b.checkMargins(what + ", a buffer")));
    IntStream.range(0, parameters.size())
        .forEach(i -> parameters.get(i).checkMargins(what + ", parameter " + i));
  }

  Matrix transposed(int parameter) {
    if (!sample.layer().needs(sample.inputShape()).transposed().contains(parameter)) {
      throw new IllegalStateException("no transpose of parameter " + parameter + " was declared");
    }
    Matrix matrix = parameters.get(parameter).matrix();
    Matrix transposed = Matrix.zeros(matrix.columns(), matrix.rows());
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        transposed.set(j, i, matrix.get(i, j));
      }
    }
    return transposed;
  }

  Matrix preActivation() {
    return preActivation
        .orElseThrow(() -> new IllegalStateException("no output activation was declared"))
        .matrix();
  }

  boolean training() {
    return training;
  }

  long seed() {
    return sample.seed();
  }

  int firstRow() {
    return sample.firstRow();
  }

  Shape inputShape() {
    return sample.inputShape();
  }

  Guarded input() {
    return input;
  }

  Guarded output() {
    return output;
  }

  Guarded outputGradient() {
    return outputGradient;
  }

  Guarded inputGradient() {
    return inputGradient;
  }

  List<Guarded> parameters() {
    return parameters;
  }

  List<Guarded> saved() {
    return saved;
  }

  List<Guarded> shared() {
    return shared;
  }

  List<Guarded> scratch() {
    return scratch;
  }
}
