package dev.nn.api;

/**
 * A layer that is made of other layers. Its author says what flows where, and the engine does the
 * rest: the parameters are those of the layers, and the backward pass comes for nothing.
 *
 * <p>This is a complete gated linear unit:
 *
 * <pre>{@code
 * public record Gated(int units) implements Composite {
 *   public Gated() { this(1); }
 *   public String name() { return "acme.gated"; }
 *   public Options options() {
 *     return Options.NONE.withInteger("units", units).require("units");
 *   }
 *   public Gated withOptions(Options complete) { return new Gated(complete.integer("units")); }
 *   public Signal compose(Signal x, Shape shape) {
 *     return x.through("dense(units=" + units + ")")
 *         .times(x.through("dense(activation=sigmoid, units=" + units + ")"));
 *   }
 * }
 * }</pre>
 *
 * <p>A network takes a composite apart when it is built, and treats each layer within it like any
 * other: it may couple rows, be frozen, or be a composite itself. Parameters are called after the
 * way to them, such as {@code 0.acme.gated.1.dense.kernel}.
 */
public interface Composite extends Layer {

  /**
   * Returns the output as a signal that was made from the input. The description must be the same
   * at every call.
   *
   * @param input what the layer is given
   * @param shape its shape
   * @throws ShapeException if this layer cannot take such an input; the message says what it takes
   */
  Signal compose(Signal input, Shape shape);

  /**
   * Returns the shape of what {@link #compose} describes.
   *
   * @throws IllegalStateException if a layer within it is a reference that has not been resolved
   */
  @Override
  default Shape outputShape(Shape input) {
    return new SignalShapes(input).of(compose(Signal.input(), input));
  }

  /** Is never called, since a network calls the layers within. */
  @Override
  default void forward(ForwardPass pass) {
    throw new IllegalStateException(
        name() + " computes through the layers within it; build a network with it");
  }

  /** Is never called, since a network calls the layers within. */
  @Override
  default void backward(BackwardPass pass) {
    throw new IllegalStateException(
        name() + " computes through the layers within it; build a network with it");
  }
}
