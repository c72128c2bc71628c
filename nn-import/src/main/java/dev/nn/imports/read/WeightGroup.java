package dev.nn.imports.read;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tensors of one layer in a file of weights.
 *
 * @param prefix what their names have in common, such as {@code net.0}
 * @param tensors by the rest of their names, such as {@code weight}
 * @param outputsFirst whether kernels are outputs × inputs, as in PyTorch
 */
public record WeightGroup(String prefix, Map<String, Tensor> tensors, boolean outputsFirst) {
  /** Keeps the order of the tensors. */
  public WeightGroup {
    tensors = new LinkedHashMap<>(tensors);
  }

  /** The tensor that is a layer's main one, if there is one. */
  public Tensor weight() {
    return needed("weight");
  }

  /** The tensor that is added at the end. */
  public Tensor bias() {
    return needed("bias");
  }

  private Tensor needed(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new Refusal(
          "%s has %s, but no %s, and only layers with one are read"
              .formatted(shownPrefix(), tensors.keySet(), name));
    }
    return tensor;
  }

  private String shownPrefix() {
    return prefix.isEmpty() ? "the file" : prefix;
  }

  /** Whether it can be a dense layer. */
  boolean isDense() {
    return weight().rank() == 2;
  }

  /** The number of features that go into a dense layer, or through another one. */
  int inputs() {
    Tensor weight = weight();
    return isDense() ? weight.shape().get(outputsFirst ? 1 : 0) : weight.size();
  }

  /** The number of features that come out. */
  int outputs() {
    Tensor weight = weight();
    return isDense() ? weight.shape().get(outputsFirst ? 0 : 1) : weight.size();
  }

  /** A layer that fits, as far as shapes tell. */
  String guess() {
    Tensor weight = weight();
    boolean hasBias = tensors.containsKey("bias");
    if (tensors.containsKey("running_mean")) {
      return "batch_normalization";
    }
    if (weight.rank() == 2) {
      return "dense(units=%s%s)".formatted(outputs(), hasBias ? "" : ", bias=false");
    }
    if (weight.rank() == 1) {
      return hasBias ? "layer_normalization" : "prelu";
    }
    throw new Refusal(
        "%s.weight has the shape %s; layers of that kind, such as convolutions, are not read"
            .formatted(prefix, weight.dimensions()));
  }

  /**
   * The numbers of one of our parameters.
   *
   * @param name of ours, such as {@code 0.dense.kernel}
   * @param size how many numbers that has
   */
  float[] numbers(String name, int size) {
    String own = name.substring(name.lastIndexOf('.') + 1);
    Tensor tensor = tensors.get(nameOf(own));
    if (tensor == null) {
      throw new Refusal(
          "%s needs %s.%s, and the file has %s there"
              .formatted(name, prefix, nameOf(own), tensors.keySet()));
    }
    float[] values = outputsFirst && own.equals("kernel") ? turned(tensor) : tensor.values();
    if (own.equals("alpha") && values.length == 1) {
      float[] repeated = new float[size];
      java.util.Arrays.fill(repeated, values[0]);
      return repeated;
    }
    if (values.length != size) {
      throw new Refusal(
          "%s has %s numbers, but %s.%s of the file is %s"
              .formatted(name, size, prefix, nameOf(own), tensor.dimensions()));
    }
    return values;
  }

  private static float[] turned(Tensor tensor) {
    return tensor.rank() == 2 ? tensor.transposed().values() : tensor.values();
  }

  private static String nameOf(String own) {
    return switch (own) {
      case "kernel", "gamma", "alpha", "embeddings", "table" -> "weight";
      case "beta" -> "bias";
      case "moving_mean" -> "running_mean";
      case "moving_variance" -> "running_var";
      default -> own;
    };
  }
}
