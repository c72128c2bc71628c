package dev.nn.onnx.read;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.NodeProto;
import dev.nn.api.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node with its place in the graph, counted from 1. */
final class GraphNode {
  static final Comparator<GraphNode> BY_PLACE = Comparator.comparingInt(node -> node.place);

  private final NodeProto proto;
  private final int place;
  private final int count;
  private final int opset;
  private final Map<String, AttributeProto> attributes = new HashMap<>();

  GraphNode(NodeProto proto, int place, int count, int opset) {
    this.proto = proto;
    this.place = place;
    this.count = count;
    this.opset = opset;
    for (AttributeProto attribute : proto.getAttributeList()) {
      if (attributes.put(attribute.getName(), attribute) != null) {
        throw Refusal.of(this, "the attribute " + attribute.getName() + " is there twice");
      }
    }
  }

  String operator() {
    return proto.getOpType();
  }

  /** Whether the operator is one of the standard. */
  boolean isStandard() {
    return proto.getDomain().isEmpty() || proto.getDomain().equals("ai.onnx");
  }

  int opset() {
    return opset;
  }

  List<String> inputs() {
    return proto.getInputList();
  }

  /** The name of an input, which is empty if it is left out. */
  String input(int index) {
    return index < proto.getInputCount() ? proto.getInput(index) : "";
  }

  List<String> outputs() {
    return proto.getOutputList();
  }

  String output() {
    return proto.getOutput(0);
  }

  /** The names of the outputs that have one. */
  List<String> namedOutputs() {
    List<String> named = new ArrayList<>(proto.getOutputList());
    named.removeIf(String::isEmpty);
    return named;
  }

  boolean hasGraph() {
    return attributes.values().stream().anyMatch(a -> a.hasG() || a.getGraphsCount() > 0);
  }

  float real(String name, float otherwise) {
    return attribute(name, AttributeType.FLOAT).map(AttributeProto::getF).orElse(otherwise);
  }

  long integer(String name, long otherwise) {
    return attribute(name, AttributeType.INT).map(AttributeProto::getI).orElse(otherwise);
  }

  String text(String name, String otherwise) {
    return attribute(name, AttributeType.STRING)
        .map(a -> a.getS().toStringUtf8())
        .orElse(otherwise);
  }

  Optional<long[]> integers(String name) {
    return attribute(name, AttributeType.INTS)
        .map(a -> a.getIntsList().stream().mapToLong(Long::longValue).toArray());
  }

  Optional<AttributeProto> tensor(String name) {
    return attribute(name, AttributeType.TENSOR);
  }

  /** Early exporters leave the type of an attribute out. */
  private Optional<AttributeProto> attribute(String name, AttributeType type) {
    AttributeProto attribute = attributes.get(name);
    if (attribute == null) {
      return Optional.empty();
    }
    if (attribute.getType() != type && attribute.getType() != AttributeType.UNDEFINED) {
      throw Refusal.of(
          this, "the attribute %s is %s, not %s".formatted(name, attribute.getType(), type));
    }
    return Optional.of(attribute);
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  /** Its place, name and operator, as messages begin. */
  @Override
  public String toString() {
    String domain = isStandard() ? "" : proto.getDomain() + ".";
    return Printable.line(
        "node %s of %s, \"%s\" (%s%s)"
            .formatted(place, count, proto.getName(), domain, proto.getOpType()));
  }
}
