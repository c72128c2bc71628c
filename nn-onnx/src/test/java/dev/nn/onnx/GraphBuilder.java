package dev.nn.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;

/** Graphs as other tools write them, from the input x to the output y. */
final class GraphBuilder {
  private final ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(8);
  private final GraphProto.Builder graph = model.getGraphBuilder();

  GraphBuilder(int opset, long... input) {
    model.addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset));
    graph.addInput(info("x", TensorProto.DataType.FLOAT, input));
    graph.addOutput(info("y", TensorProto.DataType.FLOAT));
  }

  static ValueInfoProto info(String name, TensorProto.DataType type, long... dims) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long dim : dims) {
      if (dim < 0) {
        shape.addDimBuilder().setDimParam("n");
      } else {
        shape.addDimBuilder().setDimValue(dim);
      }
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape)))
        .build();
  }

  ModelProto.Builder model() {
    return model;
  }

  GraphProto.Builder graph() {
    return graph;
  }

  /**
   * A node as "y = Gemm(x, w, b)", with attributes by name: floats, longs, texts, or lists of
   * longs.
   */
  GraphBuilder node(String text, Object... attributes) {
    String[] parts = text.replace(" ", "").split("[=(),]");
    NodeProto.Builder node =
        NodeProto.newBuilder().setName("n" + graph.getNodeCount()).setOpType(parts[1]);
    for (String output : parts[0].split(";")) {
      node.addOutput(output);
    }
    for (int i = 2; i < parts.length; i++) {
      node.addInput(parts[i]);
    }
    for (int i = 0; i < attributes.length; i += 2) {
      AttributeProto.Builder attribute = node.addAttributeBuilder().setName((String) attributes[i]);
      if (attributes[i + 1] instanceof Float real) {
        attribute.setF(real).setType(AttributeProto.AttributeType.FLOAT);
      } else if (attributes[i + 1] instanceof long[] list) {
        attribute.setType(AttributeProto.AttributeType.INTS);
        for (long value : list) {
          attribute.addInts(value);
        }
      } else if (attributes[i + 1] instanceof String words) {
        attribute.setS(ByteString.copyFromUtf8(words)).setType(AttributeProto.AttributeType.STRING);
      } else {
        attribute
            .setI(((Number) attributes[i + 1]).longValue())
            .setType(AttributeProto.AttributeType.INT);
      }
    }
    graph.addNode(node);
    return this;
  }

  GraphBuilder floats(String name, long[] dims, float... values) {
    TensorProto.Builder tensor = tensor(name, TensorProto.DataType.FLOAT, dims);
    for (float value : values) {
      tensor.addFloatData(value);
    }
    graph.addInitializer(tensor);
    return this;
  }

  GraphBuilder integers(String name, long... values) {
    TensorProto.Builder tensor =
        tensor(name, TensorProto.DataType.INT64, new long[] {values.length});
    for (long value : values) {
      tensor.addInt64Data(value);
    }
    graph.addInitializer(tensor);
    return this;
  }

  static TensorProto.Builder tensor(String name, TensorProto.DataType type, long[] dims) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(type.getNumber());
    for (long dim : dims) {
      tensor.addDims(dim);
    }
    return tensor;
  }

  byte[] bytes() {
    return model.build().toByteArray();
  }
}
