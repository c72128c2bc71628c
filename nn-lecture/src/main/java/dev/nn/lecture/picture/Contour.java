package dev.nn.lecture.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** The values of a function on a grid, and the lines where it has a given value. */
public final class Contour {
  private final Axis x;
  private final Axis y;
  private final int cells;
  private final double[][] values;

  private Contour(Axis x, Axis y, int cells, double[][] values) {
    this.x = x;
    this.y = y;
    this.cells = cells;
    this.values = values;
  }

  /**
   * Evaluates a function at the corners of cells × cells squares.
   *
   * @param f what to draw, a function of x and y
   */
  public static Contour of(DoubleBinaryOperator f, Axis x, Axis y, int cells) {
    double[][] values = new double[cells + 1][cells + 1];
    Contour contour = new Contour(x, y, cells, values);
    for (int i = 0; i <= cells; i++) {
      for (int j = 0; j <= cells; j++) {
        values[i][j] = f.applyAsDouble(contour.at(x, i), contour.at(y, j));
      }
    }
    return contour;
  }

  private double at(Axis axis, double i) {
    return axis.from() + (axis.to() - axis.from()) * i / cells;
  }

  /** The least value on the grid. */
  public double least() {
    double least = Double.POSITIVE_INFINITY;
    for (double[] column : values) {
      for (double value : column) {
        least = Math.min(least, value);
      }
    }
    return least;
  }

  /** Number of inner grid points that lie lower than all eight around them. */
  public int minima() {
    int minima = 0;
    for (int i = 1; i < cells; i++) {
      for (int j = 1; j < cells; j++) {
        minima += isLowest(i, j) ? 1 : 0;
      }
    }
    return minima;
  }

  private boolean isLowest(int i, int j) {
    for (int di = -1; di <= 1; di++) {
      for (int dj = -1; dj <= 1; dj++) {
        boolean isNeighbour = di != 0 || dj != 0;
        if (isNeighbour && !(values[i][j] < values[i + di][j + dj])) {
          return false;
        }
      }
    }
    return true;
  }

  /** The line where the function has a value, as short pieces with gaps between them. */
  public List<Point> line(double level) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      for (int j = 0; j < cells; j++) {
        // Two triangles a square: in a triangle a level is crossed twice or not at all.
        piece(points, level, i, j, i + 1, j, i, j + 1);
        piece(points, level, i + 1, j + 1, i + 1, j, i, j + 1);
      }
    }
    return points;
  }

  private void piece(
      List<Point> points, double level, int i0, int j0, int i1, int j1, int i2, int j2) {
    List<Point> ends = new ArrayList<>();
    cross(ends, level, i0, j0, i1, j1);
    cross(ends, level, i1, j1, i2, j2);
    cross(ends, level, i2, j2, i0, j0);
    if (ends.size() == 2) {
      points.addAll(ends);
      points.add(ends.get(1).gap());
    }
  }

  private void cross(List<Point> ends, double level, int i0, int j0, int i1, int j1) {
    double v0 = values[i0][j0];
    double v1 = values[i1][j1];
    if ((v0 < level) != (v1 < level)) {
      double t = (level - v0) / (v1 - v0);
      ends.add(new Point(at(x, i0 + t * (i1 - i0)), at(y, j0 + t * (j1 - j0))));
    }
  }
}
