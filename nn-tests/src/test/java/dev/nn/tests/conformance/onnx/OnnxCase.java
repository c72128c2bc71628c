package dev.nn.tests.conformance.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.nn.tests.conformance.vector.Measure;
import dev.nn.tests.conformance.vector.Numbers;
import dev.nn.tests.conformance.vector.Tensor;
import dev.nn.tests.conformance.vector.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One case of the ONNX node tests.
 *
 * @param op the operator
 * @param version of the operator set
 * @param attributes as they were written; defaults are the adapters' business
 * @param inputs in the operator's order; empty where an optional one is left out
 * @param outputs those that are expected
 */
record OnnxCase(
    String op,
    int version,
    JsonNode attributes,
    List<Optional<Tensor>> inputs,
    List<Tensor> outputs) {

  /** ONNX' own runner allows 1e-3 and 1e-7. */
  private static final Tolerance TOLERANCE = new Tolerance(1e-5, 1e-6);

  static OnnxCase of(JsonNode vector) {
    List<Optional<Tensor>> inputs = new ArrayList<>();
    int given = 0;
    for (JsonNode name : vector.path("node_inputs")) {
      boolean isGiven = !name.asText().isEmpty();
      inputs.add(
          isGiven ? Optional.of(Tensor.of(vector.path("inputs").get(given++))) : Optional.empty());
    }
    List<Tensor> outputs = new ArrayList<>();
    vector.path("outputs").forEach(output -> outputs.add(Tensor.of(output)));
    return new OnnxCase(
        vector.path("op").asText(),
        vector.path("opset").asInt(),
        vector.path("attrs"),
        inputs,
        outputs);
  }

  /** The first input: the data. */
  Tensor x() {
    return input(0).orElseThrow();
  }

  Optional<Tensor> input(int index) {
    return index < inputs.size() ? inputs.get(index) : Optional.empty();
  }

  double attribute(String name, double otherwise) {
    return attributes.has(name) ? Numbers.one(attributes.path(name)) : otherwise;
  }

  int attribute(String name, int otherwise) {
    return attributes.path(name).asInt(otherwise);
  }

  String attribute(String name, String otherwise) {
    return attributes.path(name).asText(otherwise);
  }

  /** Compares the first output. */
  void compare(Measure measure, float[] actual) {
    compare(measure, 0, actual);
  }

  /** Compares an output, if it is expected. */
  void compare(Measure measure, int index, float[] actual) {
    if (index < outputs.size()) {
      measure.compare(op + " output " + index, outputs.get(index).data(), actual, TOLERANCE);
    }
  }

  /** The same with its shape. */
  void compare(Measure measure, Tensor actual) {
    assertArrayEquals(outputs.get(0).shape(), actual.shape(), () -> "shape of " + op);
    compare(measure, actual.data());
  }
}
