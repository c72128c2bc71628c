package dev.nn.lecture.experiment;

import dev.nn.api.Activation;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainerBuilder;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.layer.Dense;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;
import java.util.Map;

/** What several experiments need. */
final class Lab {
  private Lab() {}

  static PluginRegistry registry() {
    return PluginRegistry.load();
  }

  /** A trainer for small networks, on which a second thread would only wait. */
  static TrainerBuilder trainer(String loss, String optimizer, int epochs, int batch, long seed) {
    return Trainer.builder()
        .loss(loss)
        .optimizer(optimizer)
        .epochs(epochs)
        .batchSize(batch)
        .seed(seed)
        .threads(1)
        .withoutAdvice();
  }

  /** A network of one neuron with one input, and its two weights. */
  static Model neuron(Network network, double w, double b) {
    return Model.of(
        network,
        Map.of("0.dense.kernel", new float[] {(float) w}, "0.dense.bias", new float[] {(float) b}));
  }

  static Network neuron(Activation g) {
    return Network.of(Shape.of(1), new Dense(1, g));
  }

  static float[][] normal(int rows, int columns, long seed, long stream) {
    Matrix values = Matrix.zeros(rows, columns);
    CounterRandom.normal(CounterRandom.key(seed, stream), values, 0);
    return values.toArray();
  }

  /** Bits that look random, one for each row. */
  static int[] bits(int rows, long seed, long stream) {
    CounterRandom random = CounterRandom.of(seed, stream);
    int[] bits = new int[rows];
    for (int i = 0; i < rows; i++) {
      bits[i] = random.nextInt(2);
    }
    return bits;
  }

  static Dataset binary(float[][] x, int[] y) {
    return Dataset.binary(x, y);
  }

  /** √ Σ m². */
  static double norm(Matrix m) {
    double sum = 0;
    for (int i = 0; i < m.rows(); i++) {
      for (int j = 0; j < m.columns(); j++) {
        sum += (double) m.get(i, j) * m.get(i, j);
      }
    }
    return Math.sqrt(sum);
  }

  /** The variance of all elements. */
  static double variance(Matrix m) {
    double sum = 0;
    double squares = 0;
    for (float[] row : m.toArray()) {
      for (float value : row) {
        sum += value;
        squares += (double) value * value;
      }
    }
    int n = m.size();
    return squares / n - sum / n * (sum / n);
  }

  /** The largest difference between two matrices of one shape. */
  static double difference(Matrix one, Matrix other) {
    double largest = 0;
    for (int i = 0; i < one.rows(); i++) {
      for (int j = 0; j < one.columns(); j++) {
        largest = Math.max(largest, Math.abs((double) one.get(i, j) - other.get(i, j)));
      }
    }
    return largest;
  }
}
