package dev.nn.testkit.check;

import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.Shape;
import java.util.List;
import java.util.Optional;

/**
 * What the author of a plugin knows about it and the kit cannot find out. Without hints the kit
 * tries what suits most plugins, and it skips the rules that it cannot decide in this way.
 */
public interface Hints {
  /** No hints. */
  Hints NONE = new Hints() {};

  /**
   * Returns the shape of the inputs that a layer is tested with. By default the kit tries vectors
   * of up to 64 elements and small square images until the layer takes one. Override this method
   * for layers that take none of them; otherwise rule N1 fails for such a layer, and the other
   * rules for what it computes are skipped.
   *
   * @param layer the layer, without unresolved references
   */
  default Optional<Shape> inputShape(Layer layer) {
    return LayerChecks.inputShape(layer);
  }

  /**
   * Returns the rows of inputs that a layer is tested with: at least two, each of as many numbers
   * as its input shape has elements. By default there are none, and the kit looks for some that the
   * layer's {@code checkFeatures} accepts, as {@link LayerChecks} describes.
   *
   * @param layer the layer, without unresolved references
   */
  default List<float[]> features(Layer layer) {
    return List.of();
  }

  /**
   * Returns what an initializer promises about its values for these numbers of inputs and outputs.
   * By default it promises nothing, and the rules about promises are skipped.
   *
   * @param initializer the initializer, without unresolved references
   */
  default Promise promise(Initializer initializer, int fanIn, int fanOut) {
    return Promise.NONE;
  }
}
