package dev.nn.lecture.experiment;

import dev.nn.api.Activation;
import dev.nn.lecture.picture.Axis;
import dev.nn.lecture.picture.Hue;
import dev.nn.lecture.picture.Look;
import dev.nn.lecture.picture.Panel;
import dev.nn.lecture.picture.Picture;
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
            + " for z > 0.");
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
                  name + " is its formula, and its derivative the slope, to rounding.",
                  name + " is not its formula, or its derivative is not the slope."));
          Look look = name.equals("tanh") ? Look.DASHED : Look.LINE;
          Hue hue = Hue.of(values.size());
          values.add(Series.graph(name, z -> value(g, z), -6, 6, look, hue));
          slopes.add(Series.graph(name, z -> slope(g, z), -6, 6, look, hue));
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
