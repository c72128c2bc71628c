package dev.nn.api;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The dimensions of one example, without the batch: {@code (64)} for 64 features, {@code (height,
 * width, channels)} for an image.
 *
 * @param dimensions one or more dimensions, each at least 1
 */
public record Shape(List<Integer> dimensions) {

  /**
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

  /** The shape with the given dimensions. */
  public static Shape of(int... dimensions) {
    return new Shape(Arrays.stream(dimensions).boxed().toList());
  }

  /** Number of elements: the product of the dimensions. */
  public int size() {
    int size = 1;
    for (int dimension : dimensions) {
      size *= dimension;
    }
    return size;
  }

  /** Number of dimensions. */
  public int rank() {
    return dimensions.size();
  }

  /** One dimension, counted from 0. */
  public int dimension(int index) {
    return dimensions.get(index);
  }

  /** The last dimension: the features of a flat shape, the channels of an image. */
  public int last() {
    return dimensions.get(dimensions.size() - 1);
  }

  /** The dimensions in brackets: {@code (28, 28, 1)}. */
  @Override
  public String toString() {
    return text(dimensions);
  }

  private static String text(List<Integer> dimensions) {
    return dimensions.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }
}
