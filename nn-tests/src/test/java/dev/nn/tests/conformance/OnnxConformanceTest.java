package dev.nn.tests.conformance;

import dev.nn.core.PluginRegistry;
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
      new VectorTests("onnx_vectors.json", "case", new OnnxVectors(PluginRegistry.load())::plan);

  @TestFactory
  Stream<DynamicTest> ourOperatorsComputeWhatOnnxDefines() {
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
