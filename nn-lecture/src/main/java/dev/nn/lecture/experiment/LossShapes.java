package dev.nn.lecture.experiment;

import dev.nn.api.Loss;
import dev.nn.core.Model;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
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
import dev.nn.lecture.step.Recorder;
import dev.nn.math.CounterRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements 12, 19 and 20: cross-entropy, whose gradient is σ(z) − y, and squared error, whose
 * gradient vanishes where the sigmoid saturates.
 *
 * @param lossName the loss that is claimed to be the cross-entropy
 */
public record LossShapes(String lossName) implements Experiment {
  private static final double ROUNDING = 1e-6;
  private static final int MOST_STEPS = 20_000;
  private static final String SQUARED = "mean_squared_error";

  /** Makes the experiment as the lecture has it. */
  public LossShapes() {
    this("binary_crossentropy");
  }

  @Override
  public String name() {
    return "loss";
  }

  @Override
  public String title() {
    return "cross-entropy has the gradient σ(z) − y and learns from its worst mistakes at once; squared"
        + " error learns from them late";
  }

  @Override
  public List<String> claim() {
    return List.of(
        "ℓ(y, ŷ) = −( y log ŷ + (1 − y) log(1 − ŷ) ) with ŷ = σ(z) has ∂ℓ/∂z = σ(z) − y. In exact"
            + " numbers the long way ∂ℓ/∂ŷ · σ′(z) is the same. In float they part far from 0: above z ="
            + " 17, ŷ is rounded to 1, so that σ′ is 0 and ∂ℓ/∂ŷ for y = 0 is infinite. Clipping ŷ to"
            + " [1e-7, 1 − 1e-7] keeps ℓ finite, but beyond it the slope is lost, on both sides. That is"
            + " why the short form is used.",
        "(ŷ − y)² has ∂ℓ/∂z = 2 (ŷ − y) σ′(z), almost 0 where the prediction is most wrong, so that it"
            + " learns later.");
  }

  @Override
  public Finding run(long seed) {
    Loss loss = Lab.registry().loss(lossName);
    Loss squared = Lab.registry().loss(SQUARED);
    CounterRandom random = CounterRandom.of(seed, 1);
    double shortError = 0;
    double longError = 0;
    for (int i = 0; i < 40; i++) {
      float z = (float) random.nextDouble(-8, 8);
      int y = i % 2;
      double expected = 1 / (1 + StrictMath.exp(-z)) - y;
      shortError = Math.max(shortError, Math.abs(gradient(loss, z, y) - expected));
      longError = Math.max(longError, Math.abs(gradient(new LongWay(loss), z, y) - expected));
    }
    List<List<String>> rows = new ArrayList<>();
    for (float z : new float[] {-20, -8, -4, 0, 4}) {
      rows.add(
          List.of(
              Text.format("%.0f", z),
              Text.of(value(loss, z, 1)),
              Text.of(gradient(loss, z, 1)),
              Text.of(gradient(new LongWay(loss), z, 1)),
              Text.of(gradient(squared, z, 1))));
    }
    int steps = steps(lossName, seed);
    int squaredSteps = steps(SQUARED, seed);
    double shortFar = gradient(loss, 20, 0);
    double longFar = gradient(new LongWay(loss), 20, 0);
    double wrong = Math.abs(gradient(loss, -8, 1));
    double squaredWrong = Math.abs(gradient(squared, -8, 1));
    return new Finding(
        List.of(
            new Figures(
                "One sigmoid neuron, y = 1",
                List.of("z", "ℓ", "∂ℓ/∂z", "the long way", "∂/∂z (ŷ − y)²"),
                rows),
            new Figures(
                "Steps of descent with α = 1 from z = −8 until ŷ > 1/2",
                List.of("loss", "steps"),
                List.of(List.of(lossName, count(steps)), List.of(SQUARED, count(squaredSteps))))),
        List.of(
            Check.of(
                shortError < ROUNDING && longError < 100 * ROUNDING,
                "At 40 random z from −8 to 8, ∂ℓ/∂z is σ(z) − y to %s, and the long way gives it to %s."
                    .formatted(Text.of(shortError), Text.of(longError)),
                "At 40 random z, ∂ℓ/∂z is off σ(z) − y by up to %s, the long way by up to %s."
                    .formatted(Text.of(shortError), Text.of(longError))),
            Check.of(
                Math.abs(shortFar - 1) < ROUNDING && longFar == 0,
                "At z = 20 with y = 0, ŷ is 1 in float: the short form gives %s; the long way has lost the gradient: %s."
                    .formatted(Text.of(shortFar), Text.of(longFar)),
                "At z = 20 with y = 0, the short form gives %s and the long way %s."
                    .formatted(Text.of(shortFar), Text.of(longFar))),
            Check.of(
                wrong > 100 * squaredWrong,
                "Where ŷ is quite wrong, at z = −8, its gradient is %s times that of squared error."
                    .formatted(Text.of(wrong / squaredWrong)),
                "Where ŷ is quite wrong, at z = −8, its gradient is %s times that of squared error, no"
                        .formatted(Text.of(wrong / squaredWrong))
                    + " more."),
            Check.of(
                10 * steps < squaredSteps,
                "From there it needs %s steps, squared error %s."
                    .formatted(count(steps), count(squaredSteps)),
                "From there it needs %s steps, squared error %s: no great gain."
                    .formatted(count(steps), count(squaredSteps)))),
        picture(loss, squared));
  }

  private static String count(int steps) {
    return steps == MOST_STEPS ? "more than " + MOST_STEPS : String.valueOf(steps);
  }

  /** A neuron whose z is the bias, since its input is 0. */
  private static Model at(double z) {
    return Lab.neuron(Lab.neuron(Lab.registry().activation("sigmoid")), 0, z);
  }

  private static Dataset example(int y) {
    return Lab.binary(new float[][] {{0}}, new int[] {y});
  }

  /** ∂ℓ/∂z, as the engine computes it. */
  private static double gradient(Loss loss, float z, int y) {
    PluginRegistry registry = Lab.registry();
    PluginRegistry knowing = registry.knows(loss) ? registry : registry.with(loss);
    return new Recorder(knowing, loss, "sgd(learning_rate=1)")
        .step(at(z), example(y))
        .layers()
        .get(0)
        .dz()
        .get(0, 0);
  }

  private static double value(Loss loss, float z, int y) {
    return new Recorder(Lab.registry(), loss, "sgd(learning_rate=1)")
        .step(at(z), example(y))
        .loss();
  }

  private static int steps(String loss, long seed) {
    try (TrainingSession session =
        Lab.trainer(loss, "sgd(learning_rate=1)", MOST_STEPS, 1, seed)
            .build()
            .start(at(-8), example(1))) {
      int steps = 0;
      while (steps < MOST_STEPS && session.model().predict(new float[1])[0] <= 0.5) {
        session.step();
        steps++;
      }
      return steps;
    }
  }

  private Picture picture(Loss loss, Loss squared) {
    List<Series> values = new ArrayList<>();
    List<Series> slopes = new ArrayList<>();
    for (Loss one : List.of(loss, squared)) {
      List<Point> value = new ArrayList<>();
      List<Point> slope = new ArrayList<>();
      for (float z = -8; z <= 8; z += 0.25f) {
        value.add(new Point(z, value(one, z, 1)));
        slope.add(new Point(z, gradient(one, z, 1)));
      }
      boolean isFirst = one == loss;
      Look look = isFirst ? Look.LINE : Look.DASHED;
      Hue hue = isFirst ? Hue.BLUE : Hue.ORANGE;
      String series = isFirst ? "cross-entropy" : "squared error";
      values.add(new Series(series, value, look, hue));
      slopes.add(new Series(series, slope, look, hue));
    }
    return Picture.row(
        new Panel("ℓ for y = 1", Axis.of("z", -8, 8), Axis.of("ℓ", 0, 8), values, true),
        new Panel(
            "∂ℓ/∂z for y = 1", Axis.of("z", -8, 8), Axis.of("∂ℓ/∂z", -1.1, 0.1), slopes, true));
  }
}
