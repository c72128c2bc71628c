package dev.nn.playground.run;

import dev.nn.api.NnException;
import dev.nn.core.Model;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.playground.recipe.Plan;
import java.util.Arrays;

/**
 * The norms of the gradients of a model's layers over all points, from the engine itself: one step
 * of plain gradient descent from w leads to w′ = w − αg, so g = (w − w′)/α. With an α that is a
 * large power of 2, w hardly takes digits away from g.
 */
final class Slopes {
  private static final float RATE = 1 << 20;

  private final Trainer trainer;
  private final Dataset points;
  private final int layers;

  Slopes(Plan plan) {
    this.points = plan.trainingSet();
    this.layers = plan.layers().size();
    this.trainer =
        plan.trainer().toBuilder()
            .optimizer("sgd(learning_rate=" + (long) RATE + ")")
            .epochs(1)
            .batchSize(points.rows())
            .shuffle(false)
            .withoutAdvice()
            .build();
  }

  /** ‖∂L/∂(W, b)‖ for each layer, penalties included; infinity where it is too large to be told. */
  double[] norms(Model model) {
    double[] squares = new double[layers];
    try (TrainingSession session = trainer.start(model, points)) {
      session.step();
      Model after = session.model();
      for (String name : model.parameterNames()) {
        int layer = Integer.parseInt(name.substring(0, name.indexOf('.')));
        squares[layer] += square(model.parameter(name), after.parameter(name));
      }
    } catch (NnException e) {
      // The training itself says what is wrong.
      Arrays.fill(squares, Double.POSITIVE_INFINITY);
    }
    for (int i = 0; i < layers; i++) {
      squares[i] = Math.sqrt(squares[i]);
    }
    return squares;
  }

  private static double square(float[] before, float[] after) {
    double sum = 0;
    for (int i = 0; i < before.length; i++) {
      double slope = ((double) before[i] - after[i]) / RATE;
      sum += slope * slope;
    }
    return sum;
  }
}
