package dev.nn.core.internal.run;

import dev.nn.api.DataException;
import dev.nn.api.Layer;
import dev.nn.api.Loss;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.PluginFailure;
import dev.nn.core.internal.engine.LayerAdaptation;
import dev.nn.core.message.Plural;
import dev.nn.math.Matrix;
import dev.nn.math.kernel.Kernels;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The examples that a run learns from, or is validated on, after one pass over them before the
 * first step. In that pass every row is checked and weighed, hashed if the run writes checkpoints,
 * and shown to the first layer that learns from the data. Each further layer of that kind takes one
 * more pass.
 */
public final class Examples {
  private final Dataset data;
  private final RowWeights weights;
  private @Nullable String hash;
  private final OptionalDouble guess;
  private final Optional<String> onlyTarget;
  private boolean isComplete;

  private Examples(
      Dataset data,
      RowWeights weights,
      @Nullable String hash,
      OptionalDouble guess,
      Optional<String> onlyTarget,
      boolean isComplete) {
    this.data = data;
    this.weights = weights;
    this.hash = hash;
    this.guess = guess;
    this.onlyTarget = onlyTarget;
    this.isComplete = isComplete;
  }

  /**
   * What a pass over examples is for.
   *
   * @param role {@code training} or {@code validation}, for messages
   * @param network the network that takes the features
   * @param loss the loss that takes the targets
   * @param classWeights the weights by class index; empty if all classes count the same
   * @param isHashed whether the hash will be asked for
   */
  record Purpose(
      String role, Architecture network, Loss loss, List<Double> classWeights, boolean isHashed) {}

  /**
   * Goes through the examples.
   *
   * @param adaptation the layers that learn from them
   * @throws DataException if a row cannot be used; the message names it
   */
  static Examples look(Dataset data, Purpose purpose, LayerAdaptation adaptation) {
    List<Layer> first = purpose.network.first();
    ExampleWeights rowWeights = new ExampleWeights(data, purpose.classWeights);
    float[] features = new float[data.shape().size()];
    float[] target = new float[data.targets().columns()];
    Matrix featureRow = Matrix.rowOf(features);
    Matrix targetRow = Matrix.rowOf(target);
    RowWeights weights = new RowWeights(data.rows());
    DataHash hash = new DataHash();
    Guess guess = new Guess(data.targets(), purpose.loss);
    for (int row = 0; row < data.rows(); row++) {
      if (Thread.currentThread().isInterrupted()) {
        return new Examples(data, weights, null, OptionalDouble.empty(), Optional.empty(), false);
      }
      data.readFeatures(row, featureRow, 0);
      data.readTarget(row, targetRow, 0);
      try {
        checkFinite(features);
        for (Layer layer : first) {
          layer.checkFeatures(features);
        }
        purpose.loss.checkTarget(target);
      } catch (IllegalArgumentException e) {
        throw new DataException(
            "row %s of the %s set: %s".formatted(row, purpose.role, e.getMessage()), e);
      } catch (Throwable e) {
        throw PluginFailure.of(
            first.get(0),
            purpose.loss,
            "its check of row %s of the %s set".formatted(row, purpose.role),
            e);
      }
      double weight = rowWeights.of(row, target);
      weights.set(row, weight);
      guess.add(target, weight);
      if (purpose.isHashed) {
        hash.add(features, target, data.weight(row));
      }
      adaptation.accept(features);
    }
    adaptation.passEnded();
    checkWeights(weights, data.rows(), purpose);
    return new Examples(
        data,
        weights,
        purpose.isHashed ? hash.text() : null,
        guess.loss(),
        guess.onlyTarget(),
        true);
  }

  private static void checkWeights(RowWeights weights, int rows, Purpose purpose) {
    if (weights.areZero()) {
      throw new DataException(
          "the weights of all %s of the %s set%s are 0, so nothing can be %s it: give those that count a weight above 0"
              .formatted(
                  Plural.of(rows, "row"),
                  purpose.role,
                  purpose.classWeights.isEmpty() ? "" : ", those of their classes included,",
                  purpose.role.equals("training") ? "learnt from" : "judged by"));
    }
  }

  /** Goes through the examples once more, for the next layer that learns from them. */
  void show(LayerAdaptation adaptation) {
    float[] features = new float[data.shape().size()];
    Matrix featureRow = Matrix.rowOf(features);
    for (int row = 0; row < data.rows(); row++) {
      if (Thread.currentThread().isInterrupted()) {
        isComplete = false;
        return;
      }
      data.readFeatures(row, featureRow, 0);
      adaptation.accept(features);
    }
    adaptation.passEnded();
  }

  private static void checkFinite(float[] features) {
    if (!Kernels.active().allFinite(features, 0, features.length)) {
      int column = 0;
      while (Float.isFinite(features[column])) {
        column++;
      }
      throw new IllegalArgumentException(
          "feature %s in column %s is not a finite number".formatted(features[column], column));
    }
  }

  Dataset data() {
    return data;
  }

  int rows() {
    return data.rows();
  }

  /** The weight of each example, including that of its class. */
  RowWeights weights() {
    return weights;
  }

  /** The loss that guessing without the features achieves, if that is known. */
  OptionalDouble guess() {
    return guess;
  }

  /** The target that all examples have in common, in words, if they have. */
  Optional<String> onlyTarget() {
    return onlyTarget;
  }

  /** Whether all rows were looked at before the thread was interrupted. */
  boolean isComplete() {
    return isComplete;
  }

  /** What tells these examples from others, as {@link DataHash} does. */
  String hash() {
    String known = hash;
    if (known == null) {
      known = DataHash.of(data);
      hash = known;
    }
    return known;
  }
}
