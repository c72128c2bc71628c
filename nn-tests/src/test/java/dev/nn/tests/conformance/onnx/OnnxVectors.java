package dev.nn.tests.conformance.onnx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.vector.Need;
import dev.nn.tests.conformance.vector.Plan;
import dev.nn.tests.conformance.vector.Specs;
import dev.nn.tests.conformance.vector.VectorCase;
import dev.nn.tests.conformance.vector.VectorFile;
import java.util.List;
import java.util.Optional;

/** The cases of {@code onnx_vectors.json}: ONNX' own tests of its operators. */
public final class OnnxVectors {
  public static final String FILE = "onnx_vectors.json";

  private final PluginRegistry registry;

  public OnnxVectors(PluginRegistry registry) {
    this.registry = registry;
  }

  /** The cases, or nothing where the file is missing. */
  public static Optional<List<VectorCase>> cases(PluginRegistry registry) {
    return VectorFile.cases(FILE, "case", new OnnxVectors(registry)::plan);
  }

  public Plan plan(JsonNode node) {
    OnnxCase vector = OnnxCase.of(node);
    if (!vector.x().type().equals("float32")) {
      return new Plan.Excused(Plan.Excuse.DTYPE);
    }
    String op = vector.op();
    if (OnnxActivations.knows(op)) {
      return new OnnxActivations(registry).plan(vector);
    }
    if (OnnxLayers.knows(op)) {
      return new OnnxLayers(registry).plan(vector);
    }
    return switch (op) {
      case "Gemm" -> new OnnxProducts(registry).gemm(vector);
      case "MatMul" -> new OnnxProducts(registry).matMul(vector);
      case "SoftmaxCrossEntropyLoss", "NegativeLogLikelihoodLoss" ->
          new OnnxLosses(registry).plan(vector);
      case "Momentum" -> new OnnxMomentum(registry).plan(vector);
      default -> Plan.withoutAdapter(Need.anyPlugin(registry, Specs.snakeCase(op)));
    };
  }
}
