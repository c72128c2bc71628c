package dev.nn.api;

import java.util.List;
import java.util.Locale;

/** The ways in which a {@link Composite} layer makes one signal of several. */
public enum Join {
  /** The sum, element by element. */
  ADD,
  /** The first minus all others, element by element. */
  SUBTRACT,
  /** The product, element by element. */
  MULTIPLY,
  /** One after the other along the last dimension. */
  CONCATENATE;

  /** Returns the word for this join in specs, such as {@code add}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the shape of what comes out.
   *
   * @param operands the shapes of what goes in, at least one
   * @throws ShapeException if these shapes cannot be joined; the message names them
   */
  public Shape outputShape(List<Shape> operands) {
    Shape first = operands.get(0);
    int last = 0;
    for (Shape shape : operands) {
      boolean fits =
          this == CONCATENATE
              ? shape.rank() == first.rank()
                  && shape.size() / shape.last() == first.size() / first.last()
                  && withLast(shape, 1).equals(withLast(first, 1))
              : shape.equals(first);
      if (!fits) {
        throw new ShapeException(
            "%s needs operands of one shape%s, got %s and %s; let all branches end in such a shape"
                .formatted(
                    this, this == CONCATENATE ? " but for the last dimension" : "", first, shape));
      }
      last += shape.last();
    }
    return this == CONCATENATE ? withLast(first, last) : first;
  }

  private static Shape withLast(Shape shape, int last) {
    int[] dimensions = new int[shape.rank()];
    for (int i = 0; i < dimensions.length; i++) {
      dimensions[i] = i == dimensions.length - 1 ? last : shape.dimension(i);
    }
    return Shape.of(dimensions);
  }
}
