package dev.nn.tests.conformance.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn.api.Shape;
import dev.nn.api.Spec;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.vector.Numbers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One layer of the file.
 *
 * @param layer its spec
 * @param entry what the file has of it
 * @param versions of the libraries
 */
record LayerCase(String layer, JsonNode entry, String versions) {

  String name() {
    return Spec.parse(layer).name();
  }

  String oracle() {
    return GoldenFile.withVersions(entry.path("oracle").asText(), versions);
  }

  Shape shape() {
    return Shape.of(
        Arrays.stream(Numbers.flat(entry.path("input_shape"))).mapToInt(d -> (int) d).toArray());
  }

  float[][] input() {
    return Numbers.rows(entry.path("input"));
  }

  /** The layer with the parameters of the file, or those that it had to learn from the data. */
  LayerRun run(PluginRegistry registry) {
    Map<String, float[]> parameters = new LinkedHashMap<>();
    for (String group : List.of("parameters", "adapted")) {
      entry
          .path(group)
          .properties()
          .forEach(field -> parameters.put(field.getKey(), Numbers.floats(field.getValue())));
    }
    float[][] outputGradient = Numbers.rows(entry.path("output_gradient"));
    boolean areIndices = name().equals("embedding");
    return new LayerRun(registry, layer, shape(), input(), areIndices, parameters, outputGradient);
  }

  /** The layer with so many random numbers that shares are nearly probabilities; its input is 0. */
  LayerRun wideRun(PluginRegistry registry) {
    Shape wide = Shape.of(15_000);
    float[][] zeros = new float[input().length][wide.size()];
    float[][] ones = new float[input().length][wide.size()];
    for (float[] row : ones) {
      Arrays.fill(row, 1);
    }
    return new LayerRun(registry, layer, wide, zeros, false, Map.of(), ones);
  }
}
