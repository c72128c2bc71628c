package dev.nn.core.internal.architecture;

import dev.nn.api.Plugin;
import java.util.List;
import java.util.OptionalInt;

/**
 * An exception of a plugin's code, with what it was doing. It travels from the call of the plugin
 * up to the code that knows where plugins come from, which tells the user in words. So it never
 * leaves the framework.
 */
public final class PluginFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Plugin> suspects;
  private final transient Throwable thrown;
  private final String doing;
  private final int layer;

  private PluginFailure(List<Plugin> suspects, String doing, int layer, Throwable thrown) {
    super(doing, thrown);
    this.suspects = suspects;
    this.thrown = thrown;
    this.doing = doing;
    this.layer = layer;
  }

  /**
   * Returns the failure of a layer whose method threw. The exception may also come from a plugin
   * nested in it, such as its activation.
   *
   * @param method the method that was called
   */
  public static PluginFailure in(Stage stage, String method, Throwable thrown) {
    return of(
        List.of(stage.layer()),
        method + " of " + stage.label(),
        stage.layerIndex(),
        ofPlugin(thrown));
  }

  /** Returns the failure of a layer that has no place in a network yet. */
  static PluginFailure in(int index, Plugin layer, Throwable thrown) {
    return of(
        List.of(layer),
        "the making of layer %s (%s)".formatted(index, layer.name()),
        index,
        ofPlugin(thrown));
  }

  /** Returns the failure of a plugin that is no layer. */
  public static PluginFailure of(Plugin plugin, String method, Throwable thrown) {
    return of(List.of(plugin), method, -1, ofPlugin(thrown));
  }

  /**
   * Returns the failure of a method in which two plugins take part, such as a loss and an
   * activation.
   */
  public static PluginFailure of(Plugin one, Plugin other, String method, Throwable thrown) {
    return of(List.of(one, other), method, -1, ofPlugin(thrown));
  }

  private static PluginFailure of(
      List<Plugin> suspects, String doing, int layer, Throwable thrown) {
    return thrown instanceof PluginFailure known
        ? known
        : new PluginFailure(suspects, doing, layer, thrown);
  }

  /**
   * Returns what a plugin threw. Errors of the virtual machine, such as a lack of memory, are no
   * plugin's fault and are thrown again.
   */
  private static Throwable ofPlugin(Throwable thrown) {
    boolean isOfPlugin =
        thrown instanceof LinkageError
            || thrown instanceof StackOverflowError
            || thrown instanceof AssertionError;
    if (thrown instanceof Error error && !isOfPlugin) {
      throw error;
    }
    return thrown;
  }

  /** The plugins that were called. */
  public List<Plugin> suspects() {
    return suspects;
  }

  /** What was going on: {@code forward of layer 0 (dense)}. */
  public String doing() {
    return doing;
  }

  /** What the plugin threw. */
  public Throwable thrown() {
    return thrown;
  }

  /** The layer, from 0, that was called, if it was one. */
  public OptionalInt layer() {
    return layer < 0 ? OptionalInt.empty() : OptionalInt.of(layer);
  }
}
