package dev.nn.onnx.spi;

import dev.nn.api.Activation;
import java.util.Set;

/**
 * Says which ONNX nodes compute some activations. A provider is found as a service, from the module
 * descriptor or from {@code META-INF/services/dev.nn.onnx.spi.ActivationNodes}.
 *
 * <pre>{@code
 * public final class CubeNodes implements ActivationNodes {
 *   public Set<String> activations() {
 *     return Set.of("acme.cube");
 *   }
 *
 *   public Value write(Activation cube, Value z, OnnxGraph graph) {
 *     Value square = graph.operator("Mul").to(z, z);
 *     return graph.operator("Mul").to(square, z);
 *   }
 * }
 * }</pre>
 */
public interface ActivationNodes {

  /** Returns the names of the activations that this provider writes. */
  Set<String> activations();

  /**
   * Writes the nodes that compute a = g(z).
   *
   * @param activation one of those named, with its hyper-parameters
   * @param z a value of any shape; what acts on a whole row acts on all numbers of an example
   * @return a, of the shape of z
   */
  Value write(Activation activation, Value z, OnnxGraph graph);
}
