package dev.nn.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What flows through a {@link Composite} layer: its input, the output of a layer within it, or
 * several signals that are joined.
 *
 * <p>A signal holds no numbers. It describes where the numbers will come from, and the engine works
 * out the way forward and back. A signal may be used any number of times; it is computed once. Two
 * calls of {@link #through} put two layers into the composite, each with parameters of its own,
 * even if the layers are equal.
 */
public final class Signal {
  private final Optional<Layer> layer;
  private final Optional<Join> join;
  private final List<Signal> operands;

  private Signal(Optional<Layer> layer, Optional<Join> join, List<Signal> operands) {
    this.layer = layer;
    this.join = join;
    this.operands = List.copyOf(operands);
  }

  /** Returns the input of a composite layer, as the engine makes it. */
  public static Signal input() {
    return new Signal(Optional.empty(), Optional.empty(), List.of());
  }

  /** Returns the output of the given layers, one after the other, for this signal. */
  public Signal through(Layer... layers) {
    return through(List.of(layers));
  }

  /** Returns the output of the given layers, one after the other, for this signal. */
  public Signal through(List<? extends Layer> layers) {
    Signal signal = this;
    for (Layer next : layers) {
      signal = new Signal(Optional.of(next), Optional.empty(), List.of(signal));
    }
    return signal;
  }

  /**
   * Returns the output of the layer that a text describes, such as {@code dense(units=8)}. Whether
   * there is such a layer is found out when a network is built.
   *
   * @throws SpecException if the text is not a spec
   */
  public Signal through(String spec) {
    return through(Layer.named(spec));
  }

  /** Returns this + other. */
  public Signal plus(Signal other) {
    return join(Join.ADD, List.of(this, other));
  }

  /** Returns this − other. */
  public Signal minus(Signal other) {
    return join(Join.SUBTRACT, List.of(this, other));
  }

  /** Returns this ⊙ other, the product of each element with its counterpart. */
  public Signal times(Signal other) {
    return join(Join.MULTIPLY, List.of(this, other));
  }

  /** Returns this and the others, one after the other along the last dimension. */
  public Signal concatenate(Signal... others) {
    List<Signal> all = new ArrayList<>();
    all.add(this);
    all.addAll(List.of(others));
    return join(Join.CONCATENATE, all);
  }

  /**
   * Returns several signals made into one. A single signal stays what it is.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Signal join(Join join, List<Signal> operands) {
    if (operands.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to " + join);
    }
    return operands.size() == 1
        ? operands.get(0)
        : new Signal(Optional.empty(), Optional.of(Objects.requireNonNull(join)), operands);
  }

  /** Returns the layer whose output this is, if it is that of a layer. */
  public Optional<Layer> layer() {
    return layer;
  }

  /** Returns how the operands are joined, if several are. */
  public Optional<Join> join() {
    return join;
  }

  /** Returns what this is computed from, which is nothing for the input of a composite layer. */
  public List<Signal> operands() {
    return operands;
  }
}
