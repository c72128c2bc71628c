package dev.nn.tests.gradient;

import dev.nn.api.Loss;
import dev.nn.api.Shape;
import dev.nn.api.Spec;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.TrainingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Small networks with random weights, examples and targets for a loss; weights are multiples of
 * 2⁻¹⁰. Numbers are drawn anew where too many weights are close to a kink of an activation, or
 * where the loss is not defined. A draw that shows a wrong gradient is never replaced.
 */
public final class Problem {
  private static final int ROWS = 5;
  private static final int INPUTS = 3;
  private static final int DRAWS = 30;
  private static final float GRID = 0x1p-10f;

  private final PluginRegistry registry;
  private final Loss loss;
  private final long seed;

  /**
   * @param seed decides all that is random
   */
  public Problem(PluginRegistry registry, Loss loss, long seed) {
    this.registry = registry;
    this.loss = loss;
    this.seed = seed;
  }

  /** Checks a hidden layer, with an output layer that suits the loss behind it. */
  GradientReport hidden(LayerExample layer, Spec activation) {
    return hidden(layer.with(activation), layer.takesIndices());
  }

  /** Checks hidden layers, with an output layer that suits the loss behind them. */
  GradientReport hidden(List<String> layers) {
    return hidden(layers, false);
  }

  private GradientReport hidden(List<String> layers, boolean takesIndices) {
    return checkHidden(layers, takesIndices).report();
  }

  /**
   * Checks hidden layers, with an output layer that suits the loss behind them.
   *
   * @param takesIndices whether their input is whole numbers 0, 1 and 2
   */
  public Trial checkHidden(List<String> layers, boolean takesIndices) {
    String output = "dense(units=%d, activation=%s)";
    List<String> all = new ArrayList<>(layers);
    all.add(
        output.formatted(LossProblem.outputs(loss), targets(new SplittableRandom(seed)).output()));
    return check(all, takesIndices, 0, 1);
  }

  /** Checks output layers, with a hidden layer before them. */
  GradientReport output(List<String> layers) {
    List<String> all = new ArrayList<>(List.of("dense(units=4, activation=tanh)"));
    all.addAll(layers);
    LossProblem example = targets(new SplittableRandom(seed));
    return check(all, false, example.center(), example.spread()).report();
  }

  private LossProblem targets(SplittableRandom random) {
    return LossProblem.of(registry, loss, ROWS, random);
  }

  /**
   * What was found, and where.
   *
   * @param report of the gradients
   * @param model the network with its weights
   * @param data all examples
   */
  public record Trial(GradientReport report, Model model, Dataset data) {}

  private Trial check(List<String> layers, boolean takesIndices, double shift, double scale) {
    Network network = Network.of(registry, Shape.of(INPUTS), layers.toArray(String[]::new));
    for (int draw = 0; ; draw++) {
      SplittableRandom random = new SplittableRandom(seed + draw);
      Dataset data = Dataset.regression(features(random, takesIndices), targets(random).targets());
      Model model = model(network, random, shift, scale);
      try (TrainingLoss trainingLoss = new TrainingLoss(registry, loss, data, seed, model)) {
        GradientReport report = GradientCheck.of(trainingLoss);
        if (report.isRepresentative() || !report.mismatches().isEmpty() || draw == DRAWS - 1) {
          return new Trial(report, model, data);
        }
      } catch (TrainingException undefined) {
        if (draw == DRAWS - 1) {
          throw undefined;
        }
      }
    }
  }

  private static float[][] features(SplittableRandom random, boolean areIndices) {
    float[][] features = new float[ROWS][INPUTS];
    for (float[] row : features) {
      for (int j = 0; j < INPUTS; j++) {
        row[j] = areIndices ? random.nextInt(3) : onGrid(random.nextDouble(-1.5, 1.5));
      }
    }
    return features;
  }

  /**
   * @param shift of the bias of the last layer that has parameters
   * @param scale of all parameters of that layer
   */
  private Model model(Network network, SplittableRandom random, double shift, double scale) {
    Model initial = Model.initial(network, random.nextLong());
    Map<String, float[]> weights = new LinkedHashMap<>();
    List<String> names = initial.parameterNames();
    String last = names.get(names.size() - 1).replaceAll("\\..*", ".");
    for (String name : names) {
      boolean isLast = name.startsWith(last);
      double offset = isLast && name.endsWith(".bias") ? shift : 0;
      float[] values = initial.parameter(name);
      for (int i = 0; i < values.length; i++) {
        double moved = values[i] + random.nextDouble(-0.5, 0.5);
        values[i] = onGrid((isLast ? scale : 1) * moved + offset);
      }
      weights.put(name, values);
    }
    return Model.of(network, weights);
  }

  private static float onGrid(double value) {
    return Math.round(value / GRID) * GRID;
  }
}
