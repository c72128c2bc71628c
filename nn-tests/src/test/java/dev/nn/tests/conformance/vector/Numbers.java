package dev.nn.tests.conformance.vector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads numbers from JSON, where those that are not finite stand as strings. */
public final class Numbers {
  private Numbers() {}

  /** One number, flag (1 or 0) or string such as {@code "-inf"}. */
  public static double one(JsonNode node) {
    if (node.isNumber()) {
      return node.doubleValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue() ? 1 : 0;
    }
    String text = node.asText().toLowerCase(Locale.ROOT);
    if (text.equals("nan")) {
      return Double.NaN;
    }
    if (text.matches("[+-]?inf(inity)?")) {
      return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    throw new IllegalArgumentException("not a number: " + node);
  }

  /** All numbers of an array, however deeply nested, in order; of a single number, that one. */
  public static double[] flat(JsonNode node) {
    List<Double> values = new ArrayList<>();
    collect(node, values);
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static void collect(JsonNode node, List<Double> values) {
    if (node.isArray()) {
      node.forEach(element -> collect(element, values));
    } else {
      values.add(one(node));
    }
  }

  /** The same, narrowed. */
  public static float[] floats(JsonNode node) {
    return narrow(flat(node));
  }

  /** An array of arrays as rows; a flat array as one row. */
  public static float[][] rows(JsonNode node) {
    if (!node.path(0).isArray()) {
      return new float[][] {floats(node)};
    }
    float[][] rows = new float[node.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = floats(node.get(i));
    }
    return rows;
  }

  /** How deeply arrays are nested: 0 for a number. */
  public static int rank(JsonNode node) {
    return node.isArray() ? 1 + rank(node.path(0)) : 0;
  }

  public static float[] narrow(double[] values) {
    float[] narrowed = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrowed[i] = (float) values[i];
    }
    return narrowed;
  }

  public static double[] widen(float[] values) {
    double[] widened = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      widened[i] = values[i];
    }
    return widened;
  }

  public static float[] scaled(float[] values, double factor) {
    float[] scaled = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = (float) (values[i] * factor);
    }
    return scaled;
  }

  /** Rows one after the other. */
  public static float[] joined(float[][] rows) {
    int length = 0;
    for (float[] row : rows) {
      length += row.length;
    }
    float[] joined = new float[length];
    int at = 0;
    for (float[] row : rows) {
      System.arraycopy(row, 0, joined, at, row.length);
      at += row.length;
    }
    return joined;
  }
}
