package dev.nn.imports.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.imports.read.Assembly;
import dev.nn.imports.read.Refusal;
import dev.nn.imports.read.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns the configuration of a Keras model into our layers. */
final class KerasLayers {
  /** Where the numbers of a layer come from. */
  interface Weights {
    /**
     * The numbers of a layer in the order in which Keras made them: kernel and bias, or gamma,
     * beta, moving mean and moving variance.
     */
    List<Tensor> of(String layerName);
  }

  private static final Map<String, String> ACTIVATIONS =
      Map.of(
          "linear", "identity",
          "swish", "silu",
          "hard_swish", "hard_silu",
          "leaky_relu", "leaky_relu(negative_slope=0.2)");

  private final boolean isOld;
  private final Weights weights;
  private final Assembly assembly;

  private KerasLayers(boolean isOld, Weights weights, Assembly assembly) {
    this.isOld = isOld;
    this.weights = weights;
    this.assembly = assembly;
  }

  /**
   * Reads a model.
   *
   * @param model its configuration, with {@code class_name} and {@code config}
   * @param isOld whether it is of a Keras before version 3
   */
  static Model read(JsonNode model, boolean isOld, Weights weights, PluginRegistry registry) {
    List<JsonNode> layers = LayerChain.of(model);
    Assembly assembly = new Assembly(registry, LayerChain.input(layers));
    KerasLayers reader = new KerasLayers(isOld, weights, assembly);
    for (JsonNode layer : layers) {
      if (!layer.path("class_name").asText().equals("InputLayer")) {
        reader.add(layer.path("class_name").asText(), layer.path("config"));
      }
    }
    return assembly.model();
  }

  private void add(String type, JsonNode config) {
    String name = config.path("name").asText();
    switch (type) {
      case "Dense" -> dense(name, config);
      case "Activation" -> activation(activation(name, config.path("activation")));
      case "ReLU" -> activation(relu(config));
      case "LeakyReLU" ->
          activation(
              "leaky_relu(negative_slope=%s)"
                  .formatted(number(config, "negative_slope", "alpha", 0.3)));
      case "ELU" -> activation("elu(alpha=%s)".formatted(number(config, "alpha", "alpha", 1)));
      case "Softmax" -> activation("softmax");
      case "Dropout", "AlphaDropout", "GaussianNoise" -> noise(type, config);
      case "BatchNormalization" -> batchNormalization(name, config);
      case "LayerNormalization" -> layerNormalization(name, config);
      case "PReLU" -> assembly.layer("prelu", numbers(name, 1).get(0).values());
      case "Flatten" -> assembly.layer("flatten");
      case "Normalization" -> normalization(name, config);
      default ->
          throw new Refusal(
              "layer %s is a %s, which is not read; read are Dense, Activation and the layers of activations, Dropout, BatchNormalization, LayerNormalization, PReLU, Flatten and Normalization"
                  .formatted(name, type));
    }
  }

  private void dense(String name, JsonNode config) {
    boolean hasBias = config.path("use_bias").asBoolean(true);
    List<Tensor> numbers = numbers(name, hasBias ? 2 : 1);
    Tensor kernel = numbers.get(0);
    if (kernel.rank() != 2) {
      throw new Refusal("the kernel of %s is %s".formatted(name, kernel.dimensions()));
    }
    assembly.dense(
        kernel.shape().get(1),
        activation(name, config.path("activation")),
        kernel.values(),
        hasBias ? numbers.get(1).values() : new float[0]);
  }

  private void activation(String spec) {
    if (!spec.equals("identity")) {
      assembly.layer("activation(activation=%s)".formatted(spec));
    }
  }

  private String activation(String layer, JsonNode node) {
    String name =
        node.isObject() && node.path("module").asText().startsWith("keras")
            ? node.path("config").isTextual() ? node.path("config").asText() : ""
            : node.asText();
    if (node.isMissingNode() || node.isNull()) {
      return "identity";
    }
    if (!name.matches("[a-z][a-z0-9_]{0,40}")) {
      throw new Refusal(
          "layer %s has an activation of its own, %s, which would have to be run; only those of Keras are read"
              .formatted(layer, shortened(node.toString())));
    }
    if (isOld && name.equals("hard_sigmoid")) {
      throw new Refusal(
          "layer %s has the hard_sigmoid of Keras 2, 0.2 z + 0.5 between 0 and 1, which is no activation here (that of Keras 3 is z / 6 + 0.5); train it with another activation, or write this one as a plugin"
              .formatted(layer));
    }
    return ACTIVATIONS.getOrDefault(name, name);
  }

  private static String shortened(String text) {
    return text.length() > 120 ? text.substring(0, 120) + "…" : text;
  }

  private static String relu(JsonNode config) {
    String most =
        config.path("max_value").isNumber() ? ", max_value=" + config.path("max_value") : "";
    return "relu(negative_slope=%s, threshold=%s%s)"
        .formatted(
            number(config, "negative_slope", "negative_slope", 0),
            number(config, "threshold", "threshold", 0),
            most);
  }

  private void noise(String type, JsonNode config) {
    assembly.layer(
        switch (type) {
          case "Dropout" -> "dropout(rate=%s)".formatted(config.path("rate").asDouble());
          case "AlphaDropout" -> "alpha_dropout(rate=%s)".formatted(config.path("rate").asDouble());
          default -> "gaussian_noise(stddev=%s)".formatted(config.path("stddev").asDouble());
        });
  }

  private void batchNormalization(String name, JsonNode config) {
    List<float[]> all = scaleAndCenter(name, config, 2);
    assembly.layer(
        "batch_normalization(momentum=%s, epsilon=%s)"
            .formatted(
                number(config, "momentum", "momentum", 0.99),
                number(config, "epsilon", "epsilon", 1e-3)),
        all.toArray(float[][]::new));
  }

  private void layerNormalization(String name, JsonNode config) {
    List<float[]> all = scaleAndCenter(name, config, 0);
    assembly.layer(
        "layer_normalization(epsilon=%s)".formatted(number(config, "epsilon", "epsilon", 1e-3)),
        all.toArray(float[][]::new));
  }

  /** Gamma, beta and what follows; a layer without scale or center has no numbers for that. */
  private List<float[]> scaleAndCenter(String name, JsonNode config, int following) {
    boolean hasScale = config.path("scale").asBoolean(true);
    boolean hasCenter = config.path("center").asBoolean(true);
    int stored = (hasScale ? 1 : 0) + (hasCenter ? 1 : 0) + following;
    if (stored == 0) {
      throw new Refusal(
          "layer %s has neither scale nor center, so nothing says how wide it is".formatted(name));
    }
    List<Tensor> numbers = numbers(name, stored);
    int width = numbers.get(0).size();
    List<float[]> all = new ArrayList<>();
    int at = 0;
    all.add(hasScale ? numbers.get(at++).values() : filled(width, 1));
    all.add(hasCenter ? numbers.get(at++).values() : filled(width, 0));
    while (at < stored) {
      all.add(numbers.get(at++).values());
    }
    return all;
  }

  private static float[] filled(int width, float value) {
    float[] numbers = new float[width];
    java.util.Arrays.fill(numbers, value);
    return numbers;
  }

  /** The numbers of a normalization layer are its weights, or its configuration has them. */
  private void normalization(String name, JsonNode config) {
    float[] mean = inConfig(config.path("mean"));
    float[] variance = inConfig(config.path("variance"));
    if (mean.length == 0) {
      List<Tensor> numbers = weights.of(name);
      if (numbers.size() < 2) {
        throw new Refusal("layer %s has no mean and variance".formatted(name));
      }
      mean = numbers.get(0).values();
      variance = numbers.get(1).values();
    }
    if (config.path("invert").asBoolean(false)) {
      throw new Refusal(
          "layer %s turns its normalization round, which is not read".formatted(name));
    }
    assembly.layer("normalization", mean, variance);
  }

  private static float[] inConfig(JsonNode node) {
    if (node.isNumber()) {
      return new float[] {node.floatValue()};
    }
    while (node.isArray() && node.size() == 1 && node.get(0).isArray()) {
      node = node.get(0);
    }
    float[] numbers = new float[node.isArray() ? node.size() : 0];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = node.get(i).floatValue();
    }
    return numbers;
  }

  private List<Tensor> numbers(String layer, int count) {
    List<Tensor> numbers = weights.of(layer);
    if (numbers.size() != count) {
      throw new Refusal(
          "layer %s has %s arrays of weights, not %s".formatted(layer, numbers.size(), count));
    }
    return numbers;
  }

  /** A number that older versions have under another name. */
  private static String number(JsonNode config, String key, String older, double otherwise) {
    JsonNode node = config.has(key) ? config.path(key) : config.path(older);
    if (node.isArray() && node.size() == 1) {
      node = node.get(0);
    }
    return String.valueOf(node.isNumber() ? node.doubleValue() : otherwise).replace("E", "e");
  }
}
