package dev.nn.onnx.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import dev.nn.api.Shape;
import dev.nn.onnx.spi.Node;
import dev.nn.onnx.spi.OnnxGraph;
import dev.nn.onnx.spi.Value;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects the nodes and constants of a graph. Nodes come in the order in which they are written,
 * which is one in which each finds its inputs, and are numbered by operator, so that equal networks
 * give equal files.
 */
final class GraphWriter implements OnnxGraph {
  private static final int IR_VERSION = 8;
  private static final int OPSET = 17;
  private static final int MACHINE_LEARNING_OPSET = 3;
  static final String MACHINE_LEARNING = "ai.onnx.ml";

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("network");
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, String> metadata;
  private boolean usesMachineLearning;

  GraphWriter(Map<String, String> metadata) {
    this.metadata = metadata;
  }

  /** Returns a name that nobody has had before: {@code Gemm_1}. */
  String unique(String prefix) {
    return prefix + "_" + counts.merge(prefix, 1, Integer::sum);
  }

  Value input(String name, DataType type, Shape shape) {
    graph.addInput(info(name, type, shape));
    return new Value(name, shape);
  }

  /** Makes a value an output of that name. */
  void output(String name, DataType type, Value value) {
    new NodeWriter(this, NodeProto.newBuilder().setOpType("Identity"), name).to(value);
    graph.addOutput(info(name, type, value.shape()));
  }

  /**
   * Makes the last value that was written an output of that name; if it is no output of a node, a
   * node that copies it is written.
   */
  void lastOutput(String name, DataType type, Value value) {
    int last = graph.getNodeCount() - 1;
    if (last < 0 || !graph.getNode(last).getOutput(0).equals(value.name())) {
      output(name, type, value);
      return;
    }
    graph.setNode(last, graph.getNode(last).toBuilder().setOutput(0, name));
    graph.addOutput(info(name, type, value.shape()));
  }

  private static ValueInfoProto info(String name, DataType type, Shape shape) {
    TensorShapeProto.Builder dimensions =
        TensorShapeProto.newBuilder().addDim(Dimension.newBuilder().setDimParam("batch"));
    shape.dimensions().forEach(d -> dimensions.addDim(Dimension.newBuilder().setDimValue(d)));
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(dimensions);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  @Override
  public Node operator(String operator) {
    return new NodeWriter(this, NodeProto.newBuilder().setOpType(operator), unique(operator));
  }

  @Override
  public Node machineLearningOperator(String operator) {
    usesMachineLearning = true;
    NodeProto.Builder node = NodeProto.newBuilder().setOpType(operator).setDomain(MACHINE_LEARNING);
    return new NodeWriter(this, node, unique(operator));
  }

  void add(NodeProto node) {
    graph.addNode(node);
  }

  @Override
  public Value constant(float value) {
    return floats(unique("number"), new float[] {value}, Shape.of(1));
  }

  @Override
  public Value constant(float[] values) {
    return floats(unique("numbers"), values, Shape.of(values.length));
  }

  @Override
  public Value constant(double value) {
    return doubles(value);
  }

  Value doubles(double... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(values);
    return tensor(unique("doubles"), DataType.DOUBLE, Shape.of(values.length), bytes);
  }

  @Override
  public Value integers(long... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return tensor(unique("integers"), DataType.INT64, Shape.of(values.length), bytes);
  }

  @Override
  public Value integer(long value) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(0, value);
    TensorProto.Builder scalar =
        TensorProto.newBuilder()
            .setName(unique("integer"))
            .setDataType(DataType.INT64.getNumber())
            .setRawData(ByteString.copyFrom(bytes));
    graph.addInitializer(scalar);
    return new Value(scalar.getName(), Shape.of(1));
  }

  Value floats(String name, float[] values, Shape shape) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return tensor(name, DataType.FLOAT, shape, bytes);
  }

  private Value tensor(String name, DataType type, Shape shape, ByteBuffer bytes) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(bytes.rewind()));
    shape.dimensions().forEach(dimension -> tensor.addDims(dimension));
    graph.addInitializer(tensor);
    return new Value(name, shape);
  }

  ModelProto model() {
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("nn")
            .setGraph(graph)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPSET));
    if (usesMachineLearning) {
      model.addOpsetImport(
          OperatorSetIdProto.newBuilder()
              .setDomain(MACHINE_LEARNING)
              .setVersion(MACHINE_LEARNING_OPSET));
    }
    metadata.forEach((key, text) -> model.addMetadataPropsBuilder().setKey(key).setValue(text));
    return model.build();
  }
}
