package dev.nn.lecture.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Points that belong together.
 *
 * @param name the name in the legend, unique in its panel
 * @param points in the order in which a line goes through them
 * @param look how they are drawn
 * @param hue their colour
 */
public record Series(String name, List<Point> points, Look look, Hue hue) {
  private static final int SAMPLES = 200;

  /** Copies the list. */
  public Series {
    points = List.copyOf(points);
  }

  /** Returns the graph of a function. */
  public static Series graph(
      String name, DoubleUnaryOperator function, double from, double to, Look look, Hue hue) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= SAMPLES; i++) {
      double x = from + (to - from) * i / SAMPLES;
      points.add(new Point(x, function.applyAsDouble(x)));
    }
    return new Series(name, points, look, hue);
  }

  /** Returns a line with one point for each number, whose x are 1, 2, …. */
  public static Series counted(String name, List<Double> values, Look look, Hue hue) {
    List<Point> points = new ArrayList<>();
    for (double value : values) {
      points.add(new Point(points.size() + 1, value));
    }
    return new Series(name, points, look, hue);
  }
}
