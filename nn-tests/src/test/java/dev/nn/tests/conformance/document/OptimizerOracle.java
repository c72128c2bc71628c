package dev.nn.tests.conformance.document;

import dev.nn.api.Optimizer;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.TrainingSession;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.document.GoldenFile.Section;
import dev.nn.tests.conformance.vector.Networks;
import dev.nn.tests.conformance.vector.Numbers;
import dev.nn.tests.conformance.vector.OutputSum;
import java.util.List;
import java.util.stream.Stream;

/**
 * The weights after each of twenty steps. A unit without bias has ŷ = x·w, so with the loss ŷ the
 * gradient of its kernel is its input: batches of one row prescribe it. Each step rounds a weight,
 * so what it once was remains in its error.
 */
final class OptimizerOracle implements Oracle {
  private final List<GoldenFile> golden =
      GoldenFile.read(
          "nn-optim", "keras_optimizers.txt", "torch_optimizers.txt", "optax_optimizers.txt");
  private final LayerSteps ofLayers = new LayerSteps();
  private final List<Section> inputs = golden.get(0).sections().subList(0, 2);
  private final float[] first = Numbers.narrow(inputs.get(0).lines().get(0));
  private final float[][] gradients =
      inputs.get(1).lines().stream().map(Numbers::narrow).toArray(float[][]::new);

  @Override
  public List<String> scripts() {
    return Oracle.scripts(Stream.concat(golden.stream(), Stream.of(ofLayers.golden())));
  }

  @Override
  public Stream<GoldenCase> cases(PluginRegistry registry) {
    PluginRegistry withLoss = registry.with(new OutputSum(1));
    Stream<GoldenCase> flat =
        golden.stream()
            .flatMap(file -> file.sections().stream())
            .filter(section -> !inputs.contains(section))
            .map(
                section ->
                    GoldenCase.of(
                        section.title(),
                        (spec, findings) -> check(section, spec, withLoss, findings)));
    return Stream.concat(flat, ofLayers.cases(registry));
  }

  private void check(Section section, String spec, PluginRegistry registry, Findings findings) {
    Optimizer optimizer = registry.optimizer(spec);
    Finding finding = findings.of(Subject.OPTIMIZER, optimizer.name(), section.oracle(), "weights");
    Model model =
        Networks.model(
            registry, Shape.of(first.length), List.of("dense(units=1, bias=false)"), first);
    try (TrainingSession session =
        Networks.session(
            registry,
            model,
            new OutputSum(1),
            optimizer,
            Networks.withoutTargets(gradients),
            1,
            1)) {
      double[] largest = new double[first.length];
      for (int i = 0; i < first.length; i++) {
        largest[i] = Math.abs(first[i]);
      }
      for (int step = 0; step < gradients.length; step++) {
        session.step();
        float[] weights = session.model().parameter("0.dense.kernel");
        for (int i = 0; i < first.length; i++) {
          double want = section.lines().get(step)[i];
          largest[i] = Math.max(largest[i], Math.abs(want));
          String where = section.title() + ", step " + step + ", weight " + i;
          finding.compare(where, want, weights[i], largest[i]);
        }
      }
    }
  }
}
