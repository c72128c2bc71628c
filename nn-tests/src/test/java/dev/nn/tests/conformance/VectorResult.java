package dev.nn.tests.conformance;

import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.golden.GoldenVectors;
import dev.nn.tests.conformance.onnx.OnnxVectors;
import dev.nn.tests.conformance.vector.Comparison;
import dev.nn.tests.conformance.vector.Measure;
import dev.nn.tests.conformance.vector.Plan.Check;
import dev.nn.tests.conformance.vector.VectorCase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What came of one case for one of the plugins that took part in it.
 *
 * @param kind of the plugin: {@code activation}
 * @param plugin its name
 * @param source the project whose test the case is
 * @param comparisons of all numbers of the case
 */
public record VectorResult(
    String kind, String plugin, String source, List<Comparison> comparisons) {

  /** The results of all cases that run, or nothing where a file of vectors is missing. */
  public static Optional<List<VectorResult>> all(PluginRegistry registry) {
    Optional<List<VectorCase>> golden = GoldenVectors.cases(registry);
    Optional<List<VectorCase>> onnx = OnnxVectors.cases(registry);
    return golden.isPresent() && onnx.isPresent()
        ? Optional.of(
            Stream.of(golden.get(), onnx.get())
                .flatMap(List::stream)
                .flatMap(VectorResult::of)
                .toList())
        : Optional.empty();
  }

  private static Stream<VectorResult> of(VectorCase vector) {
    if (!(vector.plan() instanceof Check check)) {
      return Stream.empty();
    }
    Measure measure = new Measure();
    check.body().run(measure);
    return check.checked().stream()
        .map(
            plugin ->
                new VectorResult(
                    plugin.kind(), plugin.name(), vector.source(), measure.comparisons()))
        .distinct();
  }
}
