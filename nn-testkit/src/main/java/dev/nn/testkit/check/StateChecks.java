package dev.nn.testkit.check;

import dev.nn.api.Layer;
import dev.nn.api.Plugin;
import dev.nn.api.Shape;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.measure.Bits;
import java.util.function.Function;

/**
 * The rules P6 and P7 for plugins of all kinds, each as a separate check: a plugin remembers
 * nothing between calls. They are skipped for a layer that takes none of the input shapes that are
 * tried, unless one is given.
 */
public final class StateChecks {
  private StateChecks() {}

  /** P6: the same inputs give the same bits, from this plugin and from an equal one. */
  public static void isDeterministic(Plugin plugin, PluginRegistry registry) {
    isDeterministic(registry.resolve(plugin), resolved -> Trace.of(resolved, "P6"));
  }

  /** P6 for a layer without unresolved references and an input that it takes. */
  public static void isDeterministic(Layer layer, Shape input) {
    isDeterministic(layer, resolved -> Trace.of((Layer) resolved, input, "P6"));
  }

  private static void isDeterministic(Plugin plugin, Function<Plugin, double[]> trace) {
    double[] first = trace.apply(plugin);
    Bits.same(first, trace.apply(plugin), "P6: a second time");
    Plugin equal = plugin.withOptions(plugin.options());
    Bits.same(first, trace.apply(equal), "P6: from an equal plugin");
  }

  /**
   * P7: when eight threads use one instance at once, each with other numbers, each gets what it
   * would get alone.
   */
  public static void servesEightThreads(Plugin plugin, PluginRegistry registry) {
    Plugin resolved = registry.resolve(plugin);
    Threads.eachGives(turn -> Trace.of(resolved, turn, "P7"), "P7: on eight threads");
  }

  /** P7 for a layer without unresolved references and an input that it takes. */
  public static void servesEightThreads(Layer layer, Shape input) {
    Threads.eachGives(turn -> Trace.of(layer, input, turn, "P7"), "P7: on eight threads");
  }
}
