package dev.nn.testkit.check;

import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.Shape;
import java.util.List;
import java.util.Optional;

/**
 * What the author of a plugin knows about it and the kit cannot find out. Without hints the kit
 * tries what suits most plugins, and skips the rules that it cannot decide in this way.
 */
public interface Hints {
  /** Nothing is known. */
  Hints NONE = new Hints() {};

  /**
   * The shape of the input that a layer is tested with. Override it for layers that take none of
   * those that are tried, vectors of up to 64 elements and small square images; without a shape
   * rule N1 fails for such a layer, and the others for what it computes are skipped.
   *
   * @param layer without unresolved references
   */
  default Optional<Shape> inputShape(Layer layer) {
    return LayerChecks.inputShape(layer);
  }

  /**
   * Rows of inputs that a layer is tested with: at least two, each of as many numbers as its input
   * shape has elements. By default there are none, and the kit looks for some that the layer's
   * {@code checkFeatures} accepts, as {@link LayerChecks} describes.
   *
   * @param layer without unresolved references
   */
  default List<float[]> features(Layer layer) {
    return List.of();
  }

  /**
   * What the values of an initializer are to be like where the fans are these: by default nothing
   * is promised, and the rules for it are skipped.
   *
   * @param initializer without unresolved references
   */
  default Promise promise(Initializer initializer, int fanIn, int fanOut) {
    return Promise.NONE;
  }
}
