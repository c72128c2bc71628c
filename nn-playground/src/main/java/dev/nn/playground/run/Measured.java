package dev.nn.playground.run;

import dev.nn.api.Loss;
import dev.nn.core.Model;
import dev.nn.core.dataset.Dataset;
import dev.nn.math.Matrix;
import dev.nn.playground.data.Points;
import dev.nn.playground.recipe.Goal;
import dev.nn.playground.recipe.Plan;

/** How well a model does on some points, again and again without new memory for them. */
final class Measured {
  /**
   * What was found.
   *
   * @param loss the mean loss, without penalties; NaN without points
   * @param accuracy the share of points that are put in their class; NaN without points
   */
  record Marks(double loss, double accuracy) {}

  private final Goal goal;
  private final Loss loss;
  private final int[] labels;
  private final Matrix features;
  private final Matrix targets;
  private final Matrix predictions;
  private final double[] losses;

  Measured(Plan plan, Points points) {
    this.goal = plan.goal();
    this.loss = plan.trainer().loss();
    this.labels = points.labels();
    int n = labels.length;
    this.features = Matrix.zeros(n, 2);
    this.targets = Matrix.zeros(n, loss.targetColumns(goal.outputs()));
    this.predictions = Matrix.zeros(n, goal.outputs());
    this.losses = new double[n];
    if (n > 0) {
      Dataset data = plan.dataset(points);
      for (int i = 0; i < n; i++) {
        data.readFeatures(i, features, i);
        data.readTarget(i, targets, i);
      }
    }
  }

  Marks of(Model model) {
    int n = labels.length;
    if (n == 0) {
      return new Marks(Double.NaN, Double.NaN);
    }
    model.predict(features, predictions);
    loss.value(predictions, targets, losses);
    double sum = 0;
    int right = 0;
    for (int i = 0; i < n; i++) {
      sum += losses[i];
      right += Answers.label(predictions, i, goal) == labels[i] ? 1 : 0;
    }
    return new Marks(sum / n, (double) right / n);
  }
}
