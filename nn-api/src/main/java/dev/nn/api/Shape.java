package dev.nn.api;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The dimensions of one example, without the batch: {@code (64)} for 64 features, {@code (height,
 * width, channels)} for an image.
 *
 * <p>Each layer says which shape it makes of its input's, so that a network that does not fit
 * together is refused when it is built instead of failing in the middle of a run. In a batch every
 * example is one row of a {@link dev.nn.math.Matrix}, whatever its shape; the last dimension varies
 * fastest.
 *
 * <pre>{@code
 * Shape image = Shape.of(28, 28, 1);
 * int columns = image.size(); // 784
 * int channels = image.last(); // 1
 * }</pre>
 *
 * @param dimensions one or more dimensions, each at least 1
 */
public record Shape(List<Integer> dimensions) {

  /**
   * Creates a shape and checks it.
   *
   * @throws ShapeException if there is no dimension, if one is less than 1, or if the elements do
   *     not fit in one array
   */
  public Shape {
    dimensions = List.copyOf(dimensions);
    if (dimensions.isEmpty()) {
      throw new ShapeException("a shape has at least one dimension");
    }
    long size = 1;
    for (int dimension : dimensions) {
      if (dimension < 1) {
        throw new ShapeException("dimensions are at least 1, got " + text(dimensions));
      }
      size *= dimension;
      if (size > Integer.MAX_VALUE - 8) {
        throw new ShapeException("too many elements for one array: " + text(dimensions));
      }
    }
  }

  /**
   * Returns the shape with the given dimensions.
   *
   * @throws ShapeException if there is no dimension, if one is less than 1, or if the elements do
   *     not fit in one array
   */
  public static Shape of(int... dimensions) {
    List<Integer> list = new ArrayList<>();
    for (int dimension : dimensions) {
      list.add(dimension);
    }
    return new Shape(list);
  }

  /** Returns the number of elements, which is the product of the dimensions. */
  public int size() {
    int size = 1;
    for (int dimension : dimensions) {
      size *= dimension;
    }
    return size;
  }

  /** Returns the number of dimensions. */
  public int rank() {
    return dimensions.size();
  }

  /**
   * Returns one dimension, counted from 0.
   *
   * @throws IndexOutOfBoundsException if there is no such dimension
   */
  public int dimension(int index) {
    return dimensions.get(index);
  }

  /**
   * Returns the last dimension: the number of features of a flat shape, or of channels of an image.
   */
  public int last() {
    return dimensions.get(dimensions.size() - 1);
  }

  /** Returns the dimensions in brackets, as messages state them: {@code (28, 28, 1)}. */
  @Override
  public String toString() {
    return text(dimensions);
  }

  private static String text(List<Integer> dimensions) {
    return dimensions.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }
}
