package dev.nn.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Spec;
import dev.nn.core.Model;
import dev.nn.core.plugin.PluginRegistry;
import org.junit.jupiter.api.Test;

/** Graphs in the forms that other exporters give. */
class OtherExportersTest {
  private static final PluginRegistry REGISTRY = PluginRegistry.load();
  private static final long[] NONE = {};

  private static Model read(GraphBuilder graph) {
    return OnnxImport.read(graph.bytes(), REGISTRY);
  }

  /** As ONNX Runtime computes the same file. */
  private static void agrees(GraphBuilder graph, float[]... rows) {
    Model model = read(graph);
    int[] shape = model.network().inputShape().dimensions().stream().mapToInt(d -> d).toArray();
    try (Runtime runtime = new Runtime(graph.bytes())) {
      float[][] theirs = runtime.predict(rows, shape);
      for (int i = 0; i < rows.length; i++) {
        assertArrayEquals(theirs[i], model.predict(rows[i]), 2e-6f, model::toString);
      }
    }
  }

  private static GraphBuilder of(int opset) {
    return new GraphBuilder(opset, -1, 3);
  }

  @Test
  void matMulAndAddAreADenseLayer() {
    GraphBuilder graph =
        of(13)
            .floats("w", new long[] {3, 2}, 1, 2, 3, 4, 5, 6)
            .floats("b", new long[] {2}, 0.5f, -1)
            .node("z = MatMul(x, w)")
            .node("s = Add(b, z)")
            .node("y = Tanh(s)");
    assertEquals(1, read(graph).network().layers().size());
    agrees(graph, new float[] {0.1f, -0.2f, 0.3f}, new float[] {0, 0, 0});
  }

  @Test
  void gemmHasFactorsAndATurnedKernelAndABiasOfOneNumber() {
    GraphBuilder graph =
        of(11)
            .floats("w", new long[] {2, 3}, 1, 2, 3, 4, 5, 6)
            .floats("b", new long[] {1}, 0.5f)
            .node("y = Gemm(x, w, b)", "alpha", 0.25f, "beta", 0.35f, "transB", 1);
    agrees(graph, new float[] {1, -2, 3});
  }

  @Test
  void softmaxBeforeOpset13ActsOnAllThatFollowsItsAxis() {
    GraphBuilder old = new GraphBuilder(11, -1, 2, 2).node("y = Softmax(x)", "axis", 1);
    assertEquals("activation", read(old).network().layers().get(0).name());
    agrees(old, new float[] {1, 2, 3, 4});
  }

  @Test
  void nodesMayStandInAnyOrder() {
    GraphBuilder graph = of(17).node("y = Sigmoid(h)").node("h = Relu(x)");
    agrees(graph, new float[] {1, -2, 3});
  }

  @Test
  void aDropoutForPredictionKeepsItsRate() {
    Model old = read(of(10).node("y;mask = Dropout(x)", "ratio", 0.25f));
    assertEquals("dropout(rate=0.25)", Spec.of(old.network().layers().get(0)).toString());
    Model young = read(of(13).floats("r", NONE, 0.1f).node("y = Dropout(x, r)"));
    assertEquals("dropout(rate=0.1)", Spec.of(young.network().layers().get(0)).toString());
  }

  @Test
  void aShapeMadeOfSizesIsWorkedOut() {
    GraphBuilder graph =
        new GraphBuilder(13, -1, 2, 3)
            .floats("w", new long[] {6, 1}, 1, 2, 3, 4, 5, 6)
            .node("s = Shape(x)")
            .integers("zero", 0)
            .node("b = Gather(s, zero)", "axis", 0)
            .integers("open", -1)
            .node("t = Concat(b, open)", "axis", 0)
            .node("f = Reshape(x, t)")
            .node("y = Gemm(f, w)");
    agrees(graph, new float[] {1, 2, 3, 4, 5, 6});
  }

  @Test
  void featuresThatAreScaledAreNormalization() {
    GraphBuilder pictures = of(13).floats("c", NONE, 255).node("h = Div(x, c)").node("y = Relu(h)");
    assertEquals("normalization", read(pictures).network().layers().get(0).name());
    agrees(pictures, new float[] {0, 100, 255});
    agrees(
        of(13)
            .floats("s", new long[] {3}, 2, 0.5f, 1)
            .floats("t", new long[] {3}, 1, -1, 0)
            .node("h = Mul(x, s)")
            .node("y = Add(h, t)"),
        new float[] {1, 2, 3});
  }

  @Test
  void layerNormalizationIsReadFromItsParts() {
    GraphBuilder graph =
        of(13)
            .floats("two", NONE, 2)
            .floats("eps", NONE, 1e-5f)
            .floats("g", new long[] {3}, 1, 2, 3)
            .floats("b", new long[] {3}, 0.1f, 0.2f, 0.3f)
            .node("m = ReduceMean(x)", "axes", new long[] {-1})
            .node("d = Sub(x, m)")
            .node("q = Pow(d, two)")
            .node("v = ReduceMean(q)", "axes", new long[] {-1})
            .node("e = Add(v, eps)")
            .node("r = Sqrt(e)")
            .node("n = Div(d, r)")
            .node("s = Mul(n, g)")
            .node("y = Add(s, b)");
    assertEquals("[layer_normalization(epsilon=0.00001)]", read(graph).network().spec());
    agrees(graph, new float[] {1, 2, 4});
  }

  @Test
  void batchNormalizationAndPreluHaveTheirNumbers() {
    long[] three = {3};
    agrees(
        of(9)
            .floats("g", three, 1, 2, 3)
            .floats("b", three, 0, 1, 0)
            .floats("m", three, 0.5f, 0, -0.5f)
            .floats("v", three, 1, 2, 0.5f)
            .floats("a", three, 0.1f, 0.2f, 0.3f)
            .node("h = BatchNormalization(x, g, b, m, v)", "epsilon", 1e-3f)
            .node("y = PRelu(h, a)"),
        new float[] {1, -2, -3});
  }

  @Test
  void wholeNumbersAreLookedUp() {
    GraphBuilder graph =
        of(13).floats("e", new long[] {4, 2}, 1, 2, 3, 4, 5, 6, 7, 8).node("y = Gather(e, x)");
    graph
        .graph()
        .setInput(
            0, GraphBuilder.info("x", ai.onnx.proto.OnnxMl.TensorProto.DataType.INT64, -1, 3));
    assertArrayEquals(new float[] {7, 8, 1, 2, 3, 4}, read(graph).predict(new float[] {3, 0, 1}));
  }

  @Test
  void activationsOfTorchAreKnownByTheirParts() {
    assertEquals(
        "gelu(approximate=false)",
        activation(
            of(13)
                .floats("r", NONE, 1.4142135f)
                .floats("one", NONE, 1)
                .floats("half", NONE, 0.5f)
                .node("a = Div(x, r)")
                .node("b = Erf(a)")
                .node("c = Add(b, one)")
                .node("d = Mul(x, c)")
                .node("y = Mul(d, half)")));
    assertEquals(
        "mish",
        activation(of(13).node("a = Softplus(x)").node("b = Tanh(a)").node("y = Mul(x, b)")));
    assertEquals("silu(beta=1)", activation(of(13).node("a = Sigmoid(x)").node("y = Mul(a, x)")));
    assertEquals("log_sigmoid", activation(of(13).node("a = Sigmoid(x)").node("y = Log(a)")));
    assertEquals("hard_tanh", activation(of(10).node("y = Clip(x)", "min", -1f, "max", 1f)));
    assertEquals("leaky_relu(negative_slope=0.01)", activation(of(16).node("y = LeakyRelu(x)")));
    assertEquals("silu(beta=1.5)", activation(of(24).node("y = Swish(x)", "alpha", 1.5f)));
    assertTrue(activation(of(20).node("y = Gelu(x)")).startsWith("gelu"));
  }

  private static String activation(GraphBuilder graph) {
    return Spec.of(read(graph).network().layers().get(0).outputActivation().orElseThrow())
        .toString();
  }

  /** The operators of a formula have numbers of their own, which may make another one of it. */
  @Test
  void aFormulaWithOtherNumbersIsNotTheKnownOne() {
    GraphBuilder usual =
        of(17).node("h = HardSigmoid(x)", "alpha", 1 / 6f, "beta", 0.5f).node("y = Mul(x, h)");
    assertEquals(
        "activation(activation=hard_silu)",
        Spec.of(read(usual).network().layers().get(0)).toString());
    GraphBuilder other = of(17).node("h = HardSigmoid(x)").node("y = Mul(x, h)");
    OnnxException refused = assertThrows(OnnxException.class, () -> read(other));
    assertTrue(refused.getMessage().contains("its alpha is 0.2 and its beta 0.5"));
    agrees(
        of(17)
            .floats("a", NONE, 2)
            .node("d = Div(x, a)")
            .node("e = Elu(d)", "alpha", 1.5f)
            .node("y = Mul(e, a)"),
        new float[] {1, -2, 0.3f});
  }
}
