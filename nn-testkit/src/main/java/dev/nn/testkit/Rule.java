package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import dev.nn.api.Plugin;
import dev.nn.api.Shape;
import dev.nn.core.plugin.PluginRegistry;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A check with the number and the name of its rule. */
record Rule<P extends Plugin>(String number, String name, Check<P> check) {

  interface Check<P extends Plugin> {
    void run(P plugin, Rules.Context context);
  }

  static <P extends Plugin> Rule<P> rule(String number, String name, Consumer<P> check) {
    return new Rule<>(number, name, (plugin, context) -> check.accept(plugin));
  }

  static <P extends Plugin> Rule<P> registered(
      String number, String name, BiConsumer<P, PluginRegistry> check) {
    return new Rule<>(number, name, (plugin, context) -> check.accept(plugin, context.registry()));
  }

  static Rule<Initializer> promised(
      String number, String name, BiConsumer<Initializer, Promise.OfFans> check) {
    return new Rule<>(
        number,
        name,
        (initializer, context) -> check.accept(initializer, context.promise().apply(initializer)));
  }

  static Rule<Layer> layer(String number, String name, BiConsumer<Layer, Shape> check) {
    return new Rule<>(number, name, (layer, context) -> context.check(layer, number, check));
  }

  /** A rule for what plugins of all kinds compute. */
  static Rule<Plugin> outputs(
      String number,
      String name,
      BiConsumer<Layer, Shape> layers,
      BiConsumer<Plugin, PluginRegistry> others) {
    return new Rule<>(
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

  Rules.Bound bind(P plugin, Rules.Context context) {
    Runnable resolved = () -> check.run(context.registry().resolve(plugin), context);
    return new Rules.Bound(number, name, () -> run(number, resolved));
  }

  /**
   * Runs a check of a rule. Whatever comes out of it begins with the number of the rule, also what
   * the plugin itself throws.
   */
  static void run(String number, Runnable check) {
    try {
      check.run();
    } catch (Throwable thrown) {
      if (String.valueOf(thrown.getMessage()).startsWith(number + ": ")) {
        throw thrown;
      }
      fail(number + ": it threw " + thrown, thrown);
    }
  }
}
