package dev.nn.testkit.bench;

import dev.nn.api.Layer;
import dev.nn.api.Parameter;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;
import dev.nn.testkit.measure.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A batch for a layer.
 *
 * @param input rows × input size
 * @param parameters values of the parameters; those that are not trained, which may be variances,
 *     are positive
 * @param seed the seed of the random numbers inside the layer
 * @param firstRow the place of the first row in its batch
 */
public record LayerSample(
    Layer layer, Shape inputShape, Matrix input, List<Matrix> parameters, long seed, int firstRow) {

  /** Inputs that the layer accepts; without them N1 fails and every other rule is skipped. */
  public static LayerSample of(Layer layer, Shape inputShape, String rule) {
    return InputShapes.known(
        find(layer, inputShape),
        rule,
        "its checkFeatures accepts none of the inputs that are tried: numbers of one sign"
            + " or both, between 0 and 1, whole from 0 on; override features");
  }

  public static Optional<LayerSample> find(Layer layer, Shape inputShape) {
    return LayerFeatures.accepted(layer, inputShape.size())
        .map(features -> of(layer, inputShape, features));
  }

  private static LayerSample of(Layer layer, Shape inputShape, Matrix features) {
    return new LayerSample(layer, inputShape, features, parameters(layer, inputShape, 0), 61, 0);
  }

  private static List<Matrix> parameters(Layer layer, Shape inputShape, int turn) {
    List<Matrix> parameters = new ArrayList<>();
    for (Parameter parameter : layer.parameters(inputShape)) {
      long seed = 50 + 100L * turn + parameters.size();
      double low = parameter.trainable() ? -1 : 0.25;
      parameters.add(Samples.uniform(seed, parameter.rows(), parameter.columns(), low, 1));
    }
    return parameters;
  }

  /**
   * Returns another sample for each turn: its rows begin with another row, and all other numbers
   * differ.
   */
  public LayerSample turned(int turn) {
    int first = turn % input.rows();
    Matrix rotated = Samples.stacked(input.rows(first, input.rows()), input.rows(0, first));
    return new LayerSample(
        layer, inputShape, rotated, parameters(layer, inputShape, turn), seed + turn, firstRow);
  }

  public boolean isAccepted() {
    return LayerFeatures.areAccepted(input, layer);
  }

  /** Returns a sample with the same parameters and random numbers, but another batch. */
  public LayerSample withInput(Matrix other) {
    return new LayerSample(layer, inputShape, other, parameters, seed, firstRow);
  }

  /** Returns a sample that is the same except for its random numbers. */
  public LayerSample withSeed(long other) {
    return new LayerSample(layer, inputShape, input, parameters, other, firstRow);
  }

  /** Returns a sample in which one input is changed. */
  public LayerSample with(int row, int column, float value) {
    Matrix changed = Samples.copy(input);
    changed.set(row, column, value);
    return withInput(changed);
  }

  /** Returns a sample whose inputs are 0. */
  public LayerSample zeros() {
    return withInput(Matrix.zeros(input.rows(), input.columns()));
  }

  /** Returns a sample whose inputs are multiplied by a factor. */
  public LayerSample scaled(float factor) {
    Matrix large = Samples.copy(input);
    for (int i = 0; i < large.data().length; i++) {
      large.data()[i] *= factor;
    }
    return withInput(large);
  }

  /** Returns a sample to whose inputs a distance is added. */
  public LayerSample shifted(float distance) {
    Matrix moved = Samples.copy(input);
    for (int i = 0; i < moved.data().length; i++) {
      moved.data()[i] += distance;
    }
    return withInput(moved);
  }

  /**
   * Returns each row twice: with one input changed to x, a different one in each row, and with all.
   */
  public LayerSample far(float x) {
    Matrix far = Samples.stacked(input, input);
    int n = input.rows();
    for (int i = 0; i < n; i++) {
      far.set(i, i % far.columns(), x);
    }
    far.rows(n, 2 * n).fill(x);
    return withInput(far);
  }

  public LayerSample rows(int from, int to) {
    return new LayerSample(
        layer, inputShape, Samples.copy(input.rows(from, to)), parameters, seed, from);
  }

  /** Returns ∂L/∂output, which is the same in every check. */
  public Matrix outputGradient() {
    int outputs = layer.outputShape(inputShape).size();
    return Samples.uniform(52, input.rows(), outputs, -1, 1);
  }
}
