package dev.nn.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.plugin.PluginRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks whose values go several ways. */
class BranchesTest {
  private static final PluginRegistry REGISTRY = PluginRegistry.load();
  private static final long[] ROW = {2};
  private static final long[] MATRIX = {2, 2};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "residual(layers=[dense(units=5, activation=relu), dense(units=3)]), dense(units=2)",
        "residual(layers=[residual(layers=[dense(units=3)])])",
        "dense(units=4), residual(layers=[activation(activation=tanh), dense(units=4)])",
        "parallel(branches=[dense(units=2), dense(units=4, activation=relu)])",
        "parallel(branches=[dense(units=3), dense(units=3), dense(units=3)], join=concatenate)",
        "parallel(branches=[dense(units=4), dense(units=4, activation=sigmoid)], join=multiply)",
        "parallel(branches=[dense(units=3), activation(activation=identity)], join=concatenate)",
        "parallel(branches=[activation(activation=identity), activation(activation=identity)],"
            + " join=add)",
        "parallel(branches=[sequence(layers=[dense(units=3, activation=elu), dense(units=2)]),"
            + " dense(units=2)], join=add), activation(activation=relu)",
        "parallel(branches=[residual(layers=[dense(units=3), layer_normalization]),"
            + " parallel(branches=[dense(units=1), dense(units=2)])], join=multiply)",
        "residual(layers=[batch_normalization, activation(activation=relu), dense(units=3)]),"
            + " residual(layers=[batch_normalization, activation(activation=relu), dense(units=3)])"
      })
  void comesBackAsItWas(String layers) {
    Model model = Model.initial(Network.of(3, layers), 7);
    byte[] bytes = OnnxExport.of(model).toBytes();
    Model back = OnnxImport.read(bytes, REGISTRY);
    assertEquals(model.network(), back.network());
    assertEquals(model.weightsSha256(), back.weightsSha256());
    float[][] rows = {{0.5f, -1, 2}, {0, 0.25f, -3}};
    try (Runtime runtime = new Runtime(bytes)) {
      float[][] theirs = runtime.predict(rows, 3);
      for (int i = 0; i < rows.length; i++) {
        assertArrayEquals(model.predict(rows[i]), theirs[i], 1e-5f);
      }
    }
  }

  @Test
  void aSumOfThreeIsTwoAdditionsInOrder() {
    Model model =
        Model.initial(
            Network.of(
                2, "parallel(branches=[dense(units=2), dense(units=2), dense(units=2)], join=add)"),
            1);
    byte[] bytes = OnnxExport.of(model).toBytes();
    assertEquals(List.of("Gemm", "Gemm", "Add", "Gemm", "Add"), operators(bytes));
    Model back = OnnxImport.read(bytes, REGISTRY);
    assertArrayEquals(model.predict(new float[] {3, -1}), back.predict(new float[] {3, -1}));
    assertArrayEquals(bytes, OnnxExport.of(back).toBytes());
  }

  /** PyTorch's x + f(x), where the short way is the first operand. */
  @Test
  void aSumThatBeginsWithTheShortWayIsAResidualBlock() {
    GraphBuilder graph =
        new GraphBuilder(17, -1, 2)
            .floats("w", MATRIX, 1, 2, 3, 4)
            .floats("b", ROW, 5, 6)
            .node("h=Gemm(x,w,b)")
            .node("r=Relu(h)")
            .node("s=Add(x,r)")
            .node("y=Relu(s)");
    Model model = OnnxImport.read(graph.bytes(), REGISTRY);
    assertEquals(
        Network.of(
            2, "residual(layers=[dense(units=2, activation=relu)]), activation(activation=relu)"),
        model.network());
    assertArrayEquals(new float[] {4, 3}, model.predict(new float[] {1, -1}));
  }

  /**
   * A third party's layer is written as the layers within it, even where their nodes are shared.
   */
  @Test
  void aLayerThatIsMadeOfOthersNeedsNoNodesOfItsOwn() {
    PluginRegistry registry = REGISTRY.with(new Gated(1));
    Model model =
        Model.initial(Network.of(registry, Shape.of(3), "acme.gated(units=4), dense(units=2)"), 3);
    byte[] bytes = OnnxExport.of(model).toBytes();
    assertEquals(
        List.of("Gemm", "Tanh", "Gemm", "Sigmoid", "Mul", "Sub", "Gemm"), operators(bytes));
    float[] row = {0.5f, -1, 2};
    try (Runtime runtime = new Runtime(bytes)) {
      assertArrayEquals(model.predict(row), runtime.predict(new float[][] {row}, 3)[0], 1e-6f);
    }
    assertTrue(
        message(bytes).contains("(Mul)") || message(bytes).contains("(Sub)"), message(bytes));
  }

  @Test
  void productsOfAValueWithAFunctionOfItThatIsNoActivationOfOursAreBranches() {
    GraphBuilder graph = new GraphBuilder(17, -1, 2).node("s=Softplus(x)").node("y=Mul(x,s)");
    Model model = OnnxImport.read(graph.bytes(), REGISTRY);
    double x = 1.5;
    assertEquals(x * Math.log1p(Math.exp(x)), model.predict(new float[] {1.5f, 0})[0], 1e-6);
  }

  @Test
  void whatOurLayersCannotSayIsRefusedWithTheNodeAndItsPlace() {
    assertEquals(
        "model: node 3 of 3, \"n2\" (Sub): the value \"x\" goes several ways, and they meet here;"
            + " branches are joined by Add, Mul or Concat only",
        refused(graph("a=Relu(x)", "b=Tanh(x)", "y=Sub(a,b)")));
    assertEquals(
        "model: node 4 of 4, \"n3\" (Add): two of its branches have nodes in common, which ours"
            + " never have",
        refused(graph("a=Relu(x)", "b=Tanh(a)", "c=Mul(x,a)", "y=Add(b,c)")));
    assertEquals(
        "model: node 3 of 3, \"n2\" (Concat): branches are joined along the last dimension, but this"
            + " is along axis 0",
        refused(
            new GraphBuilder(17, -1, 2)
                .node("a=Relu(x)")
                .node("b=Tanh(x)")
                .node("y=Concat(a,b)", "axis", 0)));
    assertEquals(
        "model: node 3 of 3, \"n2\" (Concat): one of the values that it joins is a constant",
        refused(
            new GraphBuilder(17, -1, 2)
                .floats("w", new long[] {1, 2}, 1, 2)
                .node("a=Relu(x)")
                .node("b=Tanh(x)")
                .node("y=Concat(a,b,w)", "axis", 1)));
    assertTrue(
        refused(
                new GraphBuilder(17, -1, 2)
                    .floats("w", MATRIX, 1, 2, 3, 4)
                    .floats("v", new long[] {2, 3}, 1, 2, 3, 4, 5, 6)
                    .node("a=Gemm(x,w)")
                    .node("b=Gemm(x,v)")
                    .node("y=Add(a,b)"))
            .contains("node 3 of 3, \"n2\" (Add): add needs operands of one shape"));
  }

  @Test
  void branchesWithinBranchesHaveABound() {
    GraphBuilder graph = new GraphBuilder(17, -1, 2);
    int depth = 60;
    graph.node("v0=Relu(x)");
    for (int i = 1; i < depth; i++) {
      graph.node("v%s=Add(v%s,x)".formatted(i, i - 1));
    }
    graph.node("y=Add(v%s,x)".formatted(depth - 1));
    assertTrue(
        refused(graph).contains("branches lie within each other more than 50 deep"),
        refused(graph));
  }

  private static GraphBuilder graph(String... nodes) {
    GraphBuilder graph = new GraphBuilder(17, -1, 2);
    for (String node : nodes) {
      graph.node(node);
    }
    return graph;
  }

  private static String refused(GraphBuilder graph) {
    return message(graph.bytes());
  }

  private static String message(byte[] bytes) {
    return assertThrows(OnnxException.class, () -> OnnxImport.read(bytes, REGISTRY)).getMessage();
  }

  private static List<String> operators(byte[] bytes) {
    try {
      return ModelProto.parseFrom(bytes).getGraph().getNodeList().stream()
          .map(NodeProto::getOpType)
          .toList();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
