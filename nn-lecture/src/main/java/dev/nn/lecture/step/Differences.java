package dev.nn.lecture.step;

import dev.nn.api.Loss;
import dev.nn.core.Model;
import dev.nn.core.dataset.Dataset;
import dev.nn.math.Matrix;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The slopes of a loss, found by moving one weight at a time: ∂L/∂w ≈ (L(w + h) − L(w − h)) / 2h,
 * for h and h/2, from which the error in h² cancels.
 */
public final class Differences {
  private static final float H = 1f / 32;

  private Differences() {}

  /** The mean loss of all examples, from the model's predictions. */
  public static double loss(Model model, Dataset examples, Loss loss) {
    int rows = examples.rows();
    int outputs = model.network().outputShape().size();
    Matrix features = Matrix.zeros(rows, examples.shape().size());
    Matrix targets = Matrix.zeros(rows, loss.targetColumns(outputs));
    for (int i = 0; i < rows; i++) {
      examples.readFeatures(i, features, i);
      examples.readTarget(i, targets, i);
    }
    Matrix predictions = Matrix.zeros(rows, outputs);
    model.predict(features, predictions);
    double[] losses = new double[rows];
    loss.value(predictions, targets, losses);
    double sum = 0;
    for (double one : losses) {
      sum += one;
    }
    return sum / rows;
  }

  /** The slopes along every weight, by the names and in the order of the model's parameters. */
  public static Map<String, double[]> slopes(Model model, Dataset examples, Loss loss) {
    Map<String, float[]> weights = Recorder.weights(model);
    Map<String, double[]> slopes = new TreeMap<>();
    weights.forEach(
        (name, values) -> {
          double[] ofParameter = new double[values.length];
          for (int i = 0; i < values.length; i++) {
            double wide = slope(model, weights, name, i, H, examples, loss);
            double narrow = slope(model, weights, name, i, H / 2, examples, loss);
            ofParameter[i] = (4 * narrow - wide) / 3;
          }
          slopes.put(name, ofParameter);
        });
    return slopes;
  }

  private static double slope(
      Model model,
      Map<String, float[]> weights,
      String name,
      int index,
      float h,
      Dataset examples,
      Loss loss) {
    float[] original = Objects.requireNonNull(weights.get(name));
    float[] moved = original.clone();
    Map<String, float[]> all = new TreeMap<>(weights);
    all.put(name, moved);
    moved[index] = original[index] + h;
    double up = loss(Model.of(model.network(), all), examples, loss);
    // What was added is not quite h, since a float has seven digits.
    double step = moved[index];
    moved[index] = original[index] - h;
    step -= moved[index];
    double down = loss(Model.of(model.network(), all), examples, loss);
    return (up - down) / step;
  }
}
