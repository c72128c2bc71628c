package dev.nn.playground.data;

import dev.nn.math.CounterRandom;
import java.util.ArrayList;
import java.util.List;

/** Two classes of points that no straight line divides. */
public enum Plane {
  /** A ring around a disc. */
  CIRCLES(0) {
    @Override
    double[] place(int label, CounterRandom random) {
      double radius = label == 0 ? 1.15 : 0.55 * Math.sqrt(random.nextDouble());
      double angle = 2 * Math.PI * random.nextDouble();
      return new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)};
    }
  },
  /** The four quarters of a square, like a chess board. */
  XOR(1) {
    @Override
    double[] place(int label, CounterRandom random) {
      double x = 0.12 + 1.18 * random.nextDouble();
      double y = 0.12 + 1.18 * random.nextDouble();
      boolean isLeft = random.nextBoolean();
      boolean isLow = isLeft == (label == 0);
      return new double[] {isLeft ? -x : x, isLow ? -y : y};
    }
  },
  /** Two half moons, one of which reaches into the other. */
  MOONS(2) {
    @Override
    double[] place(int label, CounterRandom random) {
      double angle = Math.PI * random.nextDouble();
      double x = 0.9 * StrictMath.cos(angle);
      double y = 0.9 * StrictMath.sin(angle);
      return label == 0 ? new double[] {x - 0.45, y - 0.25} : new double[] {0.45 - x, 0.25 - y};
    }
  },
  /** Two spirals, wound into each other. */
  SPIRALS(3) {
    @Override
    double[] place(int label, CounterRandom random) {
      double t = Math.sqrt(0.02 + 0.98 * random.nextDouble());
      double angle = 2 * Math.PI * (1.5 * t + 0.5 * label);
      return new double[] {1.35 * t * StrictMath.cos(angle), 1.35 * t * StrictMath.sin(angle)};
    }
  };

  private final long key;

  /** Tells the random numbers of one from those of another; links depend on it. */
  Plane(long key) {
    this.key = key;
  }

  abstract double[] place(int label, CounterRandom random);

  /**
   * Draws points, half of each class.
   *
   * @param noise the standard deviation by which each point is moved in both directions
   * @param stream tells one draw from another of the same seed, such as those to train with from
   *     those to test with
   */
  public Points draw(int count, double noise, long seed, long stream) {
    CounterRandom random = CounterRandom.of(seed, key, stream);
    List<Points.Point> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] place = place(i % 2, random);
      double x = place[0] + noise * random.nextGaussian();
      double y = place[1] + noise * random.nextGaussian();
      points.add(new Points.Point((float) x, (float) y, i % 2));
    }
    return new Points(points, 2);
  }
}
