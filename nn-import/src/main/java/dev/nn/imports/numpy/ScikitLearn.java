package dev.nn.imports.numpy;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.imports.read.Assembly;
import dev.nn.imports.read.Refusal;
import dev.nn.imports.read.Tensor;
import dev.nn.imports.read.WeightGroup;
import dev.nn.imports.read.WeightsOnly;
import dev.nn.imports.read.Zip;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads weights of scikit-learn's {@code MLPClassifier} and {@code MLPRegressor} from an {@code
 * .npz} file: {@code coef_0, intercept_0, coef_1, …} and, if the file is to be read without being
 * told the layers, {@code activation} and {@code out_activation}.
 */
public final class ScikitLearn {
  private static final Pattern NAME = Pattern.compile("(coef|intercept)s?_(\\d{1,4})");
  private static final Map<String, String> ACTIVATIONS =
      Map.of(
          "identity", "identity",
          "relu", "relu",
          "logistic", "sigmoid",
          "tanh", "tanh",
          "softmax", "softmax");

  private ScikitLearn() {}

  /** Whether a zip file is one of {@code numpy.savez}. */
  public static boolean isOne(Zip zip) {
    return !zip.names().isEmpty() && zip.names().stream().allMatch(name -> name.endsWith(".npy"));
  }

  /**
   * Reads a model.
   *
   * @param layers their specs; empty if the file is to say it
   */
  public static Model read(Zip zip, String layers, PluginRegistry registry) throws IOException {
    Map<Integer, Map<String, Tensor>> byLayer = new TreeMap<>();
    Map<String, String> texts = new LinkedHashMap<>();
    for (String member : zip.names()) {
      String name = member.substring(0, member.length() - ".npy".length());
      Npy array = Npy.of(name, zip.bytes(member));
      Matcher form = NAME.matcher(name);
      if (form.matches()) {
        String part = form.group(1).equals("coef") ? "weight" : "bias";
        int layer = Integer.parseInt(form.group(2));
        byLayer.computeIfAbsent(layer, key -> new LinkedHashMap<>()).put(part, array.tensor());
      } else if (array.isText()) {
        texts.put(name, array.text());
      }
    }
    List<WeightGroup> groups = new ArrayList<>();
    byLayer.forEach((layer, tensors) -> groups.add(group(layer, tensors)));
    if (groups.isEmpty()) {
      throw new Refusal(
          "its arrays are %s, but weights are called coef_0, intercept_0, coef_1, …; docs/import.md has the lines that save them"
              .formatted(zip.names()));
    }
    checkComplete(byLayer.keySet().stream().toList(), groups);
    String hidden = texts.get("activation");
    String last = texts.get("out_activation");
    return layers.isBlank() && hidden != null && last != null
        ? whole(groups, ours("activation", hidden), ours("out_activation", last), registry)
        : new WeightsOnly(registry, "sklearn", groups).in(layers);
  }

  private static WeightGroup group(int layer, Map<String, Tensor> tensors) {
    Tensor weight = tensors.get("weight");
    Tensor bias = tensors.get("bias");
    if (weight == null || bias == null) {
      throw new Refusal(
          "layer %s has no %s".formatted(layer, weight == null ? "coef" : "intercept"));
    }
    if (weight.rank() != 2 || bias.rank() != 1 || bias.size() != weight.shape().get(1)) {
      throw new Refusal(
          "coef_%s is %s and intercept_%s is %s, which do not belong together"
              .formatted(layer, weight.dimensions(), layer, bias.dimensions()));
    }
    return new WeightGroup("layer " + layer, tensors, false);
  }

  private static void checkComplete(List<Integer> layers, List<WeightGroup> groups) {
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i) != i) {
        throw new Refusal("there is no coef_%s, only those of the layers %s".formatted(i, layers));
      }
      List<Integer> shape = groups.get(i).weight().shape();
      if (i > 0 && !groups.get(i - 1).weight().shape().get(1).equals(shape.get(0))) {
        throw new Refusal(
            "coef_%s takes %s features, but the layer before it gives %s"
                .formatted(i, shape.get(0), groups.get(i - 1).bias().size()));
      }
    }
  }

  private static String ours(String array, @Nullable String theirs) {
    String ours = ACTIVATIONS.get(theirs);
    if (ours == null) {
      throw new Refusal(
          "%s is \"%s\"; scikit-learn has identity, logistic, tanh, relu and softmax"
              .formatted(array, theirs));
    }
    return ours;
  }

  private static Model whole(
      List<WeightGroup> groups, String hidden, String last, PluginRegistry registry) {
    int inputs = groups.get(0).weight().shape().get(0);
    Assembly assembly = new Assembly(registry, Shape.of(inputs));
    for (int i = 0; i < groups.size(); i++) {
      Tensor weight = groups.get(i).weight();
      Tensor bias = groups.get(i).bias();
      String activation = i == groups.size() - 1 ? last : hidden;
      assembly.dense(bias.size(), activation, weight.values(), bias.values());
    }
    return assembly.model();
  }
}
