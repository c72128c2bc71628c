package dev.nn.imports.read;

import java.util.List;
import java.util.stream.Collectors;

/** Numbers of a file with their shape. */
public final class Tensor {
  private final String name;
  private final List<Integer> shape;
  private final float[] values;

  /**
   * Takes numbers over.
   *
   * @param name what the file calls them
   * @param shape the dimensions; empty for a single number
   * @param values as many numbers as the shape has places, row by row
   */
  public Tensor(String name, List<Integer> shape, float[] values) {
    this.name = name;
    this.shape = List.copyOf(shape);
    this.values = values;
  }

  /** What the file calls the numbers. */
  public String name() {
    return name;
  }

  /** The dimensions; empty for a single number. */
  public List<Integer> shape() {
    return shape;
  }

  /** The numbers, row by row. */
  public float[] values() {
    return values;
  }

  /** The number of dimensions. */
  public int rank() {
    return shape.size();
  }

  /** The number of numbers. */
  public int size() {
    return values.length;
  }

  /** The same numbers as a matrix whose rows are the columns of this one. */
  public Tensor transposed() {
    int rows = shape.get(0);
    int columns = shape.get(1);
    float[] turned = new float[values.length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        turned[j * rows + i] = values[i * columns + j];
      }
    }
    return new Tensor(name, List.of(columns, rows), turned);
  }

  /** The shape as messages show it, such as {@code 6×5}. */
  public String dimensions() {
    return shape.isEmpty()
        ? "one number"
        : shape.stream().map(String::valueOf).collect(Collectors.joining("×"));
  }

  /**
   * The number of places of a shape.
   *
   * @throws Refusal if it is more than there can be
   */
  public static int places(String name, List<? extends Number> shape, long most) {
    long places = 1;
    for (Number size : shape) {
      if (size.longValue() < 0 || size.longValue() > Integer.MAX_VALUE) {
        throw new Refusal("%s has a dimension of %s".formatted(name, size));
      }
      places *= size.longValue();
      if (places > most) {
        throw new Refusal(
            "%s has the shape %s, which is more than the %s numbers that are there for it"
                .formatted(name, shape, most));
      }
    }
    return (int) places;
  }
}
