package dev.nn.api;

import java.util.List;
import java.util.Optional;

/**
 * A layer: a description of its parameters and buffers, and the code that computes with them.
 *
 * <p>The engine owns all arrays. It hands them to the layer as a {@link Pass}, in the two phases of
 * a training step:
 *
 * <ol>
 *   <li><i>Rows.</i> Each worker takes some rows of the batch through {@link #forward} of all
 *       layers, the loss, and {@link #backward} of all layers.
 *   <li><i>Parameters.</i> Each worker takes tiles of the parameters; {@link #parameterGradient}
 *       sums a tile's gradient over all rows of the batch, and the optimizer updates that tile.
 * </ol>
 *
 * <p>In neither phase does the order of a sum depend on the number of workers, so neither does the
 * result. A prediction is the forward pass alone.
 *
 * <p>A layer that is made of existing layers is a {@link Composite}, which needs no passes at all.
 *
 * <p>A layer that has no parameters and halves its input needs this much:
 *
 * <pre>{@code
 * public record Half() implements Layer {
 *   public String name() { return "acme.half"; }
 *   public Shape outputShape(Shape input) { return input; }
 *   public void forward(ForwardPass pass) { halve(pass.input(), pass.output()); }
 *   public void backward(BackwardPass pass) {
 *     if (pass.wantsInputGradient()) {
 *       halve(pass.outputGradient(), pass.inputGradient());
 *     }
 *   }
 *   private static void halve(Matrix from, Matrix to) {
 *     for (int i = 0; i < from.rows(); i++) {
 *       for (int j = 0; j < from.columns(); j++) {
 *         to.set(i, j, from.get(i, j) / 2);
 *       }
 *     }
 *   }
 * }
 * }</pre>
 */
public non-sealed interface Layer extends Plugin {

  /**
   * Returns the shape of the output for an input of the given shape.
   *
   * @throws ShapeException if this layer cannot take such an input; the message says what it takes
   */
  Shape outputShape(Shape input);

  /**
   * Returns the parameters that this layer has for an input of the given shape. A {@link Pass}
   * counts them in this order.
   */
  default List<Parameter> parameters(Shape input) {
    return List.of();
  }

  /** Returns the memory that this layer needs besides its parameters, its input and its output. */
  default Needs needs(Shape input) {
    return Needs.NONE;
  }

  /**
   * Returns whether the rows of a batch influence each other in training, as in batch
   * normalization. If so, the column passes are called, which see all rows.
   */
  default boolean couplesRows() {
    return false;
  }

  /**
   * Returns whether this layer hands on every number of its input unchanged, in training as in
   * prediction. It may give the numbers another shape, but computes nothing. A loss looks through
   * such layers at the end of a network, so that {@code dense(units=1, activation=sigmoid),
   * flatten} learns just as well as it does without {@code flatten}.
   */
  default boolean passesValuesOn() {
    return false;
  }

  /**
   * Returns the activation that this layer applies last, if there is one. Such a layer writes z to
   * {@link Pass#preActivation}; if the loss then {@linkplain Loss#fuse fuses} with the activation,
   * the backward pass receives ∂L/∂z instead of ∂L/∂output.
   */
  default Optional<Activation> outputActivation() {
    return Optional.empty();
  }

  /**
   * Returns a new adaptation, for a layer that learns parameters from the data before the first
   * step, as a layer that scales features does.
   */
  default Optional<Adaptation> adaptation(Shape input) {
    return Optional.empty();
  }

  /**
   * Checks the features of one row before training. It is called for the first layer of a network,
   * and is for those that cannot take every finite number, such as an embedding, which takes
   * indices.
   *
   * @param features as many numbers as the input shape has elements
   * @throws IllegalArgumentException for a value that this layer cannot take; the message names the
   *     column, the value and the range, and the engine adds the row
   */
  default void checkFeatures(float[] features) {}

  /** Computes the output of one worker's rows. */
  void forward(ForwardPass pass);

  /**
   * Computes the gradient of the input of one worker's rows, where it is wanted, and leaves behind
   * what the gradients of the parameters need.
   */
  void backward(BackwardPass pass);

  /**
   * Computes the gradient of one tile of a trainable parameter. It is never called for a layer that
   * has none, and every layer that has one must override it.
   */
  default void parameterGradient(GradientPass pass) {
    throw new IllegalStateException(name() + " has trainable parameters but no gradient for them");
  }

  /**
   * Computes what a layer that couples rows needs of all rows of the batch. It is called in
   * training only, before {@link #forward}, when the input of all rows is there.
   */
  default void forwardColumns(ColumnPass pass) {}

  /**
   * Computes what a layer that couples rows needs of all rows of the batch on the way back. It is
   * called before {@link #backward}, when the output gradient of all rows is there.
   */
  default void backwardColumns(ColumnPass pass) {}

  @Override
  default Layer withOptions(Options complete) {
    return this;
  }

  /**
   * Returns a reference to the layer that a text describes, such as {@code dense(units=8)}, for
   * layers that are made of others. Whether there is such a layer is found out when a network is
   * built.
   *
   * @throws SpecException if the text is not a spec
   */
  static Layer named(String spec) {
    return named(Spec.parse(spec));
  }

  /**
   * Returns a reference to the layer that a spec describes. If the spec turns out to be wrong
   * later, the error points at its place.
   */
  static Layer named(Spec spec) {
    return new LayerReference(spec);
  }
}
