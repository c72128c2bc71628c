package dev.nn.testkit;

import dev.nn.api.Layer;
import dev.nn.api.Parameter;
import dev.nn.api.Shape;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * A batch for a layer.
 *
 * @param input rows × input size
 * @param parameters values of the parameters; those that are not trained, which may be variances,
 *     are positive
 * @param indices whether the layer takes whole numbers only
 * @param seed of the random numbers inside of the layer
 * @param firstRow place of the first row in its batch
 */
record LayerSample(
    Layer layer,
    Shape inputShape,
    Matrix input,
    List<Matrix> parameters,
    boolean indices,
    long seed,
    int firstRow) {
  private static final int ROWS = 5;

  /** Real inputs; 0 and 1, or 0 alone, where the layer refuses those, as for indices. */
  static LayerSample of(Layer layer, Shape inputShape) {
    List<Matrix> parameters = new ArrayList<>();
    for (Parameter parameter : layer.parameters(inputShape)) {
      double low = parameter.trainable() ? -1 : 0.25;
      parameters.add(
          Samples.uniform(50 + parameters.size(), parameter.rows(), parameter.columns(), low, 1));
    }
    int columns = inputShape.size();
    Matrix real = Samples.uniform(51, ROWS, columns, -1.5, 1.5);
    LayerSample sample = new LayerSample(layer, inputShape, real, parameters, false, 61, 0);
    Matrix zeros = Matrix.zeros(ROWS, columns);
    List<LayerSample> tries =
        List.of(sample, sample.ofIndices(zerosAndOnes(columns)), sample.ofIndices(zeros));
    for (LayerSample candidate : tries) {
      if (candidate.isTaken()) {
        return candidate;
      }
    }
    return sample;
  }

  private static Matrix zerosAndOnes(int columns) {
    Matrix indices = Matrix.zeros(ROWS, columns);
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < columns; j++) {
        indices.set(i, j, (i + j / 2) % 2);
      }
    }
    return indices;
  }

  private LayerSample ofIndices(Matrix values) {
    return new LayerSample(layer, inputShape, values, parameters, true, seed, firstRow);
  }

  private boolean isTaken() {
    try {
      LayerRun.prediction(this);
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  LayerSample withInput(Matrix input, int firstRow) {
    return new LayerSample(layer, inputShape, input, parameters, indices, seed, firstRow);
  }

  /** With inputs so many times as large; indices stay as they are. */
  LayerSample scaled(float factor) {
    Matrix large = Samples.copy(input);
    for (int i = 0; !indices && i < large.data().length; i++) {
      large.data()[i] *= factor;
    }
    return withInput(large, firstRow);
  }

  LayerSample rows(int from, int to) {
    return withInput(Samples.copy(input.rows(from, to)), from);
  }

  /** ∂L/∂output, the same in every check. */
  Matrix outputGradient() {
    int outputs = layer.outputShape(inputShape).size();
    return Samples.uniform(52, input.rows(), outputs, -1, 1);
  }
}
