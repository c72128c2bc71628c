package dev.nn.testkit.bench;

import dev.nn.api.Layer;
import dev.nn.api.Needs;
import dev.nn.api.Parameter;
import dev.nn.math.Matrix;
import dev.nn.testkit.measure.Guarded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A layer with all of its buffers, each with canaries around it, on its way through one batch. */
public final class LayerRun {
  private final LayerSample sample;
  private final boolean training;
  private final boolean isCut;
  private final Guarded input;
  private final Guarded output;
  private final Guarded outputGradient;
  private final Guarded inputGradient;
  private final Optional<Guarded> preActivation;
  private final List<Guarded> parameters;
  private final Transposes transposes;
  private final List<Guarded> saved;
  private final List<Guarded> shared;
  private final List<Guarded> scratch;

  private LayerRun(LayerSample sample, boolean training, boolean isCut) {
    Layer layer = sample.layer();
    Needs needs = layer.needs(sample.inputShape());
    int rows = sample.input().rows();
    int outputs = layer.outputShape(sample.inputShape()).size();
    this.sample = sample;
    this.training = training;
    this.isCut = isCut;
    this.input = Guarded.copyOf(sample.input());
    this.output = Guarded.empty(rows, outputs);
    this.outputGradient = Guarded.copyOf(Matrix.zeros(rows, outputs));
    this.inputGradient = Guarded.empty(rows, sample.input().columns());
    this.preActivation =
        layer.outputActivation().map(a -> training ? Guarded.empty(rows, outputs) : output);
    this.parameters = sample.parameters().stream().map(Guarded::copyOf).toList();
    this.transposes = Transposes.of(sample.parameters(), needs);
    this.saved = needs.saved().stream().map(floats -> Guarded.empty(rows, floats)).toList();
    this.shared = needs.shared().stream().map(floats -> Guarded.empty(1, floats)).toList();
    this.scratch = needs.scratch().stream().map(floats -> Guarded.empty(1, floats)).toList();
  }

  /** Returns a batch in training after the forward pass. */
  public static LayerRun training(LayerSample sample) {
    return new LayerRun(sample, true, false).forward();
  }

  /**
   * Returns the same, done by three workers, of which one has no rows or columns, one has a single
   * one, and one has the rest.
   */
  public static LayerRun trainingInParts(LayerSample sample) {
    return new LayerRun(sample, true, true).forward();
  }

  /** Returns a batch in training after the forward and the backward pass. */
  public static LayerRun trained(LayerSample sample) {
    return training(sample).backward(sample.outputGradient(), false, true);
  }

  /** Returns a prediction. */
  public static LayerRun prediction(LayerSample sample) {
    return new LayerRun(sample, false, false).forward();
  }

  private LayerRun forward() {
    Layer layer = sample.layer();
    if (training && layer.couplesRows()) {
      overColumns((from, to) -> layer.forwardColumns(LayerColumnPass.forward(this, from, to)));
    }
    overRows((from, to) -> layer.forward(LayerRowPass.forward(this, from, to)));
    return this;
  }

  public LayerRun backward(Matrix gradient, boolean fused, boolean wantsInputGradient) {
    gradient.copyTo(outputGradient.matrix());
    Layer layer = sample.layer();
    if (layer.couplesRows()) {
      overColumns((from, to) -> layer.backwardColumns(LayerColumnPass.backward(this, from, to)));
    }
    overRows(
        (from, to) ->
            layer.backward(LayerRowPass.backward(this, from, to, fused, wantsInputGradient)));
    return this;
  }

  private interface Part {
    void run(int from, int to);
  }

  private void overColumns(Part part) {
    inParts(sample.inputShape().last(), part);
  }

  private void overRows(Part part) {
    inParts(input.matrix().rows(), part);
  }

  private void inParts(int size, Part part) {
    if (isCut) {
      int first = Math.min(1, size);
      part.run(0, 0);
      part.run(0, first);
      part.run(first, size);
    } else {
      part.run(0, size);
    }
  }

  /** Returns the gradient of some rows of a parameter, with canaries around it. */
  public Guarded gradient(int parameter, int from, int to) {
    Guarded tile = Guarded.empty(to - from, parameters.get(parameter).matrix().columns());
    sample.layer().parameterGradient(new LayerTilePass(this, parameter, from, tile.matrix()));
    return tile;
  }

  public Matrix gradient(int parameter) {
    return gradient(parameter, 0, parameters.get(parameter).matrix().rows()).matrix();
  }

  /** Returns the gradients of the trainable parameters by name. */
  public Map<String, Matrix> gradients() {
    Map<String, Matrix> gradients = new LinkedHashMap<>();
    List<Parameter> described = sample.layer().parameters(sample.inputShape());
    for (int p = 0; p < described.size(); p++) {
      if (described.get(p).trainable()) {
        gradients.put(described.get(p).name(), gradient(p));
      }
    }
    return gradients;
  }

  public void checkMargins(String what) {
    output.checkMargins(what + ", output");
    outputGradient.checkMargins(what + ", output gradient");
    inputGradient.checkMargins(what + ", input gradient");
    preActivation.ifPresent(z -> z.checkMargins(what + ", pre-activation"));
    List.of(saved, shared, scratch)
        .forEach(buffers -> buffers.forEach(b -> b.checkMargins(what + ", a buffer")));
    IntStream.range(0, parameters.size())
        .forEach(i -> parameters.get(i).checkMargins(what + ", parameter " + i));
  }

  public Transposes transposes() {
    return transposes;
  }

  public Guarded preActivation() {
    return preActivation.orElseThrow(
        () -> new IllegalStateException("no output activation was declared"));
  }

  public boolean training() {
    return training;
  }

  public long seed() {
    return sample.seed();
  }

  public int firstRow() {
    return sample.firstRow();
  }

  public Guarded input() {
    return input;
  }

  public Guarded output() {
    return output;
  }

  public Guarded outputGradient() {
    return outputGradient;
  }

  public Guarded inputGradient() {
    return inputGradient;
  }

  public List<Guarded> parameters() {
    return parameters;
  }

  public List<Guarded> saved() {
    return saved;
  }

  public List<Guarded> shared() {
    return shared;
  }

  public List<Guarded> scratch() {
    return scratch;
  }
}
