package dev.nn.imports.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.imports.read.Json;
import dev.nn.imports.read.Refusal;
import dev.nn.imports.read.Tensor;
import dev.nn.imports.read.Zip;
import io.jhdf.api.Group;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a {@code .keras} file of Keras 3. Weights lie in groups that are named after classes and
 * their order: the layer that is called {@code dense} can be {@code layers/dense_1}. What a layer
 * is called, the attribute {@code name} of its variables says.
 */
public final class KerasArchive {
  private static final String CONFIG = "config.json";
  private static final String WEIGHTS = "model.weights.h5";

  private KerasArchive() {}

  /** Whether a zip file is one of Keras. */
  public static boolean isOne(Zip zip) {
    return zip.has(CONFIG) && zip.has(WEIGHTS);
  }

  /** Reads a model. */
  public static Model read(Zip zip, PluginRegistry registry) throws IOException {
    JsonNode config = Json.object(zip.bytes(CONFIG), CONFIG);
    return Hdf5.read(
        zip.bytes(WEIGHTS),
        file -> {
          Map<String, Group> byName = variables(file.root());
          return KerasLayers.read(config, false, layer -> tensors(file, byName, layer), registry);
        });
  }

  private static Map<String, Group> variables(Group root) {
    Group layers =
        Hdf5.group(root, "layers").orElseThrow(() -> new Refusal(WEIGHTS + " has no group layers"));
    Map<String, Group> byName = new HashMap<>();
    for (Group layer : Hdf5.groups(layers)) {
      Hdf5.group(layer, "vars")
          .ifPresent(
              variables -> {
                String name =
                    Hdf5.text(variables, "name")
                        .orElseThrow(
                            () ->
                                new Refusal(
                                    "%s does not say which layer it is of; save the model again with Keras 3.5 or newer"
                                        .formatted(variables.getPath())));
                if (byName.put(name, variables) != null) {
                  throw new Refusal("%s has two layers called %s".formatted(WEIGHTS, name));
                }
              });
    }
    return byName;
  }

  private static List<Tensor> tensors(Hdf5 file, Map<String, Group> byName, String layer) {
    Group variables = byName.get(layer);
    List<Tensor> tensors = new ArrayList<>();
    if (variables != null) {
      for (int i = 0; variables.getChildren().containsKey(String.valueOf(i)); i++) {
        tensors.add(file.tensor(variables, String.valueOf(i)));
      }
    }
    return tensors;
  }
}
