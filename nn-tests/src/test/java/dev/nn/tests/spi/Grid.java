package dev.nn.tests.spi;

/** Points of the square from −1 to 1 and functions of them. */
final class Grid {
  private static final int SIDE = 6;

  private Grid() {}

  /** 36 points with two coordinates each. */
  static float[][] points() {
    float[][] points = new float[SIDE * SIDE][];
    for (int i = 0; i < points.length; i++) {
      points[i] = new float[] {coordinate(i / SIDE), coordinate(i % SIDE)};
    }
    return points;
  }

  private static float coordinate(int index) {
    return 2f * index / (SIDE - 1) - 1;
  }

  /**
   * x₁·x₂ of each point, which no linear function comes near: the best of them, 0, errs by 0.22.
   */
  static float[][] products() {
    float[][] points = points();
    float[][] products = new float[points.length][];
    for (int i = 0; i < points.length; i++) {
      products[i] = new float[] {points[i][0] * points[i][1]};
    }
    return products;
  }
}
