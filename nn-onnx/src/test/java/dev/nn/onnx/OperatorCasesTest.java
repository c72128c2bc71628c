package dev.nn.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * ONNX' own cases of its operators, each as a graph of one node, read by the importer. The file is
 * looked for in the folder of the system property {@code nn.conformance}, else in {@code
 * ../shared/conformance} beside the project.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorCasesTest {
  private static final PluginRegistry REGISTRY = PluginRegistry.load();

  /** They treat each number alone, so that a case without a batch is one row. */
  private static final Set<String> ELEMENTWISE =
      Set.of(
          "Celu",
          "Clip",
          "Elu",
          "Erf",
          "Exp",
          "Gelu",
          "HardSigmoid",
          "HardSwish",
          "Identity",
          "LeakyRelu",
          "Mish",
          "Relu",
          "Selu",
          "Shrink",
          "Sigmoid",
          "Softplus",
          "Softsign",
          "Swish",
          "Tanh",
          "ThresholdedRelu",
          "Dropout");

  /** Of training, not of a network that predicts. */
  private static final Set<String> NO_LAYERS =
      Set.of("SoftmaxCrossEntropyLoss", "NegativeLogLikelihoodLoss", "Momentum", "Adam", "Adagrad");

  private final List<JsonNode> cases = new ArrayList<>();
  private final AtomicInteger compared = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();

  OperatorCasesTest() throws IOException {
    String given = System.getProperty("nn.conformance");
    Path folder = given == null ? Path.of("..").resolve("../shared/conformance") : Path.of(given);
    Path file = folder.resolve("onnx_vectors.json");
    if (Files.isRegularFile(file)) {
      StreamSupport.stream(new ObjectMapper().readTree(file.toFile()).spliterator(), false)
          .filter(node -> !NO_LAYERS.contains(node.path("op").asText()))
          .filter(node -> node.path("inputs").path(0).path("dtype").asText().equals("float32"))
          .forEach(cases::add);
    }
  }

  @Test
  void theCasesAreThere() {
    assumeTrue(!cases.isEmpty(), "no folder of conformance cases");
    assertTrue(cases.size() > 20, cases::toString);
  }

  @TestFactory
  List<DynamicTest> whatIsReadComputesWhatOnnxDefines() {
    return cases.stream()
        .map(node -> dynamicTest(node.path("case").asText(), () -> compare(node)))
        .toList();
  }

  @AfterAll
  void most() {
    System.out.printf(
        "%s cases of operators agree, %s are no network of ours%n", compared.get(), refused.get());
    assertTrue(cases.isEmpty() || compared.get() > refused.get());
  }

  private void compare(JsonNode node) {
    JsonNode x = node.path("inputs").get(0);
    long[] shape = shape(x);
    boolean isRow = ELEMENTWISE.contains(node.path("op").asText()) && shape.length == 1;
    if (isRow) {
      shape = new long[] {1, shape[0]};
    }
    Model model;
    try {
      model = OnnxImport.read(graph(node, shape), REGISTRY);
    } catch (OnnxException e) {
      String message = String.valueOf(e.getMessage());
      assertTrue(
          message.contains("node 1 of 1") || message.contains("no shape of a batch"), message);
      refused.incrementAndGet();
      return;
    }
    float[] features = floats(x);
    float[] want = floats(node.path("outputs").get(0));
    int rows = (int) shape[0];
    for (int i = 0; i < rows; i++) {
      float[] row = part(features, i, rows);
      float[] got = model.predict(row);
      float[] expected = part(want, i, rows);
      assertEquals(expected.length, got.length);
      for (int j = 0; j < got.length; j++) {
        assertEquals(expected[j], got[j], 1e-6 + 1e-5 * Math.abs(expected[j]), "row " + i);
      }
    }
    compared.incrementAndGet();
  }

  private static byte[] graph(JsonNode node, long[] shape) {
    GraphBuilder graph = new GraphBuilder(node.path("opset").asInt(), shape);
    List<Object> attributes = new ArrayList<>();
    node.path("attrs")
        .properties()
        .forEach(
            entry -> {
              attributes.add(entry.getKey());
              attributes.add(value(entry.getValue()));
            });
    List<String> inputs = new ArrayList<>();
    int given = 0;
    for (JsonNode name : node.path("node_inputs")) {
      if (name.asText().isEmpty()) {
        inputs.add("");
        continue;
      }
      JsonNode tensor = node.path("inputs").get(given);
      if (given++ == 0) {
        inputs.add("x");
      } else {
        String constant = "c" + given;
        graph.floats(constant, shape(tensor), floats(tensor));
        inputs.add(constant);
      }
    }
    graph.node("y=" + node.path("op").asText() + "(x)", attributes.toArray());
    graph.graph().getNodeBuilder(0).clearInput().addAllInput(inputs);
    return graph.bytes();
  }

  private static Object value(JsonNode attribute) {
    if (attribute.isTextual()) {
      return attribute.asText();
    }
    return attribute.isIntegralNumber()
        ? (Object) attribute.asLong()
        : (Object) (float) attribute.asDouble();
  }

  private static long[] shape(JsonNode tensor) {
    return StreamSupport.stream(tensor.path("shape").spliterator(), false)
        .mapToLong(JsonNode::asLong)
        .toArray();
  }

  private static float[] floats(JsonNode tensor) {
    JsonNode data = tensor.path("data");
    float[] floats = new float[data.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = Float.parseFloat(data.get(i).asText());
    }
    return floats;
  }

  private static float[] part(float[] all, int index, int parts) {
    int size = all.length / parts;
    return java.util.Arrays.copyOfRange(all, index * size, (index + 1) * size);
  }
}
