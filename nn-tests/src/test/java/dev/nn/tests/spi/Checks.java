package dev.nn.tests.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What every sample has to show. */
final class Checks {
  private Checks() {}

  /**
   * That the plugin is found on the class path and on the module path, that the loss falls below a
   * bound, and that both give the same bits.
   *
   * @param module the module that must provide it on the module path
   */
  static Report learns(Sample sample, String module, Experiment experiment, double bound) {
    Report onClassPath = sample.train(Where.CLASS_PATH, experiment);
    Report onModulePath = sample.train(Where.MODULE_PATH, experiment);
    for (Report report : new Report[] {onClassPath, onModulePath}) {
      assertEquals("COMPLETED", report.outcome());
      assertEquals("[]", report.faults());
      assertTrue(
          report.lastLoss() < bound && report.firstLoss() > bound,
          () -> "loss " + report.firstLoss() + " → " + report.lastLoss() + ", bound " + bound);
    }
    assertTrue(
        onClassPath.origin().startsWith(module)
            && onClassPath.origin().endsWith(".jar")
            && !onClassPath.origin().contains("module"),
        onClassPath::origin);
    assertTrue(onModulePath.origin().contains(" in module " + module + " ("), onModulePath::origin);
    assertEquals(onClassPath.sha256(), onModulePath.sha256(), "class path and module path");
    return onClassPath;
  }

  /** That one, two and three threads give the same bits. */
  static void sameBitsForAnyThreads(Sample sample, Experiment experiment) {
    String one = sample.train(Where.CLASS_PATH, experiment).sha256();
    for (int threads = 2; threads <= 3; threads++) {
      assertEquals(
          one,
          sample.train(Where.CLASS_PATH, experiment.withThreads(threads)).sha256(),
          threads + " threads");
    }
  }
}
