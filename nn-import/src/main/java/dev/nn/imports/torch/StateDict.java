package dev.nn.imports.torch;

import dev.nn.imports.read.Refusal;
import dev.nn.imports.read.Tensor;
import dev.nn.imports.read.WeightGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sorts the tensors of a {@code state_dict} by layer. */
public final class StateDict {
  private StateDict() {}

  /** Returns the layers in the order in which their first tensors come. */
  public static List<WeightGroup> groups(List<Tensor> tensors) {
    Map<String, Map<String, Tensor>> layers = new LinkedHashMap<>();
    for (Tensor tensor : tensors) {
      int dot = tensor.name().lastIndexOf('.');
      String prefix = dot < 0 ? "" : tensor.name().substring(0, dot);
      String rest = tensor.name().substring(dot + 1);
      if (rest.equals("num_batches_tracked")) {
        continue;
      }
      if (!rest.matches("weight|bias|running_mean|running_var")) {
        throw new Refusal(
            "%s is no weight of a linear, normalization, PReLU or embedding layer; others are not read"
                .formatted(tensor.name()));
      }
      layers.computeIfAbsent(prefix, key -> new LinkedHashMap<>()).put(rest, tensor);
    }
    List<WeightGroup> groups = new ArrayList<>();
    layers.forEach((prefix, ofLayer) -> groups.add(new WeightGroup(prefix, ofLayer, true)));
    return groups;
  }
}
