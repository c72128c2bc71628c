package dev.nn.core.layer;

import dev.nn.api.Composite;
import dev.nn.api.Join;
import dev.nn.api.Kind;
import dev.nn.api.Layer;
import dev.nn.api.OptionType;
import dev.nn.api.Options;
import dev.nn.api.Shape;
import dev.nn.api.Signal;
import java.util.Arrays;
import java.util.List;

/**
 * Branches that take the same input, and whose outputs are joined: one after the other along the
 * last dimension ({@code concatenate}), or by their sum ({@code add}) or product ({@code
 * multiply}), element by element.
 *
 * <pre>{@code
 * parallel(branches=[dense(units=8), dense(units=8, activation=sigmoid)], join=multiply)
 * }</pre>
 *
 * <p>That example is the gated linear unit of Dauphin, Fan, Auli, Grangier, "Language Modeling with
 * Gated Convolutional Networks" (2016). A branch of several layers is a {@link Sequence}, and one
 * that hands its input on is {@code activation(activation=identity)}.
 *
 * @param branches at least one layer
 * @param join how the outputs are joined
 */
public record Parallel(List<Layer> branches, Join join) implements Composite {
  /**
   * Creates branches.
   *
   * @throws IllegalArgumentException if there is no branch, or the join is {@link Join#SUBTRACT},
   *     which has no meaning for more than two
   */
  public Parallel {
    branches = Blocks.checked("branches", branches);
    if (join == Join.SUBTRACT) {
      throw refused(join);
    }
  }

  /** Creates the prototype, with two dense layers of one unit. */
  public Parallel() {
    this(Join.CONCATENATE, new Dense(), new Dense());
  }

  /** Creates the given branches. */
  public Parallel(Join join, Layer... branches) {
    this(List.of(branches), join);
  }

  @Override
  public String name() {
    return "parallel";
  }

  @Override
  public String description() {
    return "the outputs of the branches for one input, joined";
  }

  @Override
  public Options options() {
    return Options.NONE
        .withList("branches", new OptionType.PluginOf(Kind.LAYER), branches)
        .require("branches")
        .withWord("join", join.toString());
  }

  @Override
  public Parallel withOptions(Options complete) {
    return new Parallel(complete.list("branches", Layer.class), joinOf(complete.word("join")));
  }

  private static Join joinOf(String word) {
    return Arrays.stream(Join.values())
        .filter(join -> join.toString().equals(word))
        .findFirst()
        .orElseThrow(() -> refused(word));
  }

  private static IllegalArgumentException refused(Object join) {
    return new IllegalArgumentException("join must be concatenate, add or multiply, got " + join);
  }

  @Override
  public Signal compose(Signal input, Shape shape) {
    return Signal.join(join, branches.stream().map(branch -> input.through(branch)).toList());
  }
}
