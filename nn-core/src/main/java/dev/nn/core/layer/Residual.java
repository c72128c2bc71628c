package dev.nn.core.layer;

import dev.nn.api.Composite;
import dev.nn.api.Kind;
import dev.nn.api.Layer;
import dev.nn.api.OptionType;
import dev.nn.api.Options;
import dev.nn.api.Shape;
import dev.nn.api.Signal;
import java.util.List;

/**
 * A residual block: a = x + f(x), where f is a stack of layers that gives back the shape of its
 * input. The short way of x lets gradients pass through many such blocks.
 *
 * <pre>{@code
 * residual(layers=[dense(units=64, activation=relu), dense(units=64)])
 * }</pre>
 *
 * <p>Source: He, Zhang, Ren, Sun, "Deep Residual Learning for Image Recognition" (2015), which
 * applies a rectifier to the sum; put {@code activation(activation=relu)} behind the block for it.
 *
 * @param layers f, at least one layer
 */
public record Residual(List<Layer> layers) implements Composite {
  /**
   * Creates a block.
   *
   * @throws IllegalArgumentException if there is no layer
   */
  public Residual {
    layers = Blocks.checked("layers", layers);
  }

  /** Creates the prototype, with a dense layer of one unit. */
  public Residual() {
    this(List.of(new Dense()));
  }

  /** Creates a block of the given layers. */
  public Residual(Layer... layers) {
    this(List.of(layers));
  }

  @Override
  public String name() {
    return "residual";
  }

  @Override
  public String description() {
    return "a = x + f(x), f the layers one after the other";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withList("layers", new OptionType.PluginOf(Kind.LAYER), layers)
        .require("layers");
  }

  @Override
  public Residual withOptions(Options complete) {
    return new Residual(complete.list("layers", Layer.class));
  }

  @Override
  public Signal compose(Signal input, Shape shape) {
    return input.through(layers).plus(input);
  }
}
