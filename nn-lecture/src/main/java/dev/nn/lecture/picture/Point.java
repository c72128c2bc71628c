package dev.nn.lecture.picture;

/**
 * A point of a {@link Series}. One whose y is NaN is a gap in a line.
 *
 * @param x to the right
 * @param y upwards
 */
public record Point(double x, double y) {

  /** Returns the gap that follows this point. */
  public Point gap() {
    return new Point(x, Double.NaN);
  }

  /** Whether this is a gap. */
  public boolean isGap() {
    return Double.isNaN(y);
  }
}
