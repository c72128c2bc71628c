package dev.nn.tests.conformance.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.vector.VectorTests;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Numbers from the tests of Keras, Optax, PyTorch and scikit-learn. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenConformanceTest {
  private final VectorTests tests =
      new VectorTests(GoldenVectors.FILE, GoldenVectors.cases(PluginRegistry.load()));

  @TestFactory
  Stream<DynamicTest> ourNumbersAreThoseOfOtherFrameworks() {
    return tests.cases().stream()
        .map(
            vector ->
                dynamicTest(vector.id(), () -> assertEquals(List.of(), tests.misses(vector))));
  }

  @Test
  void nothingIsSkippedWhoseOperatorIsInstalled() {
    assertEquals(List.of(), tests.skippedWithoutReason(), "write their adapters");
  }

  @AfterAll
  void report() {
    tests.report();
  }
}
