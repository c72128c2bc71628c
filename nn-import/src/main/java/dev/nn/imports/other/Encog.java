package dev.nn.imports.other;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.imports.read.Assembly;
import dev.nn.imports.read.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads an {@code .eg} file of an Encog {@code BasicNetwork}, which has its output layer first and
 * its weights rounded to ten digits: for each layer a row of inputs and then the bias for each of
 * its units.
 */
public final class Encog {
  private static final String NETWORK = "[BASIC:NETWORK]";
  private static final Map<String, String> ACTIVATIONS =
      Map.of(
          "ActivationSigmoid", "sigmoid",
          "ActivationTANH", "tanh",
          "ActivationLinear", "identity",
          "ActivationSoftMax", "softmax");

  private final Map<String, String> values = new HashMap<>();
  private final List<String> activations = new ArrayList<>();

  private Encog() {}

  /** Reads a model. */
  public static Model read(String text, PluginRegistry registry) {
    if (!text.lines().anyMatch(line -> line.strip().equals(NETWORK))) {
      throw new Refusal("an Encog file of %s; BasicNetwork is read".formatted(kind(text)));
    }
    Encog encog = new Encog();
    encog.parse(text);
    return encog.model(registry);
  }

  private static String kind(String text) {
    String[] parts = text.lines().findFirst().orElse("").split(",", -1);
    return parts.length > 1 ? parts[1] : "an unknown kind";
  }

  private void parse(String text) {
    String section = "";
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        section = line;
      } else if (section.equals("[BASIC:ACTIVATION]") && !line.isEmpty()) {
        String className = line.replace("\"", "").split(",", -1)[0];
        activations.add(className.substring(className.lastIndexOf('.') + 1));
      } else if (section.equals(NETWORK) && line.contains("=")) {
        int at = line.indexOf('=');
        values.put(line.substring(0, at), line.substring(at + 1));
      }
    }
  }

  private Model model(PluginRegistry registry) {
    // The files have the output layer first.
    float[] feeds = numbers("layerFeedCounts");
    float[] weights = numbers("weights");
    float[] starts = numbers("weightIndex");
    float[] context =
        values.containsKey("contextTargetSize") ? numbers("contextTargetSize") : new float[0];
    for (float size : context) {
      if (size != 0) {
        throw new Refusal("the network is recurrent, which is not read");
      }
    }
    int layers = feeds.length;
    if (layers < 2 || starts.length < layers - 1 || activations.size() < layers) {
      throw new Refusal(
          "layerFeedCounts, weightIndex and the activations do not speak of as many layers");
    }
    float[] counts = numbers("layerCounts");
    if (counts.length != layers) {
      throw new Refusal("layerCounts and layerFeedCounts do not speak of as many layers");
    }
    float[] ones = numbers("biasActivation");
    if (ones.length != layers) {
      throw new Refusal("biasActivation and layerFeedCounts do not speak of as many layers");
    }
    Assembly assembly = new Assembly(registry, Shape.of(units(feeds[layers - 1])));
    for (int layer = layers - 2; layer >= 0; layer--) {
      int inputs = units(feeds[layer + 1]);
      boolean hasBias = counts[layer + 1] > feeds[layer + 1];
      int outputs = units(feeds[layer]);
      long needed = (long) outputs * (inputs + (hasBias ? 1 : 0));
      int from = (int) starts[layer];
      if (from < 0 || from + needed > weights.length) {
        throw new Refusal(
            "layer %s needs %s weights from place %s on, but there are %s in all"
                .formatted(layer, needed, from, weights.length));
      }
      float[] kernel = new float[inputs * outputs];
      float[] bias = new float[hasBias ? outputs : 0];
      for (int j = 0; j < outputs; j++) {
        for (int i = 0; i < inputs; i++) {
          kernel[i * outputs + j] = weights[from++];
        }
        if (hasBias) {
          bias[j] = weights[from++] * ones[layer + 1];
        }
      }
      assembly.dense(outputs, activation(activations.get(layer)), kernel, bias);
    }
    return assembly.model();
  }

  private static int units(float count) {
    if (!(count >= 1 && count <= 1e6) || count != Math.rint(count)) {
      throw new Refusal("a layer has %s units".formatted(count));
    }
    return (int) count;
  }

  private static String activation(String name) {
    String ours = ACTIVATIONS.get(name);
    if (ours == null) {
      throw new Refusal(
          "the activation %s is not read; read are %s"
              .formatted(name, new java.util.TreeSet<>(ACTIVATIONS.keySet())));
    }
    return ours;
  }

  private float[] numbers(String key) {
    String text = values.get(key);
    if (text == null) {
      throw new Refusal("%s has no %s".formatted(NETWORK, key));
    }
    String[] parts = text.split(",", -1);
    float[] numbers = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      try {
        numbers[i] = Float.parseFloat(parts[i].strip());
      } catch (NumberFormatException e) {
        throw new Refusal("%s has \"%s\" at place %s".formatted(key, parts[i], i), e);
      }
    }
    return numbers;
  }
}
