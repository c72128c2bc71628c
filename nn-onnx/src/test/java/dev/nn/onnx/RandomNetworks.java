package dev.nn.onnx;

import dev.nn.api.Kind;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.plugin.PluginRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Networks of all layers and activations, with weights that are not those of a start. */
final class RandomNetworks {
  private static final List<String> OPTIONS =
      List.of(
          "relu(max_value=1.5)",
          "relu(negative_slope=0.1, threshold=0.25)",
          "relu(threshold=0.5)",
          "relu(negative_slope=0.3, max_value=2, threshold=0.1)",
          "leaky_relu(negative_slope=0.01)",
          "elu(alpha=0.7)",
          "celu(alpha=2)",
          "gelu(approximate=true)",
          "silu(beta=1.7)",
          "soft_shrink(threshold=0.2)",
          "hard_shrink(threshold=0.9)",
          "threshold(threshold=0.3, value=-0.7)",
          "squareplus(b=0.5)");

  /** Branches in branches; a text of a network has a limit too. */
  private static final int MOST_NESTED = 4;

  private final Random random;
  private int nesting;

  RandomNetworks(long seed) {
    this.random = new Random(seed);
  }

  /** Every built-in activation with its defaults, and with others. */
  static List<String> activations() {
    List<String> all = new ArrayList<>(PluginRegistry.load().names(Kind.ACTIVATION));
    all.addAll(OPTIONS);
    return all;
  }

  private String activation() {
    List<String> all = activations();
    return all.get(random.nextInt(all.size()));
  }

  Model next() {
    Shape input = random.nextInt(3) == 0 ? Shape.of(size(), size()) : Shape.of(size());
    List<String> layers = new ArrayList<>();
    boolean embeds = input.rank() == 1 && random.nextInt(6) == 0;
    if (embeds) {
      layers.add("embedding(vocabulary=7, units=" + size() + ")");
    }
    if (input.rank() == 2 || embeds) {
      layers.add(between());
      layers.add(between());
      layers.add(random.nextBoolean() ? "flatten" : "activation(activation=softmax), flatten");
    }
    int depth = 1 + random.nextInt(4);
    for (int i = 0; i < depth; i++) {
      layers.add(
          "dense(units=%s, activation=%s, bias=%s)"
              .formatted(size(), activation(), random.nextInt(4) > 0));
      if (random.nextBoolean()) {
        layers.add(between());
      }
    }
    return shaken(Network.of(input, String.join(", ", layers)));
  }

  private int size() {
    return 1 + random.nextInt(9);
  }

  private String between() {
    return random.nextInt(8) == 0 ? parallel("concatenate") : keeping();
  }

  /** A layer that keeps the shape. */
  private String keeping() {
    List<String> layers =
        List.of(
            "dropout(rate=0.3)",
            "gaussian_noise(stddev=0.1)",
            "alpha_dropout(rate=0.2)",
            "batch_normalization",
            "batch_normalization(epsilon=0.1, momentum=0.9)",
            "layer_normalization(epsilon=0.01)",
            "normalization",
            "prelu",
            "residual",
            "add",
            "multiply",
            "activation(activation=" + activation() + ")");
    String layer = layers.get(random.nextInt(layers.size()));
    if (!Set.of("residual", "add", "multiply").contains(layer)) {
      return layer;
    }
    if (nesting == MOST_NESTED) {
      return "prelu";
    }
    nesting++;
    String nested =
        layer.equals("residual") ? "residual(layers=[%s])".formatted(branch()) : parallel(layer);
    nesting--;
    return nested;
  }

  /** One or two layers that keep the shape. */
  private String branch() {
    return random.nextBoolean() ? keeping() : keeping() + ", " + keeping();
  }

  private String parallel(String join) {
    List<String> branches = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      branches.add(
          switch (random.nextInt(3)) {
            case 0 -> "sequence(layers=[%s])".formatted(branch());
            case 1 -> "activation(activation=identity)";
            default -> keeping();
          });
    }
    return "parallel(branches=[%s], join=%s)".formatted(String.join(", ", branches), join);
  }

  /** The same network with other numbers in all parameters; variances stay positive. */
  private Model shaken(Network network) {
    Model start = Model.initial(network, random.nextLong());
    Map<String, float[]> weights = new LinkedHashMap<>();
    for (String name : start.parameterNames()) {
      float[] values = start.parameter(name);
      for (int i = 0; i < values.length; i++) {
        values[i] =
            name.endsWith("variance")
                ? 0.5f + random.nextFloat()
                : values[i] + 0.3f * (float) random.nextGaussian();
      }
      weights.put(name, values);
    }
    return Model.of(network, weights);
  }

  /** Rows that the model takes; an embedding takes indices. */
  float[][] rows(Model model, int count) {
    boolean indices = model.network().layers().get(0).name().equals("embedding");
    float[][] rows = new float[count][model.network().inputShape().size()];
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = indices ? random.nextInt(7) : 2 * (float) random.nextGaussian();
      }
    }
    return rows;
  }
}
