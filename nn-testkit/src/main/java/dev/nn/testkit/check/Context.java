package dev.nn.testkit.check;

import dev.nn.api.Composite;
import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.bench.InputShapes;
import dev.nn.testkit.bench.LayerFeatures;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What a rule may need besides the plugin.
 *
 * @param warnings receives what a rule has to say although the plugin keeps it
 */
record Context(PluginRegistry registry, Hints hints, Consumer<String> warnings) {

  /**
   * Runs a check with an input that the layer takes. If there is none, N1 fails and other rules are
   * skipped. Of a layer that is made of others only N1 can be decided.
   */
  void check(Layer layer, String rule, BiConsumer<Layer, Shape> check) {
    if (layer instanceof Composite composite) {
      Optional<Shape> shape =
          hints.inputShape(layer).or(() -> CompositeChecks.inputShape(composite, registry));
      CompositeChecks.check(rule, composite, shape, registry);
      return;
    }
    check.accept(
        LayerFeatures.given(layer, hints.features(layer)),
        InputShapes.known(hints.inputShape(layer), rule));
  }

  Promise.OfFans promise(Initializer initializer) {
    return (fanIn, fanOut) -> hints.promise(initializer, fanIn, fanOut);
  }
}
