package dev.nn.tests.conformance.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.vector.Networks;
import dev.nn.tests.conformance.vector.Numbers;
import dev.nn.tests.conformance.vector.OutputSum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Outputs in training and prediction, and the gradients of the input and of every parameter. */
final class LayerOracle implements Oracle {
  private final JsonNode document = read();

  @Override
  public List<String> scripts() {
    return List.of(document.path("made_by").path("script").asText());
  }

  @Override
  public Stream<GoldenCase> cases(PluginRegistry registry) {
    PluginRegistry withLosses = registry.with(new OutputSum(1)).with(new Projection(1));
    String versions = document.path("made_by").path("version").asText();
    return StreamSupport.stream(document.path("cases").spliterator(), false)
        .map(
            entry ->
                GoldenCase.of(
                    entry.path("layer").asText(),
                    (spec, findings) ->
                        check(new LayerCase(spec, entry, versions), withLosses, findings)));
  }

  private static void check(LayerCase layer, PluginRegistry registry, Findings findings) {
    LayerRun run = layer.run(registry);
    compare(layer, run, findings);
    compareAdapted(layer, registry, findings);
    RandomLayers.compare(layer, run, registry, findings);
  }

  private static JsonNode read() {
    try {
      return new ObjectMapper()
          .readTree(
              GoldenFile.root().resolve("nn-tests/src/test/resources/golden/layers.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compare(LayerCase layer, LayerRun run, Findings findings) {
    JsonNode prediction = layer.entry().path("prediction");
    JsonNode training = layer.entry().path("training");
    compare(layer, "prediction", prediction.path("output"), run.predictions(), findings);
    compare(layer, "output", training.path("output"), run.outputs(), findings);
    compare(
        layer, "input gradient", training.path("input_gradient"), run.inputGradient(), findings);
    training
        .path("parameter_gradients")
        .properties()
        .forEach(
            gradient ->
                compare(
                    layer,
                    "gradient of " + gradient.getKey(),
                    gradient.getValue(),
                    run.gradient(gradient.getKey()),
                    findings));
    compareStatistics(layer, training.path("parameters_after"), run::after, findings);
  }

  /** What a layer learns from the data before the first step. */
  private static void compareAdapted(LayerCase layer, PluginRegistry registry, Findings findings) {
    JsonNode adapted = layer.entry().path("adapted");
    if (adapted.isMissingNode()) {
      return;
    }
    Network network = Network.of(registry, layer.shape(), layer.layer());
    Dataset data = Networks.withoutTargets(layer.input()).reshape(layer.shape());
    Model model =
        Networks.trainer(registry, new OutputSum(1), registry.optimizer("sgd"), data.rows(), 1)
            .build()
            .fit(network, data)
            .model();
    compareStatistics(
        layer, adapted, name -> model.parameter("0." + layer.name() + "." + name), findings);
  }

  /**
   * Compares sums, whose summands are as large as the sums are on an average. Nothing is wanted
   * where the file has nothing.
   */
  private static void compare(
      LayerCase layer, String quantity, JsonNode want, float[] got, Findings findings) {
    if (!want.isMissingNode()) {
      compare(layer, quantity, want, got, meanSize(Numbers.flat(want)), findings);
    }
  }

  static double meanSize(double[] numbers) {
    return Arrays.stream(numbers).map(Math::abs).average().orElse(0);
  }

  /** Compares statistics of the data, each of a size of its own. */
  private static void compareStatistics(
      LayerCase layer, JsonNode want, Function<String, float[]> got, Findings findings) {
    want.properties()
        .forEach(
            field ->
                compare(
                    layer,
                    field.getKey(),
                    field.getValue(),
                    got.apply(field.getKey()),
                    0,
                    findings));
  }

  private static void compare(
      LayerCase layer,
      String quantity,
      JsonNode want,
      float[] got,
      double unit,
      Findings findings) {
    findings
        .of(Subject.LAYER, layer.name(), layer.oracle(), quantity)
        .compare(layer.layer() + ", " + quantity, Numbers.flat(want), got, unit);
  }
}
