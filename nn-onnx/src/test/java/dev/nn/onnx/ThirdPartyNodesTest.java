package dev.nn.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.api.PluginException;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.onnx.spi.ActivationNodes;
import dev.nn.onnx.spi.OnnxGraph;
import dev.nn.onnx.spi.Value;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An activation of somebody else is exported if its author says what its nodes are. */
class ThirdPartyNodesTest {
  @TempDir private Path jar;

  /** x³, which no operator is. */
  record Cube() implements ElementwiseActivation {
    @Override
    public String name() {
      return "acme.cube";
    }

    @Override
    public float value(float z) {
      return z * z * z;
    }

    @Override
    public float derivative(float z, float a) {
      return 3 * z * z;
    }
  }

  /** What the author of the activation ships beside it. */
  public static final class CubeNodes implements ActivationNodes {
    @Override
    public Set<String> activations() {
      return Set.of("acme.cube");
    }

    @Override
    public Value write(Activation cube, Value z, OnnxGraph graph) {
      Value square = graph.operator("Mul").to(z, z);
      return graph.operator("Mul").to(square, z);
    }
  }

  private static Model model() {
    PluginRegistry registry = PluginRegistry.load().with(new Cube());
    return Model.initial(
        Network.of(registry, Shape.of(3), "dense(units=4, activation=acme.cube), dense(units=2)"),
        5);
  }

  @Test
  void withoutItsNodesItIsRefusedByName() {
    PluginException refused =
        assertThrows(PluginException.class, () -> OnnxExport.of(model()).toBytes());
    assertTrue(
        refused.getMessage().contains("nobody knows the ONNX nodes of the activation acme.cube"),
        refused.getMessage());
    assertTrue(refused.getMessage().contains("dev.nn.onnx.spi.ActivationNodes"));
  }

  @Test
  void aServiceOfAnotherJarBringsItsNodes() throws IOException {
    Path services = Files.createDirectories(jar.resolve("META-INF/services"));
    Files.writeString(services.resolve(ActivationNodes.class.getName()), CubeNodes.class.getName());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    float[] row = {0.5f, -1, 2};
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      byte[] bytes = OnnxExport.of(model()).toBytes();
      try (Runtime runtime = new Runtime(bytes)) {
        assertArrayEquals(model().predict(row), runtime.predict(new float[][] {row}, 3)[0], 1e-5f);
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
