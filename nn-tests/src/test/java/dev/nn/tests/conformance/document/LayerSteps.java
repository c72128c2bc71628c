package dev.nn.tests.conformance.document;

import dev.nn.api.Optimizer;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.bench.Descent;
import dev.nn.tests.conformance.document.GoldenFile.Section;
import dev.nn.tests.conformance.vector.Numbers;
import java.util.List;
import java.util.stream.Stream;

/** Twenty steps of a kernel and its bias, for optimizers that tell one from the other. */
final class LayerSteps {
  private static final int INPUTS = 3;
  private static final int UNITS = 5;

  private final GoldenFile golden = GoldenFile.read("nn-optim", "keras_matrices.txt").get(0);
  private final double[] first = golden.sections().get(0).lines().get(0);
  private final List<double[]> gradients = golden.sections().get(1).lines();

  GoldenFile golden() {
    return golden;
  }

  Stream<GoldenCase> cases(PluginRegistry registry) {
    return golden.sections().stream()
        .skip(2)
        .map(
            section ->
                GoldenCase.of(
                    section.title(), (spec, findings) -> check(section, spec, registry, findings)));
  }

  private void check(Section section, String spec, PluginRegistry registry, Findings findings) {
    Optimizer optimizer = registry.optimizer(spec);
    Finding finding = findings.of(Subject.OPTIMIZER, optimizer.name(), section.oracle(), "weights");
    Optimizer resolved = registry.resolve(optimizer);
    double rate = resolved.learningRate().rate(0, new double[resolved.learningRate().stateSize()]);
    Descent descent = new Descent(resolved, rate, Numbers.narrow(first));
    double[] largest = new double[first.length];
    for (int step = 0; step < gradients.size(); step++) {
      descent.stepOfLayer(resolved, Numbers.narrow(gradients.get(step)), INPUTS, UNITS);
      for (int i = 0; i < first.length; i++) {
        double want = section.lines().get(step)[i];
        largest[i] = Math.max(Math.max(largest[i], Math.abs(first[i])), Math.abs(want));
        String where = section.title() + ", step " + step + ", weight " + i;
        finding.compare(where, want, descent.weights()[i], largest[i]);
      }
    }
  }
}
