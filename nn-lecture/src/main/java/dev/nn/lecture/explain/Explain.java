package dev.nn.lecture.explain;

import dev.nn.api.Activation;
import dev.nn.api.DataException;
import dev.nn.api.Layer;
import dev.nn.api.Loss;
import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.layer.Dense;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.lecture.step.Differences;
import dev.nn.lecture.step.Recorder;
import dev.nn.lecture.step.Step;
import dev.nn.math.Matrix;
import java.util.List;
import java.util.Optional;

/**
 * Writes out one training step of a small network in the symbols of the lecture. The numbers are
 * the engine's own.
 *
 * <pre>{@code
 * Explanation step = new Explain(PluginRegistry.load(), 0.5)
 *     .step("dense(units=2, activation=tanh), dense(units=1, activation=sigmoid)", "1 0", "1", 42);
 * step.text().forEach(System.out::println);
 * }</pre>
 */
public final class Explain {
  private final PluginRegistry registry;
  private final double learningRate;
  private Optional<String> loss = Optional.empty();
  private Optional<String> weights = Optional.empty();

  /**
   * Prepares to explain.
   *
   * @param registry where plugins are looked up
   * @param learningRate α, greater than 0
   */
  public Explain(PluginRegistry registry, double learningRate) {
    if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
      throw new DataException(
          "the learning rate must be a number greater than 0, got " + learningRate);
    }
    this.registry = registry;
    this.learningRate = learningRate;
  }

  /**
   * Takes another loss than the one that goes with the last layer's activation, which is the
   * cross-entropy for sigmoid and softmax and the squared error for others.
   */
  public Explain withLoss(String spec) {
    this.loss = Optional.of(spec);
    return this;
  }

  /**
   * Takes these weights, as in {@code W[1] = 0.5 -0.3; 0.1 0.8 b[1] = 0 0.1}, instead of random
   * ones.
   */
  public Explain withWeights(String text) {
    this.weights = Optional.of(text);
    return this;
  }

  /**
   * Does the step.
   *
   * @param layers dense layers, with commas between them
   * @param input x: numbers with blanks or commas between them
   * @param target y, in the same way
   * @param seed of the weights that are not given
   * @throws DataException if the texts do not fit together; the message says what to write
   */
  public Explanation step(String layers, String input, String target, long seed) {
    float[] x = GivenWeights.numbers("--input", input);
    float[] y = GivenWeights.numbers("--target", target);
    Network network = Network.of(registry, Shape.of(x.length), layers);
    checkLayers(network);
    Loss chosen = registry.loss(loss.orElseGet(() -> usualLoss(network)));
    int outputs = network.outputShape().size();
    checkTarget(y, chosen.targetColumns(outputs), outputs);
    checkTarget(y, chosen);
    Model model = Model.initial(network, seed);
    if (weights.isPresent()) {
      model = GivenWeights.in(model, weights.get());
    }
    Dataset example = Dataset.regression(new float[][] {x}, new float[][] {y});
    Step step =
        new Recorder(registry, chosen, "sgd(learning_rate=" + learningRate + ")")
            .step(model, example);
    StepWriter writer = new StepWriter(step, Matrix.rowOf(y), chosen, learningRate);
    return new Explanation(
        writer.forward(),
        Explanation.formula(chosen, outputs),
        writer.backward(),
        writer.update(),
        step.loss(),
        Differences.loss(step.after(), example, chosen),
        step.before(),
        step.after());
  }

  private static void checkLayers(Network network) {
    List<Dense> layers = Recorder.dense(network);
    for (int i = 0; i < layers.size(); i++) {
      Dense dense = layers.get(i);
      if (dense.kernelL1() != 0
          || dense.kernelL2() != 0
          || dense.biasL1() != 0
          || dense.biasL2() != 0
          || !dense.trainable()) {
        throw new NnException(
            "layer %s has a penalty or is not trainable, which the lecture does not know: leave kernel_l1, kernel_l2, bias_l1, bias_l2 and trainable away"
                .formatted(i + 1));
      }
    }
  }

  private static String usualLoss(Network network) {
    List<Layer> layers = network.layers();
    String g =
        layers.get(layers.size() - 1).outputActivation().map(Activation::name).orElse("identity");
    return g.equals("sigmoid")
        ? "binary_crossentropy"
        : g.equals("softmax") ? "categorical_crossentropy" : "mean_squared_error";
  }

  private static void checkTarget(float[] y, Loss loss) {
    try {
      loss.checkTarget(y);
    } catch (IllegalArgumentException e) {
      throw new DataException(
          "--target: %s; so the loss %s wants it, and --loss mean_squared_error takes any number"
              .formatted(e.getMessage(), loss.name()),
          e);
    }
  }

  private static void checkTarget(float[] y, int wanted, int outputs) {
    if (y.length != wanted) {
      throw new DataException(
          "--target has %s, but the loss compares %s%s: give as many, such as \"%s\"%s"
              .formatted(
                  y.length == 1 ? "1 number" : y.length + " numbers",
                  wanted == 1 ? "1 number" : wanted + " numbers",
                  wanted == outputs ? ", one for each unit of the last layer" : "",
                  "0 ".repeat(wanted - 1) + "1",
                  wanted == outputs && y.length > 0
                      ? ", or let the last of --layers have units=" + y.length
                      : ""));
    }
  }
}
