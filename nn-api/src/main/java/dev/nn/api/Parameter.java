package dev.nn.api;

/**
 * A tensor that a layer declares and the engine owns. As a matrix it has as many columns as its
 * last dimension and as many rows as the others hold together; a tensor of one dimension is one
 * row.
 *
 * @param name {@code kernel}, {@code bias}, …: {@code [a-z][a-z0-9_]*}, unique in the layer
 * @param shape its dimensions
 * @param fanIn inputs of one unit, for the initializer
 * @param fanOut units that one input feeds, for the initializer
 * @param initializer gives the first values
 * @param trainable whether the optimizer updates it; others are written by the layer's column pass,
 *     or by nobody
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
   * Checks the values.
   *
   * @throws IllegalArgumentException if the name is not legal, a fan is less than 1 or a penalty
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
   * A trainable parameter without penalties; a fan is the size of the first or the last dimension.
   */
  public static Parameter of(String name, Shape shape, Initializer initializer) {
    return new Parameter(name, shape, shape.dimension(0), shape.last(), initializer, true, 0, 0);
  }

  /** The same with another initializer. */
  public Parameter withInitializer(Initializer initializer) {
    return new Parameter(name, shape, fanIn, fanOut, initializer, trainable, l1, l2);
  }

  /** The same with other fans. */
  public Parameter withFans(int fanIn, int fanOut) {
    return new Parameter(name, shape, fanIn, fanOut, initializer, trainable, l1, l2);
  }

  /** The same, trainable or not. */
  public Parameter withTrainable(boolean trainable) {
    return new Parameter(name, shape, fanIn, fanOut, initializer, trainable, l1, l2);
  }

  /** The same with other penalties. */
  public Parameter withPenalties(double l1, double l2) {
    return new Parameter(name, shape, fanIn, fanOut, initializer, trainable, l1, l2);
  }

  /** Rows of the parameter as a matrix. */
  public int rows() {
    return shape.size() / shape.last();
  }

  /** Columns of the parameter as a matrix. */
  public int columns() {
    return shape.last();
  }
}
