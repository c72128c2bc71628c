package dev.nn.lecture.experiment;

import dev.nn.core.dataset.Dataset;
import dev.nn.math.CounterRandom;

/** Two classes of points in the plane, between −1.5 and 1.5. */
enum Plane {
  CIRCLES("circles", 0) {
    @Override
    double[] point(int label, CounterRandom random) {
      double radius = label == 0 ? 0.45 : 1.1;
      double angle = 2 * Math.PI * random.nextDouble();
      return around(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle), 0.1, random);
    }
  },
  MOONS("moons", 1) {
    @Override
    double[] point(int label, CounterRandom random) {
      double angle = Math.PI * random.nextDouble();
      double x = StrictMath.cos(angle) * 0.9;
      double y = StrictMath.sin(angle) * 0.9;
      return label == 0
          ? around(x - 0.4, y - 0.25, 0.1, random)
          : around(0.5 - x, 0.25 - y, 0.1, random);
    }
  },
  SPIRALS("spirals", 2) {
    @Override
    double[] point(int label, CounterRandom random) {
      double t = Math.sqrt(0.03 + 0.97 * random.nextDouble());
      double angle = 2 * Math.PI * (1.25 * t + 0.5 * label);
      return around(1.3 * t * StrictMath.cos(angle), 1.3 * t * StrictMath.sin(angle), 0.04, random);
    }
  };

  private final String title;
  private final long key;

  Plane(String title, long key) {
    this.title = title;
    this.key = key;
  }

  /** Draws one point of a class. */
  abstract double[] point(int label, CounterRandom random);

  /** Points, half of each class. */
  static final class Sample {
    private final float[][] x;
    private final int[] y;

    private Sample(float[][] x, int[] y) {
      this.x = x;
      this.y = y;
    }

    /** x₁ and x₂ of each point, which nobody changes. */
    float[][] x() {
      return x;
    }

    /** The class of each point, 0 or 1. */
    int[] y() {
      return y;
    }

    Dataset dataset() {
      return Dataset.binary(x, y);
    }
  }

  String title() {
    return title;
  }

  Sample sample(int count, long seed, long stream) {
    CounterRandom random = CounterRandom.of(seed, key, stream);
    float[][] x = new float[count][];
    int[] y = new int[count];
    for (int i = 0; i < count; i++) {
      y[i] = i % 2;
      double[] point = point(y[i], random);
      x[i] = new float[] {(float) point[0], (float) point[1]};
    }
    return new Sample(x, y);
  }

  private static double[] around(double x, double y, double noise, CounterRandom random) {
    return new double[] {x + noise * random.nextGaussian(), y + noise * random.nextGaussian()};
  }
}
