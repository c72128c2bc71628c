package dev.nn.lecture.experiment;

import dev.nn.api.Activation;
import dev.nn.core.Model;
import dev.nn.core.dataset.Dataset;
import dev.nn.lecture.picture.Axis;
import dev.nn.lecture.picture.Hue;
import dev.nn.lecture.picture.Look;
import dev.nn.lecture.picture.Panel;
import dev.nn.lecture.picture.Picture;
import dev.nn.lecture.picture.Point;
import dev.nn.lecture.picture.Series;
import dev.nn.lecture.result.Check;
import dev.nn.lecture.result.Experiment;
import dev.nn.lecture.result.Figures;
import dev.nn.lecture.result.Finding;
import dev.nn.lecture.result.Text;
import dev.nn.math.CounterRandom;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * Statements 8 to 11: sigmoid, tanh and relu, and where they saturate.
 *
 * @param saturating names of the activations that are claimed to saturate on both sides
 */
public record Activations(List<String> saturating) implements Experiment {
  private static final double ROUNDING = 2e-6;
  private static final double SLOPE_ROUNDING = 1e-3;
  private static final double FLAT = 0.01;
  private static final int FAR = 10;
  private static final int SAMPLES = 1000;
  private static final int STEPS = 1000;

  /** The formulas, in double precision. */
  private static final Map<String, DoubleUnaryOperator> FORMULAS =
      new TreeMap<>(
          Map.of(
              "sigmoid", z -> 1 / (1 + StrictMath.exp(-z)),
              "tanh",
                  z ->
                      (StrictMath.exp(z) - StrictMath.exp(-z))
                          / (StrictMath.exp(z) + StrictMath.exp(-z)),
              "relu", z -> Math.max(z, 0)));

  /** Copies the list. */
  public Activations {
    saturating = List.copyOf(saturating);
  }

  /** Makes the experiment as the lecture has it. */
  public Activations() {
    this(List.of("sigmoid", "tanh"));
  }

  @Override
  public String name() {
    return "activations";
  }

  @Override
  public String title() {
    return "sigmoid, tanh and relu with their derivatives, and where they saturate";
  }

  @Override
  public List<String> claim() {
    return List.of(
        "sigmoid: g(z) = 1 / (1 + e^−z).   tanh: g(z) = (e^z − e^−z) / (e^z + e^−z).   relu: g(z) ="
            + " max(z, 0).",
        "sigmoid and tanh saturate: for z far from 0 on either side, g′(z) is almost 0.  relu does not"
            + " for z > 0.",
        "Where g′ is almost 0, learning stops: from z = −20, 1000 steps do not change the loss.",
        "What the figures are off by: floats near 1 are 6e-8 apart; and (g(z + h) − g(z − h)) / 2h with"
            + " h = 1/64 is off g′(z) by up to h²/6 · |g‴|, which is 8e-5 for tanh.");
  }

  @Override
  public Finding run(long seed) {
    List<List<String>> rows = new ArrayList<>();
    List<Check> checks = new ArrayList<>();
    List<Series> values = new ArrayList<>();
    List<Series> slopes = new ArrayList<>();
    FORMULAS.forEach(
        (name, formula) -> {
          Activation g = Lab.registry().activation(name);
          double error = error(g, formula, seed);
          double slopeError = slopeError(g, seed);
          rows.add(
              List.of(
                  name,
                  Text.of(error),
                  Text.of(slopeError),
                  Text.of(slope(g, -FAR)),
                  Text.of(slope(g, FAR)),
                  flatBeyond(g)));
          checks.add(
              Check.of(
                  error < ROUNDING && slopeError < SLOPE_ROUNDING,
                  name
                      + " is its formula to rounding, and its derivative the slope as far as h can tell.",
                  name + " is not its formula, or its derivative is not the slope."));
          Look look = name.equals("tanh") ? Look.DASHED : Look.LINE;
          Hue hue = Hue.of(values.size());
          values.add(Series.graph(name, z -> value(g, z), -6, 6, look, hue));
          Series slope = Series.graph(name, z -> slope(g, z), -6, 6, look, hue);
          slopes.add(name.equals("relu") ? withJump(slope, g) : slope);
        });
    for (String name : saturating) {
      Activation g = Lab.registry().activation(name);
      double left = slope(g, -FAR);
      double right = slope(g, FAR);
      checks.add(
          Check.of(
              left < FLAT && right < FLAT,
              "%s saturates on both sides: g′(−10) = %s, g′(10) = %s."
                  .formatted(name, Text.of(left), Text.of(right)),
              "%s does not saturate on both sides: g′(−10) = %s, g′(10) = %s."
                  .formatted(name, Text.of(left), Text.of(right))));
    }
    for (String name : saturating) {
      checks.add(stuck(Lab.registry().activation(name), seed));
    }
    double relu = slope(Lab.registry().activation("relu"), FAR);
    checks.add(
        Check.of(
            relu == 1,
            "relu passes the whole gradient on for z > 0: g′(10) = 1.",
            "relu has g′(10) = " + Text.of(relu) + "."));
    return new Finding(
        List.of(
            new Figures(
                "g beside its formula and g′ beside the slope of g, at %s random z from −8 to 8"
                    .formatted(SAMPLES),
                List.of("g", "g off by", "g′ off by", "g′(−10)", "g′(10)", "g′ < 0.01"),
                rows)),
        checks,
        Picture.row(
            new Panel("g(z)", Axis.of("z", -6, 6), Axis.of("g", -1.2, 3), values, true),
            new Panel("g′(z)", Axis.of("z", -6, 6), Axis.of("g′", -0.1, 1.2), slopes, true)));
  }

  /** The derivative of relu is 0 up to 0 and 1 beyond it, with nothing in between. */
  private static Series withJump(Series slope, Activation relu) {
    List<Point> points = new ArrayList<>();
    for (Point point : slope.points()) {
      points.add(point);
      if (point.x() == 0) {
        points.add(point.gap());
        points.add(new Point(0, slope(relu, Float.MIN_NORMAL)));
      }
    }
    return new Series(slope.name(), points, slope.look(), slope.hue());
  }

  /** One neuron whose z is its bias is to learn ŷ = 1: from z = −20, and from z = −1. */
  private static Check stuck(Activation g, long seed) {
    double far = (1 - value(g, -20)) * (1 - value(g, -20));
    double farAfter = trained(g, -20, seed);
    double near = (1 - value(g, -1)) * (1 - value(g, -1));
    double nearAfter = trained(g, -1, seed);
    return Check.of(
        farAfter == far && nearAfter < near / 10,
        "A %s neuron with (ŷ − 1)² does not learn from z = −20: L is %s before and after %s steps. From z = −1, L falls from %s to %s."
            .formatted(g.name(), Text.of(far), STEPS, Text.of(near), Text.of(nearAfter)),
        "A %s neuron with (ŷ − 1)²: in %s steps, L goes from %s to %s from z = −20, and from %s to %s from z = −1."
            .formatted(
                g.name(),
                STEPS,
                Text.of(far),
                Text.of(farAfter),
                Text.of(near),
                Text.of(nearAfter)));
  }

  private static double trained(Activation g, double z, long seed) {
    Model model =
        Lab.trainer("mean_squared_error", "sgd(learning_rate=0.5)", STEPS, 1, seed)
            .build()
            .fit(
                Lab.neuron(Lab.neuron(g), 0, z),
                Dataset.regression(new float[][] {{0}}, new float[][] {{1}}))
            .model();
    double error = 1.0 - model.predict(new float[1])[0];
    return error * error;
  }

  private static double error(Activation g, DoubleUnaryOperator formula, long seed) {
    CounterRandom random = CounterRandom.of(seed, 1);
    double error = 0;
    for (int i = 0; i < SAMPLES; i++) {
      float z = (float) random.nextDouble(-8, 8);
      error = Math.max(error, Math.abs(value(g, z) - formula.applyAsDouble(z)));
    }
    return error;
  }

  private static double slopeError(Activation g, long seed) {
    CounterRandom random = CounterRandom.of(seed, 1);
    double error = 0;
    for (int i = 0; i < SAMPLES; i++) {
      float z = (float) random.nextDouble(-8, 8);
      float h = 1f / 64;
      // At its kink relu has no slope.
      if (Math.abs(z) > h) {
        double difference = (value(g, z + h) - value(g, z - h)) / ((z + h) - (z - h));
        error = Math.max(error, Math.abs(slope(g, z) - difference));
      }
    }
    return error;
  }

  private static String flatBeyond(Activation g) {
    boolean isLeft = slope(g, -FAR) < FLAT;
    boolean isRight = slope(g, FAR) < FLAT;
    if (!isRight) {
      return isLeft ? "z < " + Text.format("%.1f", edge(g, -1)) : "nowhere";
    }
    return "|z| > " + Text.format("%.1f", edge(g, 1));
  }

  private static double edge(Activation g, int sign) {
    double z = sign * FAR;
    while (Math.abs(z) > 0.01 && slope(g, z) < FLAT) {
      z -= sign * 0.01;
    }
    return Math.abs(z) <= 0.02 ? 0 : z;
  }

  static double value(Activation g, double z) {
    Matrix a = Matrix.zeros(1, 1);
    g.forward(Matrix.rowOf((float) z), a);
    return a.get(0, 0);
  }

  static double slope(Activation g, double z) {
    Matrix at = Matrix.rowOf((float) z);
    Matrix a = Matrix.zeros(1, 1);
    g.forward(at, a);
    Matrix dz = Matrix.zeros(1, 1);
    g.backward(at, a, Matrix.rowOf(1), dz);
    return dz.get(0, 0);
  }
}
