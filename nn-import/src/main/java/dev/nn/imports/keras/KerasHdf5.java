package dev.nn.imports.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.imports.read.Json;
import dev.nn.imports.read.Refusal;
import dev.nn.imports.read.Tensor;
import io.jhdf.api.Group;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads an {@code .h5} file of Keras 2 or 3 with a configuration. HDF5 lists members by name, so
 * the order of a layer's weights is that of its attribute {@code weight_names}.
 */
public final class KerasHdf5 {
  private static final String NEW_VERSION = "3.";

  private KerasHdf5() {}

  /** Reads a model. */
  public static Model read(byte[] bytes, PluginRegistry registry) {
    return Hdf5.read(
        bytes,
        file -> {
          String text =
              Hdf5.text(file.root(), "model_config")
                  .orElseThrow(
                      () ->
                          new Refusal(
                              "the HDF5 file has no model_config, so it holds weights only or is not of Keras; save the whole model, with model.save(\"model.keras\")"));
          JsonNode config = Json.object(text.getBytes(StandardCharsets.UTF_8), "model_config");
          Group weights =
              Hdf5.group(file.root(), "model_weights")
                  .orElseThrow(() -> new Refusal("the HDF5 file has no group model_weights"));
          boolean isOld =
              !Hdf5.text(file.root(), "keras_version").orElse("").startsWith(NEW_VERSION);
          return KerasLayers.read(config, isOld, layer -> tensors(file, weights, layer), registry);
        });
  }

  private static List<Tensor> tensors(Hdf5 file, Group weights, String layer) {
    Optional<Group> group = Hdf5.group(weights, layer);
    List<Tensor> tensors = new ArrayList<>();
    group.ifPresent(
        found -> {
          for (String name : Hdf5.texts(found, "weight_names")) {
            tensors.add(file.tensor(found, name));
          }
        });
    return tensors;
  }
}
