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
 * Several layers one after the other, as one layer. It serves where one layer can stand, as in a
 * branch of {@link Parallel}:
 *
 * <pre>{@code
 * parallel(branches=[dense(units=8), sequence(layers=[dense(units=32), dense(units=8)])], join=add)
 * }</pre>
 *
 * @param layers at least one layer
 */
public record Sequence(List<Layer> layers) implements Composite {
  /**
   * Creates a sequence.
   *
   * @throws IllegalArgumentException if there is no layer
   */
  public Sequence {
    layers = Blocks.checked("layers", layers);
  }

  /** Creates the prototype, with a dense layer of one unit. */
  public Sequence() {
    this(List.of(new Dense()));
  }

  /** Creates a sequence of the given layers. */
  public Sequence(Layer... layers) {
    this(List.of(layers));
  }

  @Override
  public String name() {
    return "sequence";
  }

  @Override
  public String description() {
    return "the layers one after the other";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withList("layers", new OptionType.PluginOf(Kind.LAYER), layers)
        .require("layers");
  }

  @Override
  public Sequence withOptions(Options complete) {
    return new Sequence(complete.list("layers", Layer.class));
  }

  @Override
  public Signal compose(Signal input, Shape shape) {
    return input.through(layers);
  }
}
