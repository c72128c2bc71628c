package dev.nn.onnx.read;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the bytes of a file as a model. */
public final class ModelReader {
  private static final int LOWEST_OPSET = 7;
  private static final int HIGHEST_OPSET = 26;
  private static final int HIGHEST_IR = 13;

  private ModelReader() {}

  /**
   * Reads a model.
   *
   * @param external the files that may hold its tensors
   * @throws Refusal if the bytes are none that can be read; the message says why
   */
  public static Model read(byte[] bytes, ExternalData external, PluginRegistry registry) {
    ModelProto proto = proto(bytes);
    if (!proto.hasGraph() || proto.getGraph().getOutputCount() == 0) {
      throw new Refusal("it is no ONNX model: it has no graph");
    }
    if (proto.getIrVersion() < 1 || proto.getIrVersion() > HIGHEST_IR) {
      throw new Refusal(
          "it has the IR version %s; those from 1 to %s are read"
              .formatted(proto.getIrVersion(), HIGHEST_IR));
    }
    Graph graph = new Graph(proto.getGraph(), opset(proto), external);
    TypeProto.Tensor type = tensor(graph.input());
    Stack stack = new Stack(registry, shape(graph.input(), type));
    Dimension batch = type.getShape().getDim(0);
    new Walk(
            graph,
            stack,
            Walk.isInteger(type.getElemType()),
            batch.hasDimValue() ? batch.getDimValue() : -1)
        .toTheEnd();
    try {
      return stack.model();
    } catch (NnException | IllegalArgumentException e) {
      throw new Refusal(String.valueOf(e.getMessage()));
    }
  }

  private static ModelProto proto(byte[] bytes) {
    FileKind.check(bytes);
    try {
      WireLimits.check(bytes);
      return ModelProto.parseFrom(bytes);
    } catch (IOException e) {
      throw new Refusal("it is damaged or no ONNX model: " + e.getMessage());
    }
  }

  private static int opset(ModelProto proto) {
    List<Long> versions =
        proto.getOpsetImportList().stream()
            .filter(set -> set.getDomain().isEmpty() || set.getDomain().equals("ai.onnx"))
            .map(OperatorSetIdProto::getVersion)
            .distinct()
            .toList();
    if (versions.size() != 1) {
      throw new Refusal("it does not say which opset its operators are of");
    }
    long version = versions.get(0);
    if (version < LOWEST_OPSET || version > HIGHEST_OPSET) {
      throw new Refusal(
          "its operators are of opset %s; those from %s to %s are read. Export it again with"
                  .formatted(version, LOWEST_OPSET, HIGHEST_OPSET)
              + " another opset_version");
    }
    return (int) version;
  }

  private static TypeProto.Tensor tensor(ValueInfoProto input) {
    String name = "its input \"" + input.getName() + "\"";
    if (!input.getType().hasTensorType()) {
      throw new Refusal(name + " is no tensor");
    }
    TypeProto.Tensor tensor = input.getType().getTensorType();
    if (tensor.getElemType() != DataType.FLOAT.getNumber()
        && !Walk.isInteger(tensor.getElemType())) {
      DataType type = DataType.forNumber(tensor.getElemType());
      throw new Refusal(
          "%s has the type %s; a network takes float32, or whole numbers for an embedding"
              .formatted(name, type == null ? tensor.getElemType() : type));
    }
    if (tensor.getShape().getDimCount() < 2) {
      throw new Refusal(
          name
              + " has no shape of a batch with features; export it with an example of such a shape");
    }
    return tensor;
  }

  private static Shape shape(ValueInfoProto input, TypeProto.Tensor tensor) {
    List<Integer> dimensions = new ArrayList<>();
    for (Dimension dimension : tensor.getShape().getDimList()) {
      long size = dimension.getDimValue();
      if (!dimensions.isEmpty() && (size < 1 || size > Integer.MAX_VALUE)) {
        throw new Refusal(
            "its input \"%s\" has no fixed size in dimension %s; only that of the batch may be open"
                .formatted(input.getName(), dimensions.size()));
      }
      dimensions.add((int) size);
    }
    try {
      return new Shape(dimensions.subList(1, dimensions.size()));
    } catch (NnException e) {
      throw new Refusal("its input has an impossible shape: " + e.getMessage());
    }
  }
}
