package dev.nn.api;

/**
 * A tensor of weights that a layer declares and the engine owns.
 *
 * <p>As a matrix it has as many columns as its last dimension, and as many rows as the other
 * dimensions hold together; a tensor of one dimension is one row. A dense layer with n inputs
 * declares its kernel and its bias like this:
 *
 * <pre>{@code
 * Parameter.of("kernel", Shape.of(n, units), Initializer.named("xavier_normal"));
 * Parameter.of("bias", Shape.of(units), Initializer.named("zeros")).withFans(n, units);
 * }</pre>
 *
 * @param name such as {@code kernel} or {@code bias}: lower-case letters, digits and underscores
 *     with a letter first, unique in the layer
 * @param shape the dimensions
 * @param fanIn how many inputs one unit has; initializers scale by it
 * @param fanOut how many units one input feeds; initializers scale by it
 * @param initializer gives the first values
 * @param trainable whether the optimizer updates it; others are written by the layer's column pass
 *     or adaptation, or by nobody
 * @param l1 λ₁ ≥ 0 of the penalty λ₁ Σ |w| that is added to the loss
 * @param l2 λ₂ ≥ 0 of the penalty λ₂ Σ w² that is added to the loss
 */
public record Parameter(
    String name,
    Shape shape,
    int fanIn,
    int fanOut,
    Initializer initializer,
    boolean trainable,
    double l1,
    double l2) {

  /**
   * Creates a parameter and checks its values.
   *
   * @throws IllegalArgumentException if the name is not legal, a fan is less than 1 or a penalty is
   *     negative
   */
  public Parameter {
    if (!Spec.isLegalKey(name)) {
      throw new IllegalArgumentException("\"" + name + "\" is not a legal name of a parameter");
    }
    if (fanIn < 1 || fanOut < 1) {
      throw new IllegalArgumentException("fans must be at least 1, got " + fanIn + ", " + fanOut);
    }
    if (!(l1 >= 0 && l2 >= 0)) {
      throw new IllegalArgumentException("penalties must be at least 0, got " + l1 + ", " + l2);
    }
  }

  /**
   * Returns a trainable parameter without penalties, whose fan-in is the size of the first
   * dimension and whose fan-out is that of the last.
   *
   * @throws IllegalArgumentException if the name is not legal
   */
  public static Parameter of(String name, Shape shape, Initializer initializer) {
    return new Parameter(name, shape, shape.dimension(0), shape.last(), initializer, true, 0, 0);
  }

  /** Returns the same parameter with another initializer. */
  public Parameter withInitializer(Initializer initializer) {
    return new Parameter(name, shape, fanIn, fanOut, initializer, trainable, l1, l2);
  }

  /**
   * Returns the same parameter with other fans, for shapes whose first and last dimensions are not
   * inputs and units.
   *
   * @throws IllegalArgumentException if a fan is less than 1
   */
  public Parameter withFans(int fanIn, int fanOut) {
    return new Parameter(name, shape, fanIn, fanOut, initializer, trainable, l1, l2);
  }

  /** Returns the same parameter, trainable or not. */
  public Parameter withTrainable(boolean trainable) {
    return new Parameter(name, shape, fanIn, fanOut, initializer, trainable, l1, l2);
  }

  /**
   * Returns the same parameter with other penalties.
   *
   * @throws IllegalArgumentException if a penalty is negative
   */
  public Parameter withPenalties(double l1, double l2) {
    return new Parameter(name, shape, fanIn, fanOut, initializer, trainable, l1, l2);
  }

  /** Returns the number of rows of the parameter as a matrix. */
  public int rows() {
    return shape.size() / shape.last();
  }

  /** Returns the number of columns of the parameter as a matrix. */
  public int columns() {
    return shape.last();
  }
}
