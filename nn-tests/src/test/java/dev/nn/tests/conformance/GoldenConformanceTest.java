package dev.nn.tests.conformance;

import dev.nn.core.PluginRegistry;
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
      new VectorTests("golden.json", "id", new GoldenVectors(PluginRegistry.load())::plan);

  @TestFactory
  Stream<DynamicTest> ourNumbersAreThoseOfOtherFrameworks() {
    return tests.all();
  }

  @Test
  void nothingIsSkippedWhoseOperatorIsInstalled() {
    tests.listSkipped();
  }

  @AfterAll
  void report() {
    tests.report();
  }
}
