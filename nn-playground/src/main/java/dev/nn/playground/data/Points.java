package dev.nn.playground.data;

import java.util.List;

/**
 * Points in the plane, most of them between −1.5 and 1.5, each of a class.
 *
 * @param points the points
 * @param classes how many classes there are, at least 2
 */
public record Points(List<Point> points, int classes) {

  /**
   * A point.
   *
   * @param x to the right
   * @param y upwards
   * @param label its class, from 0
   */
  public record Point(float x, float y, int label) {}

  /** Copies the list. */
  public Points {
    points = List.copyOf(points);
  }

  /** x and y of each point, as rows of features. */
  public float[][] features() {
    return points.stream().map(p -> new float[] {p.x(), p.y()}).toArray(float[][]::new);
  }

  /** The class of each point. */
  public int[] labels() {
    return points.stream().mapToInt(Point::label).toArray();
  }
}
