package dev.nn.tests.conformance.vector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;

/**
 * A tensor of the file, row-major.
 *
 * @param type as ONNX names it: {@code float32}, {@code int64}, …
 * @param shape its dimensions; none for a scalar
 * @param data its numbers; flags are 1 and 0
 */
public record Tensor(String type, int[] shape, float[] data) {

  public static Tensor of(JsonNode node) {
    int[] shape = new int[node.path("shape").size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = node.path("shape").get(i).asInt();
    }
    return new Tensor(node.path("dtype").asText(), shape, Numbers.floats(node.path("data")));
  }

  public static Tensor of(float[] data, int... shape) {
    return new Tensor("float32", shape, data);
  }

  public int rank() {
    return shape.length;
  }

  /** The only number. */
  public float scalar() {
    return data[0];
  }

  /** An axis counted from 0, where a negative one counts from the end. */
  public int axis(int axis) {
    return axis < 0 ? axis + rank() : axis;
  }

  /** Product of the dimensions from one axis (inclusive) to another (exclusive). */
  public int size(int from, int to) {
    return Arrays.stream(shape, from, to).reduce(1, (a, b) -> a * b);
  }

  /** One row for each place outside of an axis, with the elements along it. */
  public float[][] along(int axis) {
    int length = shape[axis];
    int inner = size(axis + 1, rank());
    float[][] rows = new float[size(0, axis) * inner][length];
    for (int r = 0; r < rows.length; r++) {
      for (int k = 0; k < length; k++) {
        rows[r][k] = data[index(r, k, length, inner)];
      }
    }
    return rows;
  }

  /** The inverse of {@link #along}: the elements of the rows in the order of this tensor. */
  public float[] from(float[][] rows, int axis) {
    int length = shape[axis];
    int inner = size(axis + 1, rank());
    float[] elements = new float[data.length];
    for (int r = 0; r < rows.length; r++) {
      for (int k = 0; k < length; k++) {
        elements[index(r, k, length, inner)] = rows[r][k];
      }
    }
    return elements;
  }

  private static int index(int row, int k, int length, int inner) {
    return (row / inner * length + k) * inner + row % inner;
  }

  /** The elements as so many rows. */
  public float[][] rows(int count) {
    int columns = data.length / count;
    float[][] rows = new float[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = Arrays.copyOfRange(data, i * columns, (i + 1) * columns);
    }
    return rows;
  }

  /** As many elements as another shape has; dimensions of 1, and missing ones, are repeated. */
  public float[] stretchedTo(int... full) {
    float[] elements = new float[Arrays.stream(full).reduce(1, (a, b) -> a * b)];
    for (int e = 0; e < elements.length; e++) {
      int index = 0;
      int factor = 1;
      int rest = e;
      for (int i = 1; i <= full.length; i++) {
        int coordinate = rest % full[full.length - i];
        rest /= full[full.length - i];
        if (i <= rank()) {
          int dimension = shape[rank() - i];
          index += dimension == 1 ? 0 : coordinate * factor;
          factor *= dimension;
        }
      }
      elements[e] = data[index];
    }
    return elements;
  }

  /** Of a matrix. */
  public Tensor transposed() {
    float[] turned = Networks.transposed(data, shape[0], shape[1]);
    return new Tensor(type, new int[] {shape[1], shape[0]}, turned);
  }

  @Override
  public String toString() {
    return type + Arrays.toString(shape);
  }
}
