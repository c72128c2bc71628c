package dev.nn.tests.conformance.document;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.vector.Networks;
import dev.nn.tests.conformance.vector.Numbers;
import dev.nn.tests.gradient.TrainingLoss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One layer in training and in prediction, through the public API. Before it stands a dense layer
 * without bias whose kernel is the batch: example i is the i-th unit vector, so the layer gets row
 * i of the kernel, and the gradient of the kernel is the layer's gradient of its input. Where the
 * input is indices the layer stands alone.
 */
final class LayerRun {
  private static final long SEED = 3;

  private final Model model;
  private final Map<String, float[]> gradients = new LinkedHashMap<>();
  private final float[] outputs;
  private final float[] predictions;
  private final Model after;

  /**
   * @param parameters by their names in the layer; those left out keep their first values
   * @param outputGradient ∂L/∂output, a row for each of the input
   */
  LayerRun(
      PluginRegistry registry,
      String layer,
      Shape shape,
      float[][] input,
      boolean areIndices,
      Map<String, float[]> parameters,
      float[][] outputGradient) {
    List<String> layers = new ArrayList<>();
    if (!areIndices) {
      layers.add("dense(bias=false, units=" + shape.size() + ")");
      layers.add("reshape(shape=" + shape.dimensions() + ")");
    }
    layers.add(layer);
    float[][] features = areIndices ? input : unitVectors(input.length);
    Shape inputs = Shape.of(features[0].length);
    Network network = Network.of(registry, inputs, layers.toArray(String[]::new));
    this.model = model(network, areIndices ? Map.of() : Map.of("kernel", flat(input)), parameters);
    Dataset data = Dataset.regression(features, outputGradient);
    Projection loss = new Projection(input.length);
    try (TrainingLoss training = new TrainingLoss(registry, loss, data, SEED, model)) {
      training.at(training.weights());
      this.outputs = flat(loss.outputs().toArray(float[][]::new));
      split(training.gradients());
    }
    this.predictions = flat(model.predict(features));
    this.after = afterOneStep(registry, data, loss);
  }

  private static Model model(
      Network network, Map<String, float[]> before, Map<String, float[]> parameters) {
    Model initial = Model.initial(network, SEED);
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (String name : initial.parameterNames()) {
      String own = name.substring(name.lastIndexOf('.') + 1);
      Map<String, float[]> given = name.startsWith("0.dense.") ? before : Map.of();
      float[] values = given.isEmpty() ? parameters.get(own) : given.get(own);
      weights.put(name, values == null ? initial.parameter(name) : values);
    }
    return Model.of(network, weights);
  }

  private Model afterOneStep(PluginRegistry registry, Dataset data, Projection loss) {
    try (TrainingSession session =
        Networks.session(
            registry,
            model,
            loss,
            registry.optimizer("sgd(learning_rate=0)"),
            data,
            data.rows(),
            1)) {
      session.step();
      return session.model();
    }
  }

  private void split(float[] all) {
    int at = 0;
    for (String name : model.parameterNames()) {
      int length = model.parameter(name).length;
      gradients.put(name, Arrays.copyOfRange(all, at, at + length));
      at += length;
    }
  }

  private String fullName(String parameter) {
    List<String> names = model.parameterNames();
    // The last one: the dense layer before may have a parameter of the same name.
    for (int i = names.size() - 1; i >= 0; i--) {
      if (names.get(i).endsWith("." + parameter)) {
        return names.get(i);
      }
    }
    throw new IllegalArgumentException("no parameter " + parameter + " among " + names);
  }

  /** What came out in training, row by row. */
  float[] outputs() {
    return outputs;
  }

  /** What comes out in prediction, row by row. */
  float[] predictions() {
    return predictions;
  }

  /** The gradient of the input. */
  float[] inputGradient() {
    return gradients.values().iterator().next();
  }

  /** The gradient of a parameter of the layer. */
  float[] gradient(String parameter) {
    return gradients.get(fullName(parameter));
  }

  /** A parameter of the layer after a step with learning rate 0. */
  float[] after(String parameter) {
    return after.parameter(fullName(parameter));
  }

  private static float[][] unitVectors(int count) {
    float[][] vectors = new float[count][count];
    for (int i = 0; i < count; i++) {
      vectors[i][i] = 1;
    }
    return vectors;
  }

  private static float[] flat(float[][] rows) {
    return Numbers.joined(rows);
  }
}
