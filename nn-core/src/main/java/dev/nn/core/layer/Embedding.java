package dev.nn.core.layer;

import dev.nn.api.BackwardPass;
import dev.nn.api.DataException;
import dev.nn.api.ForwardPass;
import dev.nn.api.GradientPass;
import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.Options;
import dev.nn.api.Parameter;
import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.math.Matrix;
import java.util.List;

/**
 * Replaces each index by a learnt vector, which makes numbers of categories that have no order,
 * such as words or postcodes. It usually is the first layer of a network, because indices have no
 * gradient that a layer before it could learn from.
 *
 * <p>The shapes are: input (n) with whole numbers from 0 to vocabulary − 1, output (n, units),
 * parameter embeddings (vocabulary, units). The embeddings start uniformly distributed in ±0.05 as
 * in Keras; in PyTorch they start standard normal.
 *
 * @param vocabulary the number of different indices, at least 1
 * @param units the length of each vector, at least 1
 */
public record Embedding(int vocabulary, int units) implements Layer {

  /**
   * Creates a layer and checks its options.
   *
   * @throws IllegalArgumentException if one is less than 1
   */
  public Embedding {
    if (vocabulary < 1 || units < 1) {
      throw new IllegalArgumentException(
          "vocabulary and units must be at least 1, got " + vocabulary + " and " + units);
    }
  }

  /** Creates the prototype, with one index and vectors of one number. */
  public Embedding() {
    this(1, 1);
  }

  @Override
  public String name() {
    return "embedding";
  }

  @Override
  public String description() {
    return "a = the rows of E that x names";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withInteger("vocabulary", vocabulary)
        .withInteger("units", units)
        .require("vocabulary", "units");
  }

  @Override
  public Embedding withOptions(Options complete) {
    return new Embedding(complete.integer("vocabulary"), complete.integer("units"));
  }

  @Override
  public Shape outputShape(Shape input) {
    if (input.rank() != 1) {
      throw new ShapeException("embedding takes one row of indices, not " + input);
    }
    return Shape.of(input.size(), units);
  }

  @Override
  public List<Parameter> parameters(Shape input) {
    return List.of(
        Parameter.of(
            "embeddings",
            Shape.of(vocabulary, units),
            Initializer.named("uniform(max=0.05, min=-0.05)")));
  }

  @Override
  public void checkFeatures(float[] features) {
    for (int j = 0; j < features.length; j++) {
      if (!isIndex(features[j])) {
        throw new IllegalArgumentException(
            "feature %s in column %s must be a whole number from 0 to %s: embedding has vocabulary=%s"
                .formatted(features[j], j, vocabulary - 1, vocabulary));
      }
    }
  }

  private boolean isIndex(float value) {
    return value == (int) value && value >= 0 && value < vocabulary;
  }

  @Override
  public void forward(ForwardPass pass) {
    Matrix x = pass.input();
    Matrix a = pass.output();
    Matrix embeddings = pass.parameter(0);
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < x.columns(); j++) {
        int from = embeddings.rowStart(index(x.get(i, j)));
        System.arraycopy(embeddings.data(), from, a.data(), a.rowStart(i) + j * units, units);
      }
    }
  }

  /**
   * Checks the index here too, because the features of a prediction have not been checked before.
   */
  private int index(float value) {
    if (!isIndex(value)) {
      throw new DataException(
          "embedding takes whole numbers from 0 to %s, got %s".formatted(vocabulary - 1, value));
    }
    return (int) value;
  }

  /** Does nothing, since indices have no gradient. */
  @Override
  public void backward(BackwardPass pass) {
    if (pass.wantsInputGradient()) {
      pass.inputGradient().fill(0);
    }
  }

  @Override
  public void parameterGradient(GradientPass pass) {
    Matrix x = pass.input();
    Matrix da = pass.outputGradient();
    Matrix sums = pass.gradient();
    sums.fill(0);
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < x.columns(); j++) {
        int row = (int) x.get(i, j) - pass.firstRow();
        if (row >= 0 && row < sums.rows()) {
          int to = sums.rowStart(row);
          int from = da.rowStart(i) + j * units;
          for (int k = 0; k < units; k++) {
            sums.data()[to + k] += da.data()[from + k];
          }
        }
      }
    }
  }
}
