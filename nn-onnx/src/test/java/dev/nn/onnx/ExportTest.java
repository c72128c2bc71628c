package dev.nn.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import dev.nn.api.NnException;
import dev.nn.core.Model;
import dev.nn.core.Network;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  @TempDir private Path folder;

  @Test
  void generatedNetworksPredictInOnnxRuntimeWhatTheyPredictHere() {
    compare(100, 200);
  }

  @Test
  @Tag("exhaustive")
  void fiveHundredGeneratedNetworksPredictTheSame() {
    compare(500, 1000);
  }

  private static void compare(int networks, int rowsOfEach) {
    double worst = 0;
    for (int seed = 0; seed < networks; seed++) {
      RandomNetworks random = new RandomNetworks(seed);
      Model model = random.next();
      float[][] rows = random.rows(model, rowsOfEach);
      float[][] ours = model.predict(rows);
      int[] shape = model.network().inputShape().dimensions().stream().mapToInt(d -> d).toArray();
      try (Runtime runtime = new Runtime(OnnxExport.of(model).toBytes())) {
        float[][] theirs = runtime.predict(rows, shape);
        for (int i = 0; i < rows.length; i++) {
          for (int j = 0; j < ours[i].length; j++) {
            double scale = Math.max(1, Math.abs(ours[i][j]));
            // Both may be infinite, or NaN.
            double error =
                Float.compare(ours[i][j], theirs[i][j]) == 0
                    ? 0
                    : Math.abs(ours[i][j] - theirs[i][j]) / scale;
            worst = Math.max(worst, error);
            assertTrue(
                error <= 1e-4,
                "seed " + seed + ": " + model.network() + ": " + ours[i][j] + ", " + theirs[i][j]);
          }
        }
      }
    }
    System.out.println("largest difference of " + networks + " networks: " + worst);
  }

  @Test
  void aDenseLayerIsOneGemmAndItsWeightsAreNoInputs() throws Exception {
    Model model = Model.initial(Network.of(4, "dense(units=3), dropout(rate=0.5)"), 1);
    ModelProto proto = ModelProto.parseFrom(OnnxExport.of(model).toBytes());
    assertEquals(8, proto.getIrVersion());
    assertEquals(17, proto.getOpsetImport(0).getVersion());
    assertEquals(1, proto.getGraph().getNodeCount());
    NodeProto gemm = proto.getGraph().getNode(0);
    assertEquals("Gemm", gemm.getOpType());
    assertEquals("[input, dense_1.kernel, dense_1.bias]", gemm.getInputList().toString());
    assertEquals(1, proto.getGraph().getInputCount());
    assertEquals(0, proto.getMetadataPropsCount());
  }

  @Test
  void namesAreUniqueAndNodesAreSorted() throws Exception {
    for (int seed = 0; seed < 50; seed++) {
      Model model = new RandomNetworks(seed).next();
      ModelProto proto = ModelProto.parseFrom(OnnxExport.of(model).toBytes());
      Set<String> known = new HashSet<>();
      proto.getGraph().getInputList().forEach(input -> assertTrue(known.add(input.getName())));
      proto.getGraph().getInitializerList().forEach(c -> assertTrue(known.add(c.getName())));
      Set<String> names = new HashSet<>();
      for (NodeProto node : proto.getGraph().getNodeList()) {
        assertTrue(known.containsAll(node.getInputList()), node::toString);
        assertTrue(names.add(node.getName()), node::getName);
        node.getOutputList().forEach(output -> assertTrue(known.add(output), output));
      }
      assertTrue(known.contains(proto.getGraph().getOutput(0).getName()));
    }
  }

  @Test
  void aRowAloneGetsTheBitsThatItGetsInABatch() {
    Model model =
        Model.initial(
            Network.of(9, "dense(units=33, activation=relu), dense(units=5, activation=softmax)"),
            3);
    float[][] rows = new RandomNetworks(1).rows(model, 64);
    try (Runtime runtime = new Runtime(OnnxExport.of(model).toBytes())) {
      float[][] together = runtime.predict(rows, 9);
      for (int i = 0; i < rows.length; i++) {
        assertArrayEquals(together[i], runtime.predict(new float[][] {rows[i]}, 9)[0]);
      }
    }
  }

  @Test
  void noRowsGiveNoPredictions() {
    for (String layers :
        new String[] {
          "flatten, dense(units=2)",
          "layer_normalization",
          "activation(activation=softmax)",
          "reshape(shape=[3, 2])"
        }) {
      Model model = Model.initial(Network.of(dev.nn.api.Shape.of(2, 3), layers), 1);
      try (Runtime runtime = new Runtime(OnnxExport.of(model).toBytes())) {
        assertEquals(0, runtime.predict(new float[0][], 2, 3).length, layers);
      }
    }
  }

  @Test
  void logitsAreWhatTheLastActivationGets() throws Exception {
    Model model =
        Model.initial(Network.of(2, "dense(units=1, activation=sigmoid), dropout(rate=0.1)"), 5);
    byte[] bytes = OnnxExport.of(model).withLogits().toBytes();
    ModelProto proto = ModelProto.parseFrom(bytes);
    assertEquals("logits", proto.getGraph().getOutput(0).getName());
    assertEquals("Gemm", proto.getGraph().getNode(proto.getGraph().getNodeCount() - 1).getOpType());
    float[] row = {0.3f, -2};
    try (Runtime runtime = new Runtime(bytes)) {
      double logit = runtime.predict(new float[][] {row}, 2)[0][0];
      assertEquals(model.predict(row)[0], 1 / (1 + Math.exp(-logit)), 1e-6);
    }
    Model other = Model.initial(Network.of(2, "layer_normalization"), 5);
    NnException refused =
        assertThrows(NnException.class, () -> OnnxExport.of(other).withLogits().toBytes());
    assertTrue(refused.getMessage().contains("export it without logits"), refused.getMessage());
  }

  @Test
  void aFileIsReplacedAsAWhole() throws Exception {
    Path file = folder.resolve("model.onnx");
    Files.writeString(file, "old");
    Model model = Model.initial(Network.of(2, "dense(units=1)"), 5);
    OnnxExport.of(model).write(file);
    assertArrayEquals(OnnxExport.of(model).toBytes(), Files.readAllBytes(file));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
    assertTrue(
        assertThrows(
                java.io.IOException.class,
                () -> OnnxExport.of(model).write(folder.resolve("none/model.onnx")))
            .toString()
            .contains("create it first"));
  }
}
