package dev.nn.onnx.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.ByteString;
import dev.nn.api.Shape;
import dev.nn.onnx.spi.Node;
import dev.nn.onnx.spi.Value;

/** A node whose name is also that of its first output. */
final class NodeWriter implements Node {
  private final GraphWriter graph;
  private final NodeProto.Builder node;
  private final String name;
  private int outputs = 1;

  NodeWriter(GraphWriter graph, NodeProto.Builder node, String name) {
    this.graph = graph;
    this.node = node.setName(name);
    this.name = name;
  }

  @Override
  public Node with(String attribute, float value) {
    return with(attribute(attribute, AttributeType.FLOAT).setF(value));
  }

  @Override
  public Node with(String attribute, long value) {
    return with(attribute(attribute, AttributeType.INT).setI(value));
  }

  @Override
  public Node with(String attribute, long[] values) {
    AttributeProto.Builder list = attribute(attribute, AttributeType.INTS);
    for (long value : values) {
      list.addInts(value);
    }
    return with(list);
  }

  @Override
  public Node with(String attribute, String[] values) {
    AttributeProto.Builder list = attribute(attribute, AttributeType.STRINGS);
    for (String value : values) {
      list.addStrings(ByteString.copyFromUtf8(value));
    }
    return with(list);
  }

  @Override
  public Node with(String attribute, float[] values) {
    AttributeProto.Builder list = attribute(attribute, AttributeType.FLOATS);
    for (float value : values) {
      list.addFloats(value);
    }
    return with(list);
  }

  private static AttributeProto.Builder attribute(String name, AttributeType type) {
    return AttributeProto.newBuilder().setName(name).setType(type);
  }

  private Node with(AttributeProto.Builder attribute) {
    node.addAttribute(attribute);
    return this;
  }

  @Override
  public Node withOutputs(int outputs) {
    this.outputs = outputs;
    return this;
  }

  @Override
  public Value to(Value... inputs) {
    return to(inputs[0].shape(), inputs);
  }

  @Override
  public Value to(Shape output, Value... inputs) {
    for (Value input : inputs) {
      node.addInput(input.name());
    }
    node.addOutput(name);
    for (int i = 1; i < outputs; i++) {
      node.addOutput(name + "_" + i);
    }
    graph.add(node.build());
    return new Value(name, output);
  }
}
