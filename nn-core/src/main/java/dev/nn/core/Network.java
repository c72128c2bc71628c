package dev.nn.core;

import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.api.Spec;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.ParameterSlot;
import dev.nn.core.internal.run.FailedPlugin;
import dev.nn.core.message.Required;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.plugin.ShortSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A stack of layers for inputs of one shape: a value without weights. The input does not count as a
 * layer; depth and widths are free.
 *
 * <pre>{@code
 * Network network = Network.of(Shape.of(64),
 *     "dense(units=32, activation=relu, initializer=he_normal)",
 *     "dense(units=10, activation=softmax)");
 * }</pre>
 */
public final class Network {
  private final Architecture architecture;

  Network(Architecture architecture) {
    this.architecture = architecture;
  }

  /**
   * A network of layers given as specs, with the plugins that {@link PluginRegistry#load()} finds.
   *
   * @param input shape of one example
   * @param layers one spec or several with commas between in each string
   * @throws dev.nn.api.SpecException if a text cannot be read, or names something unknown
   * @throws dev.nn.api.ShapeException if a layer does not fit what the one before it gives; the
   *     message names the layer
   */
  public static Network of(Shape input, String... layers) {
    return of(PluginRegistry.load(), input, layers);
  }

  /**
   * The same for examples with so many features: {@code Network.of(4, "dense(units=3)")}.
   *
   * @param features of one example, at least 1
   */
  public static Network of(int features, String... layers) {
    return of(Shape.of(features), layers);
  }

  /** The same with the plugins of the given registry. */
  public static Network of(PluginRegistry registry, Shape input, String... layers) {
    Objects.requireNonNull(registry, "registry");
    return of(
        registry,
        input,
        Arrays.stream(Required.all(layers, "layers"))
            .flatMap(specs -> registry.layers(specs).stream())
            .toArray(Layer[]::new));
  }

  /**
   * A network of layer objects. What they refer to by name is looked up in {@link
   * PluginRegistry#load()}.
   */
  public static Network of(Shape input, Layer... layers) {
    return of(PluginRegistry.load(), input, layers);
  }

  /** The same with the plugins of the given registry. */
  public static Network of(PluginRegistry registry, Shape input, Layer... layers) {
    Objects.requireNonNull(registry, "registry");
    Objects.requireNonNull(input, "input");
    List<Layer> resolved =
        Arrays.stream(Required.all(layers, "layers")).map(registry::resolve).toList();
    return new Network(
        FailedPlugin.naming(() -> Architecture.of(input, resolved, registry::resolve)));
  }

  Architecture architecture() {
    return architecture;
  }

  /** Shape of one example. */
  public Shape inputShape() {
    return architecture.input();
  }

  /** Shape of the prediction for one example. */
  public Shape outputShape() {
    return architecture.output();
  }

  /** The layers in order. */
  public List<Layer> layers() {
    return architecture.layers();
  }

  /** Number of parameters of all layers, trainable or not. */
  public long parameterCount() {
    return architecture.parameterCount();
  }

  /**
   * What each layer is, what it gives and how many parameters it has; as text, a table to read:
   * {@code System.out.println(network.summary())}.
   */
  public NetworkSummary summary() {
    PluginRegistry registry = PluginRegistry.load();
    return new NetworkSummary(
        inputShape(),
        architecture.stages().stream()
            .map(
                stage ->
                    new LayerSummary(
                        stage.layer().name(),
                        Spec.of(stage.layer()).toString(),
                        ShortSpec.of(stage.layer(), registry).toString(),
                        stage.output(),
                        stage.parameterCount()))
            .toList(),
        architecture.parameters().stream()
            .filter(slot -> slot.parameter().trainable())
            .mapToLong(ParameterSlot::size)
            .sum());
  }

  /**
   * The layers as text with every option, in brackets; {@link #of(Shape, String...)} reads it back.
   */
  public String spec() {
    return architecture.spec();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Network that
        && inputShape().equals(that.inputShape())
        && layers().equals(that.layers());
  }

  @Override
  public int hashCode() {
    return 31 * inputShape().hashCode() + layers().hashCode();
  }

  /** Input shape and layers: {@code (64) → [dense(…), dense(…)]}. */
  @Override
  public String toString() {
    return inputShape() + " → " + spec();
  }
}
