package dev.nn.tests.combinations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Loss;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.gradient.GradientReport;
import dev.nn.tests.gradient.Problem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Generated networks have right gradients, and go downhill along them with every optimizer. */
class CombinationsTest {
  private static final int NETWORKS = 600;
  private static final long SEED = 20_260_100;

  private final PluginRegistry registry = PluginRegistry.load();
  private final Generator generator = new Generator(registry);

  @TestFactory
  Stream<DynamicTest> generatedNetworksHaveRightGradientsAndLearn() {
    return combinations()
        .map(drawn -> DynamicTest.dynamicTest(drawn.toString(), () -> checkAndTrain(drawn)));
  }

  @Test
  void everyPluginIsDrawn() {
    Set<String> left = new TreeSet<>(generator.names());
    combinations().forEach(drawn -> drawn.names().forEach(left::remove));
    assertEquals(Set.of(), left);
  }

  private Stream<Combination> combinations() {
    return LongStream.range(SEED, SEED + NETWORKS).mapToObj(generator::draw);
  }

  private void checkAndTrain(Combination drawn) {
    Loss loss = registry.create(Loss.class, drawn.loss());
    Problem problem = new Problem(registry, loss, drawn.seed());
    Problem.Trial start = problem.checkHidden(drawn.layers(), drawn.takesIndices());
    GradientReport report = start.report();
    assertEquals(List.of(), report.mismatches(), drawn::toString);
    assertTrue(report.isRepresentative(), () -> drawn + ": too close to kinks: " + report);
    new Descent(registry, drawn, loss, start).check();
  }
}
