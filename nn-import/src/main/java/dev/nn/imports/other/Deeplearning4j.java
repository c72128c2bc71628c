package dev.nn.imports.other;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.imports.read.Assembly;
import dev.nn.imports.read.Json;
import dev.nn.imports.read.Refusal;
import dev.nn.imports.read.Zip;
import java.io.IOException;
import java.util.Map;

/**
 * Reads the zip of a Deeplearning4j {@code MultiLayerNetwork}. Kernels are stored column by column,
 * batch normalization as the logarithm of the standard deviation to the base of 10, and names mean
 * other things than elsewhere: GELU is the form with a sigmoid, and a dropout number is the share
 * that is kept.
 */
public final class Deeplearning4j {
  private static final String CONFIG = "configuration.json";
  private static final String PARAMETERS = "coefficients.bin";
  private static final Map<String, String> ACTIVATIONS =
      Map.ofEntries(
          Map.entry("ActivationIdentity", "identity"),
          Map.entry("ActivationSigmoid", "sigmoid"),
          Map.entry("ActivationTanH", "tanh"),
          Map.entry("ActivationReLU", "relu"),
          Map.entry("ActivationReLU6", "relu6"),
          Map.entry("ActivationSoftmax", "softmax"),
          Map.entry("ActivationSoftPlus", "softplus"),
          Map.entry("ActivationSoftSign", "softsign"),
          Map.entry("ActivationSwish", "silu"),
          Map.entry("ActivationMish", "mish"),
          Map.entry("ActivationSELU", "selu"),
          Map.entry("ActivationGELU", "silu(beta=1.702)"),
          Map.entry("ActivationHardTanH", "hard_tanh"));

  private final double[] parameters;
  private final Assembly assembly;
  private int at;

  private Deeplearning4j(double[] parameters, Assembly assembly) {
    this.parameters = parameters;
    this.assembly = assembly;
  }

  /** Whether a zip file is one of Deeplearning4j. */
  public static boolean isOne(Zip zip) {
    return zip.has(CONFIG) && zip.has(PARAMETERS);
  }

  /** Reads a model. */
  public static Model read(Zip zip, PluginRegistry registry) throws IOException {
    JsonNode layers = Json.object(zip.bytes(CONFIG), CONFIG).path("confs");
    if (!layers.isArray() || layers.isEmpty()) {
      throw new Refusal(
          CONFIG
              + " has no layers of a MultiLayerNetwork; a ComputationGraph is not read, but its ONNX file may be");
    }
    int inputs = count(layers.get(0).path("layer"), "nin", 0);
    Assembly assembly = new Assembly(registry, Shape.of(inputs));
    Deeplearning4j reader =
        new Deeplearning4j(Nd4jArray.read(PARAMETERS, zip.bytes(PARAMETERS)), assembly);
    for (int i = 0; i < layers.size(); i++) {
      reader.add(layers.get(i).path("layer"), i);
    }
    if (reader.at != reader.parameters.length) {
      throw new Refusal(
          "its layers have %s parameters, and %s holds %s"
              .formatted(reader.at, PARAMETERS, reader.parameters.length));
    }
    return assembly.model();
  }

  private void add(JsonNode layer, int index) {
    String type = simpleName(layer.path("@class").asText());
    switch (type) {
      case "DenseLayer", "OutputLayer" -> {
        dropout(layer, index);
        dense(layer, index);
      }
      case "BatchNormalization" -> batchNormalization(layer, index);
      case "ActivationLayer" ->
          assembly.layer("activation(activation=%s)".formatted(activation(layer, index)));
      case "LossLayer" ->
          assembly.layer("activation(activation=%s)".formatted(activation(layer, index)));
      case "DropoutLayer" -> dropout(layer, index);
      default ->
          throw new Refusal(
              "layer %s is a %s; read are DenseLayer, OutputLayer, BatchNormalization, ActivationLayer, DropoutLayer and LossLayer"
                  .formatted(index, type));
    }
  }

  private void dense(JsonNode layer, int index) {
    int inputs = count(layer, "nin", index);
    int outputs = count(layer, "nout", index);
    boolean hasBias = layer.path("hasBias").asBoolean(true);
    if (layer.path("hasLayerNorm").asBoolean(false)) {
      throw new Refusal("layer %s normalises within, which is not read".formatted(index));
    }
    need((long) inputs * outputs + (hasBias ? outputs : 0), index);
    float[] kernel = new float[inputs * outputs];
    for (int j = 0; j < outputs; j++) {
      for (int i = 0; i < inputs; i++) {
        kernel[i * outputs + j] = (float) parameters[at++];
      }
    }
    float[] bias = hasBias ? next(outputs) : new float[0];
    assembly.dense(outputs, activation(layer, index), kernel, bias);
  }

  private void batchNormalization(JsonNode layer, int index) {
    int width = count(layer, "nout", index);
    boolean isLocked = layer.path("lockGammaBeta").asBoolean(false);
    need((isLocked ? 2L : 4L) * width, index);
    float[] gamma = isLocked ? filled(width, layer.path("gamma").asDouble(1)) : next(width);
    float[] beta = isLocked ? filled(width, layer.path("beta").asDouble(0)) : next(width);
    float[] mean = next(width);
    float[] variance = new float[width];
    boolean isLogarithm = layer.path("useLogStd").asBoolean(false);
    for (int i = 0; i < width; i++) {
      double stored = parameters[at++];
      variance[i] = (float) (isLogarithm ? StrictMath.pow(10, 2 * stored) : stored);
    }
    assembly.layer(
        "batch_normalization(momentum=%s, epsilon=%s)"
            .formatted(layer.path("decay").asDouble(0.9), plain(layer.path("eps").asDouble(1e-5))),
        gamma,
        beta,
        mean,
        variance);
  }

  private void dropout(JsonNode layer, int index) {
    JsonNode dropout = layer.path("idropout");
    if (dropout.isMissingNode() || dropout.isNull()) {
      return;
    }
    if (!simpleName(dropout.path("@class").asText()).equals("Dropout")) {
      throw new Refusal(
          "layer %s has %s before it; plain dropout is read"
              .formatted(index, dropout.path("@class").asText()));
    }
    // The share that is kept becomes the share that is dropped.
    assembly.layer("dropout(rate=%s)".formatted(plain(1 - dropout.path("p").asDouble(1))));
  }

  private static String activation(JsonNode layer, int index) {
    JsonNode function = layer.path("activationFn");
    String name = simpleName(function.path("@class").asText());
    if (name.equals("ActivationLReLU")) {
      return "leaky_relu(negative_slope=%s)"
          .formatted(plain(function.path("alpha").asDouble(0.01)));
    }
    if (name.equals("ActivationELU")) {
      return "elu(alpha=%s)".formatted(plain(function.path("alpha").asDouble(1)));
    }
    String ours = ACTIVATIONS.get(name);
    if (ours == null) {
      throw new Refusal("layer %s has the activation %s, which is not read".formatted(index, name));
    }
    return ours;
  }

  private static String plain(double number) {
    return String.valueOf(number).replace("E", "e");
  }

  private static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  private static int count(JsonNode layer, String key, int index) {
    JsonNode number = layer.path(key);
    if (!number.canConvertToInt() || number.intValue() < 1) {
      throw new Refusal("layer %s has no %s".formatted(index, key));
    }
    return number.intValue();
  }

  private void need(long count, int index) {
    if (at + count > parameters.length) {
      throw new Refusal(
          "layer %s needs %s parameters from place %s on, and %s holds %s"
              .formatted(index, count, at, PARAMETERS, parameters.length));
    }
  }

  private float[] next(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) parameters[at++];
    }
    return numbers;
  }

  private static float[] filled(int count, double value) {
    float[] numbers = new float[count];
    java.util.Arrays.fill(numbers, (float) value);
    return numbers;
  }
}
