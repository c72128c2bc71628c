package dev.nn.tests.conformance.onnx;

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

/** Vectors of ONNX' node tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnnxConformanceTest {
  private final VectorTests tests =
      new VectorTests(OnnxVectors.FILE, OnnxVectors.cases(PluginRegistry.load()));

  @TestFactory
  Stream<DynamicTest> ourOperatorsComputeWhatOnnxDefines() {
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
