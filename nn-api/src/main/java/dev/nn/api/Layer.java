package dev.nn.api;

import java.util.List;
import java.util.Optional;

/**
 * A layer: a description of its parameters and buffers, and the kernels that compute with them. The
 * engine owns all arrays and calls the kernels in the two phases of a training step:
 *
 * <ol>
 *   <li><i>Rows.</i> Each worker takes some rows of the batch through {@link #forward} of all
 *       layers, the loss, and {@link #backward} of all layers.
 *   <li><i>Parameters.</i> Each worker takes tiles of the parameters; {@link #parameterGradient}
 *       sums a tile's gradient over all rows of the batch, and the optimizer updates that tile.
 * </ol>
 *
 * <p>A prediction is the forward pass alone.
 */
public non-sealed interface Layer extends Plugin {

  /**
   * The shape of the output for an input of the given shape.
   *
   * @throws ShapeException if this layer cannot take such an input; the message says what it takes
   */
  Shape outputShape(Shape input);

  /** The parameters, in the order of their indices in a {@link Pass}. */
  default List<Parameter> parameters(Shape input) {
    return List.of();
  }

  /** The memory that the kernels need. */
  default Needs needs(Shape input) {
    return Needs.NONE;
  }

  /**
   * Whether rows of a batch influence each other in training: then the column passes are called.
   */
  default boolean couplesRows() {
    return false;
  }

  /**
   * Whether the layer hands on every number of its input unchanged, in training as in prediction:
   * it may give it another shape, but computes nothing. A loss looks through such layers at the end
   * of a network, so that {@code dense(units=1, activation=sigmoid), flatten} learns just as well
   * as it does without {@code flatten}.
   */
  default boolean passesValuesOn() {
    return false;
  }

  /**
   * The activation that this layer applies last, writing z to {@link Pass#preActivation}. If the
   * loss fuses with it, the backward pass receives ∂L/∂z.
   */
  default Optional<Activation> outputActivation() {
    return Optional.empty();
  }

  /** A new adaptation, for a layer that learns parameters from the data before the first step. */
  default Optional<Adaptation> adaptation(Shape input) {
    return Optional.empty();
  }

  /**
   * Checks the features of one row before training, for a layer that is the first of its network
   * and cannot take every finite number.
   *
   * @param features as many numbers as the input shape has elements
   * @throws IllegalArgumentException for a value that this layer cannot take; the message names the
   *     column, the value and the range, and the engine adds the row
   */
  default void checkFeatures(float[] features) {}

  /** Computes the output of one worker's rows. */
  void forward(ForwardPass pass);

  /** Computes the gradient of the input of one worker's rows. */
  void backward(BackwardPass pass);

  /**
   * Computes the gradient of one tile of a trainable parameter. Never called for a layer that has
   * none.
   */
  default void parameterGradient(GradientPass pass) {
    throw new IllegalStateException(name() + " has trainable parameters but no gradient for them");
  }

  /**
   * For a layer that couples rows: called before {@link #forward} in training, when the input of
   * all rows is there.
   */
  default void forwardColumns(ColumnPass pass) {}

  /**
   * For a layer that couples rows: called before {@link #backward}, when the output gradient of all
   * rows is there.
   */
  default void backwardColumns(ColumnPass pass) {}

  @Override
  default Layer withOptions(Options complete) {
    return this;
  }
}
