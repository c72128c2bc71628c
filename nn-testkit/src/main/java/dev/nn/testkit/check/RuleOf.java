package dev.nn.testkit.check;

import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.Plugin;
import dev.nn.api.Shape;
import dev.nn.core.plugin.PluginRegistry;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A rule for all plugins of a kind.
 *
 * @param <P> the kind
 */
record RuleOf<P extends Plugin>(String number, String name, Check<P> check) {

  interface Check<P extends Plugin> {
    void run(P plugin, Context context);
  }

  static <P extends Plugin> RuleOf<P> rule(String number, String name, Consumer<P> check) {
    return new RuleOf<>(number, name, (plugin, context) -> check.accept(plugin));
  }

  static <P extends Plugin> RuleOf<P> registered(
      String number, String name, BiConsumer<P, PluginRegistry> check) {
    return new RuleOf<>(
        number, name, (plugin, context) -> check.accept(plugin, context.registry()));
  }

  static RuleOf<Initializer> promised(
      String number, String name, BiConsumer<Initializer, Promise.OfFans> check) {
    return new RuleOf<>(
        number,
        name,
        (initializer, context) -> check.accept(initializer, context.promise(initializer)));
  }

  static RuleOf<Layer> layer(String number, String name, BiConsumer<Layer, Shape> check) {
    return new RuleOf<>(number, name, (layer, context) -> context.check(layer, number, check));
  }

  /** A rule for what plugins of all kinds compute. */
  static RuleOf<Plugin> outputs(
      String number,
      String name,
      BiConsumer<Layer, Shape> layers,
      BiConsumer<Plugin, PluginRegistry> others) {
    return new RuleOf<>(
        number,
        name,
        (plugin, context) -> {
          if (plugin instanceof Layer layer) {
            context.check(layer, number, layers);
          } else {
            others.accept(plugin, context.registry());
          }
        });
  }

  Rule bind(P plugin, PluginRegistry registry, Hints hints) {
    return new Rule(
        number,
        name,
        warnings -> check.run(registry.resolve(plugin), new Context(registry, hints, warnings)));
  }
}
