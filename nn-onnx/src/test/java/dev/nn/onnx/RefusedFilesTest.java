package dev.nn.onnx;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.ByteString;
import dev.nn.core.plugin.PluginRegistry;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no network of ours is refused, in words that say what and where. */
class RefusedFilesTest {
  private static final PluginRegistry REGISTRY = PluginRegistry.load();
  private static final long[] THREE = {3};

  private static GraphBuilder of() {
    return new GraphBuilder(17, -1, 3);
  }

  private static Arguments refused(String words, GraphBuilder graph) {
    return Arguments.of(words, graph.bytes());
  }

  private static Arguments bytes(String words, String text) {
    return Arguments.of(words, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static GraphBuilder with(TensorProto.Builder tensor) {
    GraphBuilder graph = of().node("y = Add(x, t)");
    graph.graph().addInitializer(tensor);
    return graph;
  }

  private static TensorProto.Builder tensor(DataType type, long... dims) {
    return GraphBuilder.tensor("t", type, dims);
  }

  static Stream<Arguments> otherFiles() {
    return Stream.of(
        bytes("it is empty", ""),
        bytes("PyTorch (.pt)", "PK\3\4abcdefgh"),
        bytes("HDF5", "\u0089HDF\r\n\u001a\n"),
        bytes("pickled", "\u0080\2}q\0."),
        bytes("JSON", "{\"a\": 1}"),
        bytes("XML", "<PMML version=\"4.4\"/>"),
        bytes("safetensors", "\u0010\0\0\0\0\0\0\0{\"a\":1}"),
        bytes("damaged or no ONNX model", "\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff"),
        bytes("no graph", "\b\b"));
  }

  static Stream<Arguments> heads() {
    GraphBuilder ir = of().node("y = Relu(x)");
    ir.model().setIrVersion(14);
    GraphBuilder noIr = of().node("y = Relu(x)");
    noIr.model().clearIrVersion();
    GraphBuilder noOpset = of().node("y = Relu(x)");
    noOpset.model().clearOpsetImport();
    GraphBuilder two = of().node("y = Relu(x)");
    two.graph().addOutput(GraphBuilder.info("z", DataType.FLOAT));
    GraphBuilder inputs = of().node("y = Add(x, z)");
    inputs.graph().addInput(GraphBuilder.info("z", DataType.FLOAT, -1, 3));
    GraphBuilder type = of().node("y = Relu(x)");
    type.graph().setInput(0, GraphBuilder.info("x", DataType.STRING, -1, 3));
    GraphBuilder sparse = of().node("y = Relu(x)");
    sparse.graph().addSparseInitializerBuilder();
    GraphBuilder sequence = of().node("y = Relu(x)");
    sequence.graph().getInputBuilder(0).getTypeBuilder().getSequenceTypeBuilder();
    return Stream.of(
        refused("IR version 14", ir),
        refused("IR version 0", noIr),
        refused("which opset", noOpset),
        refused("opset 6", new GraphBuilder(6, -1, 3).node("y = Relu(x)")),
        refused("opset 27", new GraphBuilder(27, -1, 3).node("y = Relu(x)")),
        refused("2 outputs", two),
        refused("2 inputs", inputs),
        refused("type STRING", type),
        refused("sparse", sparse),
        refused("no tensor", sequence),
        refused("no shape of a batch", new GraphBuilder(17, 3).node("y = Relu(x)")),
        refused("no fixed size", new GraphBuilder(17, -1, -1).node("y = Relu(x)")),
        refused("impossible shape", new GraphBuilder(17, -1, 1 << 30, 1 << 30).node("y = Relu(x)")),
        refused("does not depend", of().floats("c", THREE, 1, 2, 3).node("y = Relu(c)")),
        refused("does not depend", of().node("z = Relu(x)")));
  }

  static Stream<Arguments> tensors() {
    TensorProto.Builder outside =
        tensor(DataType.FLOAT, 3).setDataLocation(TensorProto.DataLocation.EXTERNAL);
    return Stream.of(
        refused("another file", with(outside)),
        refused("should hold 3 numbers", with(tensor(DataType.FLOAT, 3).addFloatData(1))),
        refused(
            "should hold 3 numbers",
            with(tensor(DataType.FLOAT, 3).setRawData(ByteString.copyFrom(new byte[5])))),
        refused(
            "twice",
            with(
                tensor(DataType.FLOAT, 1)
                    .addFloatData(1)
                    .setRawData(ByteString.copyFrom(new byte[4])))),
        refused("impossible dimensions", with(tensor(DataType.FLOAT, -1))),
        refused("impossible dimensions", with(tensor(DataType.FLOAT, 1L << 40, 1L << 40))),
        refused("should hold 2147483647", with(tensor(DataType.FLOAT, Integer.MAX_VALUE))),
        refused("FLOAT16", with(tensor(DataType.FLOAT16, 3))),
        refused("STRING", with(tensor(DataType.STRING, 3))),
        refused("unknown type 99", with(tensor(DataType.FLOAT, 3).setDataType(99))),
        refused(
            "segments",
            with(tensor(DataType.FLOAT, 3).setSegment(TensorProto.Segment.newBuilder()))),
        refused(
            "two tensors",
            of().floats("t", THREE, 1, 2, 3).floats("t", THREE, 1, 2, 3).node("y = Add(x, t)")));
  }

  static Stream<Arguments> nodes() {
    GraphBuilder flow = of();
    flow.graph()
        .addNode(
            NodeProto.newBuilder()
                .setOpType("Loop")
                .addInput("x")
                .addOutput("y")
                .addAttribute(
                    AttributeProto.newBuilder()
                        .setName("body")
                        .setType(AttributeProto.AttributeType.GRAPH)
                        .setG(GraphProto.newBuilder())));
    GraphBuilder microsoft = of().node("y = FusedGemm(x, x)");
    microsoft.graph().getNodeBuilder(0).setDomain("com.microsoft");
    GraphBuilder weights = of().floats("w", new long[] {3, 3}, new float[9]);
    return Stream.of(
        refused("node 1 of 1, \"n0\" (Conv): no layer", of().node("y = Conv(x)")),
        refused("node 2 of 2, \"n1\" (Sin)", of().node("h = Relu(x)").node("y = Sin(h)")),
        refused("control flow", flow),
        refused("(com.microsoft.FusedGemm): only the standard", microsoft),
        refused(
            "node 3 of 3, \"n2\" (Div): the value \"x\" goes several ways",
            of().node("a = Relu(x)").node("b = Tanh(a)").node("y = Div(b, x)")),
        refused(
            "(Concat): branches are joined along the last",
            of().node("a = Relu(x)").node("b = Tanh(x)").node("y = Concat(a, b)", "axis", 0)),
        refused("joins two values", of().node("y = Sub(x, x)")),
        refused("depends on itself", of().node("a = Add(x, y)").node("y = Relu(a)")),
        refused("another node gives the value", of().node("y = Relu(x)").node("y = Tanh(x)")),
        refused("nothing but sizes", of().node("s = Shape(x)").node("y = Cast(s)", "to", 1)),
        refused(
            "3 features", of().floats("w", new long[] {4, 2}, new float[8]).node("y = Gemm(x, w)")),
        refused("weights must be constants", of().node("h = Relu(x)").node("y = Gemm(h, h)")),
        refused("not turned", weights.node("y = Gemm(x, w)", "transA", 1)),
        refused(
            "must be the rows",
            of().floats("w", new long[] {3, 3}, new float[9]).node("y = MatMul(w, x)")),
        refused(
            "its bias has the dimensions [7]",
            of().floats("w", new long[] {3, 2}, new float[6])
                .floats("b", new long[] {7}, new float[7])
                .node("y = Gemm(x, w, b)")),
        refused(
            "one row of features",
            new GraphBuilder(17, -1, 2, 3)
                .floats("w", new long[] {3, 2}, new float[6])
                .node("y = MatMul(x, w)")),
        refused("along one axis", new GraphBuilder(17, -1, 2, 3).node("y = Softmax(x)")),
        refused("hard_sigmoid has 1/6", of().node("y = HardSigmoid(x)")),
        refused("not those of selu", of().node("y = Selu(x)", "alpha", 2f)),
        refused("neither 0 nor its lambd", of().node("y = Shrink(x)", "bias", 0.1f)),
        refused(
            "between -2.0 and 2.0",
            of().floats("a", new long[0], -2)
                .floats("b", new long[0], 2)
                .node("y = Clip(x, a, b)")),
        refused("is INT, not FLOAT", of().node("y = Elu(x)", "alpha", 1)),
        refused("scales by positive", of().floats("c", new long[0], -2).node("y = Mul(x, c)")),
        refused("no scaling of features", of().floats("c", new long[0], 2).node("y = Div(c, x)")),
        refused("from axis 2", new GraphBuilder(17, -1, 2, 3).node("y = Flatten(x)", "axis", 2)),
        refused(
            "leave the batch first",
            new GraphBuilder(17, -1, 2, 3).integers("s", 7, -1).node("y = Reshape(x, s)")),
        refused(
            "cannot become",
            new GraphBuilder(17, -1, 2, 3).integers("s", -1, 7).node("y = Reshape(x, s)")),
        refused(
            "is impossible",
            new GraphBuilder(17, -1, 2, 3).integers("s", -1, -2).node("y = Reshape(x, s)")),
        refused("must be a constant", of().node("y = Reshape(x, q)")),
        refused(
            "training mode",
            of().floats("r", new long[0], 0.5f).integers("t", 1).node("y = Dropout(x, r, t)")),
        refused(
            "training mode",
            of().node("y = BatchNormalization(x, x, x, x, x)", "training_mode", 1)),
        refused(
            "channels are the second",
            new GraphBuilder(17, -1, 2, 3).node("y = BatchNormalization(x, a, a, a, a)")),
        refused(
            "last dimension",
            new GraphBuilder(17, -1, 2, 3).node("y = LayerNormalization(x, a)", "axis", 1)),
        refused("scale must be constants", of().node("y = LayerNormalization(x, q)")),
        refused("only casts", of().node("y = Cast(x)", "to", 11)),
        refused("whole numbers", of().node("h = Cast(x)", "to", 7).node("y = Relu(h)")),
        refused("whole numbers", of().node("y = Cast(x)", "to", 7)),
        refused("behind the point", of().node("h = Cast(x)", "to", 7).node("y = Cast(h)", "to", 1)),
        refused(
            "axis 0",
            of().floats("e", new long[] {3, 2}, new float[6]).node("y = Gather(e, x)", "axis", 1)));
  }

  @ParameterizedTest
  @MethodSource({"otherFiles", "heads", "tensors", "nodes"})
  void itIsSaidWhatIsWrong(String words, byte[] file) {
    OnnxException refused =
        assertThrows(OnnxException.class, () -> OnnxImport.read(file, REGISTRY));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.startsWith("model: "), message);
    assertTrue(message.contains(words), () -> "expected \"" + words + "\", got " + message);
  }
}
