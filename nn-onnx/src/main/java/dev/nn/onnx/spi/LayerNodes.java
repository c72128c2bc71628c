package dev.nn.onnx.spi;

import dev.nn.api.Layer;
import java.util.Set;

/**
 * Says which ONNX nodes compute the prediction of some layers. A provider is found as a service,
 * from the module descriptor or from {@code META-INF/services/dev.nn.onnx.spi.LayerNodes}.
 */
public interface LayerNodes {

  /** Returns the names of the layers that this provider writes. */
  Set<String> layers();

  /**
   * Writes the nodes of a layer as it predicts. A layer that acts in training only returns its
   * input.
   *
   * @param layer one of those named, with its options
   * @return the output, of the shape {@link LayerGraph#outputShape()}
   */
  Value write(Layer layer, Value input, LayerGraph graph);
}
