package dev.nn.report.section;

import dev.nn.api.Layer;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import java.util.Optional;

/** What is said of a layer. */
public final class LayerWords {
  private LayerWords() {}

  /** The name of a layer's activation, if it has one. */
  public static Optional<String> activation(Layer layer) {
    SpecValue activation = Spec.of(layer).options().get("activation");
    return activation instanceof Spec spec ? Optional.of(spec.name()) : Optional.empty();
  }
}
