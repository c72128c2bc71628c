package dev.nn.playground.data;

import dev.nn.core.dataset.Dataset;
import dev.nn.data.BundledData;
import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Handwritten digits of 8 × 8 pixels, seen along the two directions in which they differ most: the
 * first two principal components. Some digits lie apart there and others over each other, so no
 * network can tell them all.
 */
public final class DigitsPlane {
  private static final int CLASSES = 10;
  private static final long KEY = 4;
  private static final int ROUNDS = 200;

  /** Brings nearly all digits between −1.5 and 1.5. */
  private static final double SCALE = 0.6;

  private final List<Points.Point> all;

  private DigitsPlane(List<Points.Point> all) {
    this.all = all;
  }

  /** How many digits there are. */
  public int size() {
    return all.size();
  }

  /**
   * Draws some digits.
   *
   * @param from how many of the shuffled digits to pass over
   * @param noise the standard deviation by which each is moved in both directions
   */
  public Points draw(int from, int count, double noise, long seed) {
    int[] order = order(seed);
    CounterRandom random = CounterRandom.of(seed, KEY, 1);
    List<Points.Point> points = new ArrayList<>();
    for (int row : order) {
      Points.Point point = all.get(row);
      float x = (float) (point.x() + noise * random.nextGaussian());
      float y = (float) (point.y() + noise * random.nextGaussian());
      points.add(new Points.Point(x, y, point.label()));
    }
    return new Points(points.subList(from, from + count), CLASSES);
  }

  private int[] order(long seed) {
    CounterRandom random = CounterRandom.of(seed, KEY, 0);
    int[] order = new int[all.size()];
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** Reads the digits and finds the two directions. */
  public static DigitsPlane of() {
    Dataset digits = BundledData.digits();
    int n = digits.rows();
    int width = digits.shape().size();
    Matrix pixels = Matrix.zeros(n, width);
    Matrix targets = Matrix.zeros(n, CLASSES);
    for (int row = 0; row < n; row++) {
      digits.readFeatures(row, pixels, row);
      digits.readTarget(row, targets, row);
    }
    double[][] centred = centred(pixels);
    double[] first = direction(centred, new double[width]);
    double[] second = direction(centred, first);
    List<Points.Point> points = new ArrayList<>();
    for (int row = 0; row < n; row++) {
      double x = SCALE * dot(centred[row], first);
      double y = SCALE * dot(centred[row], second);
      points.add(new Points.Point((float) x, (float) y, label(targets.row(row))));
    }
    return new DigitsPlane(points);
  }

  private static int label(float[] oneHot) {
    int label = 0;
    while (oneHot[label] != 1) {
      label++;
    }
    return label;
  }

  private static double[][] centred(Matrix pixels) {
    double[][] centred = new double[pixels.rows()][pixels.columns()];
    for (int j = 0; j < pixels.columns(); j++) {
      double sum = 0;
      for (int i = 0; i < pixels.rows(); i++) {
        sum += pixels.get(i, j);
      }
      for (int i = 0; i < pixels.rows(); i++) {
        centred[i][j] = pixels.get(i, j) - sum / pixels.rows();
      }
    }
    return centred;
  }

  /**
   * The direction of the largest variance that is orthogonal to another one, by power iteration: a
   * vector that is multiplied by the covariance matrix again and again turns to it. Two directions
   * of 64 numbers are no reason for a library of linear algebra.
   */
  private static double[] direction(double[][] rows, double[] orthogonalTo) {
    double[] v = new double[orthogonalTo.length];
    for (int j = 0; j < v.length; j++) {
      v[j] = 1 + j % 3;
    }
    turn(v, orthogonalTo);
    for (int round = 0; round < ROUNDS; round++) {
      double[] next = new double[v.length];
      for (double[] row : rows) {
        double share = dot(row, v);
        for (int j = 0; j < v.length; j++) {
          next[j] += share * row[j];
        }
      }
      turn(next, orthogonalTo);
      v = next;
    }
    return v;
  }

  /** Makes a vector one of length 1 that is orthogonal to another one. */
  private static void turn(double[] v, double[] orthogonalTo) {
    double overlap = dot(v, orthogonalTo);
    for (int j = 0; j < v.length; j++) {
      v[j] -= overlap * orthogonalTo[j];
    }
    double length = Math.sqrt(dot(v, v));
    for (int j = 0; j < v.length; j++) {
      v[j] /= length;
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
