package dev.nn.tests.conformance.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.vector.Numbers;
import java.util.stream.IntStream;

/**
 * Layers that draw random numbers in training. The file says what becomes of an element that is
 * kept, what of one that is dropped, and how many are dropped; of noise, its distribution.
 */
final class RandomLayers {
  private RandomLayers() {}

  static void compare(LayerCase layer, LayerRun run, PluginRegistry registry, Findings findings) {
    if (layer.entry().has("fates")) {
      fates(layer, run, findings);
      dropped(layer, layer.wideRun(registry).inputGradient(), findings);
    }
    if (layer.entry().has("distribution")) {
      distribution(layer, layer.wideRun(registry).outputs(), findings);
    }
  }

  private static void fates(LayerCase layer, LayerRun run, Findings findings) {
    String oracle = layer.oracle();
    Finding output = findings.of(Subject.LAYER, layer.name(), oracle, "output");
    Finding gradient = findings.of(Subject.LAYER, layer.name(), oracle, "input gradient");
    for (int i = 0; i < run.outputs().length; i++) {
      String fate = run.inputGradient()[i] == 0 ? "dropped" : "kept";
      JsonNode want = layer.entry().path("fates").path(fate);
      String where = layer.layer() + ", " + fate + "[" + i + "]";
      compare(output, where, want.path("output"), run.outputs(), i);
      compare(gradient, where, want.path("input_gradient"), run.inputGradient(), i);
    }
  }

  private static void compare(Finding finding, String where, JsonNode want, float[] got, int i) {
    double[] numbers = Numbers.flat(want);
    finding.compare(where, numbers[i], got[i], LayerOracle.meanSize(numbers));
  }

  /** What is dropped has no influence, so its gradient is 0. */
  private static void dropped(LayerCase layer, float[] inputGradient, Findings findings) {
    compareShare(
        layer,
        "how many are dropped",
        layer.entry().path("rate").asDouble(),
        IntStream.range(0, inputGradient.length).filter(i -> inputGradient[i] == 0).count(),
        inputGradient.length,
        findings);
  }

  private static void distribution(LayerCase layer, float[] outputs, Findings findings) {
    double[] points = Numbers.flat(layer.entry().path("distribution").path("points"));
    double[] shares = Numbers.flat(layer.entry().path("distribution").path("shares"));
    for (int i = 0; i < points.length; i++) {
      double point = points[i];
      compareShare(
          layer,
          "how many are at most " + point,
          shares[i],
          IntStream.range(0, outputs.length).filter(j -> outputs[j] <= point).count(),
          outputs.length,
          findings);
    }
  }

  private static void compareShare(
      LayerCase layer, String what, double want, long count, int draws, Findings findings) {
    findings
        .distribution(Subject.LAYER, layer.name(), layer.oracle(), draws)
        .compare(layer.layer() + ", " + what, want, (double) count / draws, 1);
  }
}
