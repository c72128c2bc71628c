package dev.nn.core;

import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.api.Spec;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.ParameterSlot;
import dev.nn.core.internal.run.FailedPlugin;
import dev.nn.core.message.Required;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.plugin.RoundTrip;
import dev.nn.core.plugin.ShortSpec;
import dev.nn.core.preset.Preset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A stack of layers for inputs of one shape.
 *
 * <pre>{@code
 * Network network = Network.of(Shape.of(64),
 *     "dense(units=32, activation=relu, initializer=he_normal)",
 *     "dense(units=10, activation=softmax)");
 * }</pre>
 *
 * <p>A network is a value: it describes layers and has no weights. {@link Trainer#fit} makes a
 * {@link Model} of it, and {@link Model#initial} one that has learnt nothing. The input does not
 * count as a layer, and there may be any number of layers of any width.
 */
public final class Network {
  private final Architecture architecture;
  private final Optional<Said> said;

  /** The specs of a network as they were written, without the options that they leave out. */
  private record Said(PluginRegistry registry, List<Spec> specs) {}

  Network(Architecture architecture) {
    this(architecture, Optional.empty());
  }

  private Network(Architecture architecture, Optional<Said> said) {
    this.architecture = architecture;
    this.said = said;
  }

  /**
   * Returns a network of layers that are given as specs, with the plugins that {@link
   * PluginRegistry#load()} finds.
   *
   * @param input the shape of one example
   * @param layers texts of one spec each, or of several that are separated by commas
   * @throws dev.nn.api.SpecException if a text cannot be read or names something unknown
   * @throws dev.nn.api.ShapeException if a layer does not fit the output of the one before it; the
   *     message names the layer
   */
  public static Network of(Shape input, String... layers) {
    return of(PluginRegistry.load(), input, layers);
  }

  /**
   * Returns a network for examples that are a row of features: {@code Network.of(4,
   * "dense(units=3)")}.
   *
   * @param features the number of features of one example, at least 1
   */
  public static Network of(int features, String... layers) {
    return of(Shape.of(features), layers);
  }

  /** Returns a network of specs with the plugins of the given registry. */
  public static Network of(PluginRegistry registry, Shape input, String... layers) {
    Objects.requireNonNull(registry, "registry");
    Layer[] made =
        Arrays.stream(Required.all(layers, "layers"))
            .flatMap(specs -> registry.layers(specs).stream())
            .toArray(Layer[]::new);
    List<Spec> specs =
        Arrays.stream(layers).flatMap(text -> Spec.parseList(text).stream()).toList();
    return new Network(
        of(registry, input, made).architecture, Optional.of(new Said(registry, specs)));
  }

  /**
   * Returns the network with the defaults of another tool for all options that its specs leave out,
   * such as how weights and biases start and the ε of normalization layers:
   *
   * <pre>{@code
   * Network network = Network.of(4, "dense(units=8, activation=relu), dense(units=3)").like("torch");
   * }</pre>
   *
   * <p>{@link TrainerBuilder#like} does this to networks that are trained from new weights. Layers
   * that were given as objects have all of their options and stay as they are.
   *
   * @param preset {@code keras}, {@code torch}, {@code sklearn}, {@code dl4j} or {@code weka}
   * @throws dev.nn.api.NnException if there is no such preset
   */
  public Network like(String preset) {
    return like(Preset.named(preset));
  }

  Network like(Preset preset) {
    return said.map(
            words -> {
              PluginRegistry registry = preset.in(words.registry(), words.specs());
              Layer[] layers =
                  words.specs().stream()
                      .map(spec -> registry.create(Layer.class, spec))
                      .toArray(Layer[]::new);
              return new Network(of(registry, inputShape(), layers).architecture, said);
            })
        .orElse(this);
  }

  /**
   * Returns a network of layer objects. Plugins that these refer to by name are looked up in {@link
   * PluginRegistry#load()}.
   *
   * <pre>{@code
   * Network network = Network.of(Shape.of(64), new Dense(32, new Relu()), new Dense(10, new Softmax()));
   * }</pre>
   */
  public static Network of(Shape input, Layer... layers) {
    return of(PluginRegistry.load(), input, layers);
  }

  /**
   * Returns a network of layer objects. Plugins that these refer to by name are looked up in the
   * given registry.
   *
   * @throws dev.nn.api.PluginException if a layer, or a plugin in it, has a hyper-parameter that is
   *     none of its options, so that it would come back from a file as another one
   */
  public static Network of(PluginRegistry registry, Shape input, Layer... layers) {
    Objects.requireNonNull(registry, "registry");
    Objects.requireNonNull(input, "input");
    List<Layer> resolved =
        Arrays.stream(Required.all(layers, "layers")).map(registry::resolve).toList();
    RoundTrip.check(resolved, registry);
    return new Network(
        FailedPlugin.naming(() -> Architecture.of(input, resolved, registry::resolve)));
  }

  Architecture architecture() {
    return architecture;
  }

  /** Returns the shape of one example. */
  public Shape inputShape() {
    return architecture.input();
  }

  /** Returns the shape of the prediction for one example. */
  public Shape outputShape() {
    return architecture.output();
  }

  /** Returns the layers in order. */
  public List<Layer> layers() {
    return architecture.layers();
  }

  /** Returns the number of parameters of all layers, trainable or not. */
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
        architecture.members().stream()
            .map(
                member ->
                    new LayerSummary(
                        member.layer().name(),
                        Spec.of(member.layer()).toString(),
                        ShortSpec.of(member.layer(), registry).toString(),
                        member.output(),
                        member.parameterCount()))
            .toList(),
        architecture.parameters().stream()
            .filter(slot -> slot.parameter().trainable())
            .mapToLong(ParameterSlot::size)
            .sum());
  }

  /**
   * Returns the layers as text, with every option and in brackets. {@link #of(Shape, String...)}
   * reads it back.
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

  /** Returns the input shape and the layers: {@code (64) → [dense(…), dense(…)]}. */
  @Override
  public String toString() {
    return inputShape() + " → " + spec();
  }
}
