package dev.nn.tests.conformance.vector;

import dev.nn.api.Loss;
import dev.nn.api.Optimizer;
import dev.nn.api.Shape;
import dev.nn.api.Spec;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainerBuilder;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Networks with given weights, and runs that train them on all rows at once, in order. */
public final class Networks {
  private Networks() {}

  /** A model whose parameters, in their order, are the given arrays. */
  public static Model model(
      PluginRegistry registry, Shape input, List<String> layers, float[]... parameters) {
    Network network = Network.of(registry, input, layers.toArray(String[]::new));
    List<String> names = Model.initial(network, 0).parameterNames();
    if (names.size() != parameters.length) {
      throw new IllegalArgumentException("the parameters are " + names);
    }
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (int i = 0; i < parameters.length; i++) {
      weights.put(names.get(i), parameters[i]);
    }
    return Model.of(network, weights);
  }

  /** The predictions of one layer without parameters, rows as they are. */
  public static float[][] apply(PluginRegistry registry, Spec layer, float[][] rows) {
    return model(registry, Shape.of(rows[0].length), List.of(layer.toString())).predict(rows);
  }

  /** A layer that is an activation. */
  public static Spec activationLayer(Spec activation) {
    return Spec.of("activation").with("activation", activation);
  }

  /** A run with the given number of rows in a batch. */
  public static TrainingSession session(
      PluginRegistry registry,
      Model model,
      Loss loss,
      Optimizer optimizer,
      Dataset data,
      int batchSize,
      int epochs) {
    return trainer(registry, loss, optimizer, batchSize, epochs).build().start(model, data);
  }

  /** A trainer that takes the rows in order. */
  public static TrainerBuilder trainer(
      PluginRegistry registry, Loss loss, Optimizer optimizer, int batchSize, int epochs) {
    return Trainer.builder()
        .registry(registry)
        .loss(loss)
        .optimizer(optimizer)
        .batchSize(batchSize)
        .epochs(epochs)
        .shuffle(false)
        .threads(1);
  }

  /** Examples without targets, for {@link OutputSum}. */
  public static Dataset withoutTargets(float[][] features) {
    float[][] none = new float[features.length][0];
    return Dataset.regression(features, none);
  }

  /** A kernel as PyTorch has it, units × inputs, as inputs × units. */
  public static float[] transposed(float[] outByIn, int out, int in) {
    float[] inByOut = new float[outByIn.length];
    for (int o = 0; o < out; o++) {
      for (int i = 0; i < in; i++) {
        inByOut[i * out + o] = outByIn[o * in + i];
      }
    }
    return inByOut;
  }

  public static float[] filled(int length, double value) {
    float[] array = new float[length];
    Arrays.fill(array, (float) value);
    return array;
  }
}
