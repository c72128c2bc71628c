package dev.nn.tests.conformance.document;

import dev.nn.api.Optimizer;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.PluginRegistry;
import dev.nn.core.TrainingSession;
import dev.nn.tests.conformance.Networks;
import dev.nn.tests.conformance.Numbers;
import dev.nn.tests.conformance.OutputSum;
import dev.nn.tests.conformance.document.GoldenFile.Section;
import java.util.List;
import java.util.stream.Stream;

/**
 * The weights after each of twenty steps. A unit without bias has ŷ = x·w, so with the loss ŷ the
 * gradient of its kernel is its input: batches of one row prescribe it.
 */
final class OptimizerOracle implements Oracle {
  private final GoldenFile keras = GoldenFile.read("nn-optim", "keras_optimizers.txt");
  private final GoldenFile torch = GoldenFile.read("nn-optim", "torch_optimizers.txt");
  private final float[] first = Numbers.narrow(keras.sections().get(0).lines().get(0));
  private final float[][] gradients =
      keras.sections().get(1).lines().stream().map(Numbers::narrow).toArray(float[][]::new);

  @Override
  public List<String> scripts() {
    return Oracle.scripts(keras, torch);
  }

  @Override
  public void check(PluginRegistry registry, Findings findings) {
    Stream.concat(keras.sections().stream().skip(2), torch.sections().stream())
        .forEach(section -> check(section, registry.with(new OutputSum(1)), findings));
  }

  private void check(Section section, PluginRegistry registry, Findings findings) {
    Optimizer optimizer = registry.optimizer(section.title());
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
      for (int step = 0; step < gradients.length; step++) {
        session.step();
        finding.compare(
            section.title() + ", step " + step,
            section.lines().get(step),
            session.model().parameter("0.dense.kernel"));
      }
    }
  }
}
