package dev.nn.lecture.experiment;

import dev.nn.core.Model;
import dev.nn.core.Network;
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
import dev.nn.lecture.step.LayerStep;
import dev.nn.lecture.step.Recorder;
import dev.nn.lecture.step.Step;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Statement 16: different random starts reach different minima.
 *
 * @param hidden neurons of the hidden layer; without one the loss is convex
 */
public record Minima(int hidden) implements Experiment {
  private static final int STARTS = 50;
  private static final int STEPS = 6000;
  private static final int MORE_STEPS = 10 * STEPS;
  private static final double PUSH = 0.1;
  private static final double SMALL_GRADIENT = 1e-3;
  private static final double SAME = 0.1;
  private static final double BETTER = 1.1;
  private static final int POINTS = 25;
  private static final int SHOWN = 4;

  /** Makes the experiment as the lecture has it, with two neurons. */
  public Minima() {
    this(2);
  }

  /**
   * Where one start ended.
   *
   * @param curve the predictions for all points. The order of the neurons and the signs of a tanh
   *     neuron's weights do not change them, so that such twins are one minimum
   */
  private record End(Model model, double loss, double gradient, List<Double> curve) {
    boolean isSameAs(End other) {
      for (int i = 0; i < curve.size(); i++) {
        if (Math.abs(curve.get(i) - other.curve.get(i)) > SAME) {
          return false;
        }
      }
      return true;
    }

    double largestWeight() {
      double largest = 0;
      for (String name : model.parameterNames()) {
        for (float weight : model.parameter(name)) {
          largest = Math.max(largest, Math.abs(weight));
        }
      }
      return largest;
    }
  }

  /**
   * Where some starts ended.
   *
   * @param end one of them, for all
   */
  private record Place(End end, int starts) {}

  @Override
  public String name() {
    return "minima";
  }

  @Override
  public String title() {
    return "fifty random starts end in several different minima";
  }

  @Override
  public List<String> claim() {
    return List.of(
        "L is not convex in W[l] and b[l]: of %s random starts, descended until ‖∂L/∂W‖ is small, not"
                .formatted(STARTS)
            + " all reach the same minimum. The descent is rprop's, which finds a step for each weight"
            + " by the signs of ∂L/∂W alone, since plain descent would take too long.",
        "Minima that differ in the order of the neurons only, or in the signs of a tanh neuron's"
            + " weights, count as one: their predictions are the same, to %s in every ŷ. Equal L can be two:"
                .formatted(SAME)
            + " the wave is odd, so that −ŷ(−x) is another curve that is as good as ŷ(x).",
        "A small gradient does not prove a minimum: it is as small at a saddle. So each place is left"
            + " with a push of N(0, %s²) on every weight and descended again, ten times as long: minima are"
                .formatted(PUSH)
            + " found again, saddles are not. A minimum may lie at"
            + " infinity: weights that have grown large go on growing, and L falls by less and less.");
  }

  @Override
  public Finding run(long seed) {
    Dataset wave = wave();
    List<End> ends = new ArrayList<>();
    for (int start = 0; start < STARTS; start++) {
      ends.add(descend(wave, seed * STARTS + start));
    }
    List<End> settled =
        ends.stream()
            .filter(end -> end.gradient() < SMALL_GRADIENT)
            .sorted(Comparator.comparingDouble(End::loss))
            .toList();
    List<Place> places = places(settled.stream().map(end -> new Place(end, 1)).toList());
    List<Place> minima =
        places(
            places.stream()
                .map(
                    place ->
                        new Place(
                            descend(wave, pushed(place.end().model(), seed), MORE_STEPS, seed),
                            place.starts()))
                .sorted(Comparator.comparingDouble(place -> place.end().loss()))
                .toList());
    List<List<String>> rows = new ArrayList<>();
    for (Place minimum : minima) {
      rows.add(
          List.of(
              String.valueOf(rows.size() + 1),
              Text.format("%.5f", minimum.end().loss()),
              Text.format("%.0f", minimum.end().largestWeight()),
              String.valueOf(minimum.starts())));
    }
    double best = minima.isEmpty() ? Double.NaN : minima.get(0).end().loss();
    double worst = minima.isEmpty() ? Double.NaN : minima.get(minima.size() - 1).end().loss();
    return new Finding(
        List.of(
            new Figures(
                "Minima of a network 1-%s-1 on %s points of a wave".formatted(hidden, POINTS),
                List.of("minimum", "L", "largest |w|", "starts that reach it"),
                rows)),
        List.of(
            Check.of(
                settled.size() >= STARTS / 2,
                "%s of %s starts came to rest: their gradient's norm is below %s. The others are still on"
                        .formatted(settled.size(), STARTS, SMALL_GRADIENT)
                    + " their way and do not count.",
                "Only %s of %s starts came to rest.".formatted(settled.size(), STARTS)),
            Check.of(
                minima.size() > 1,
                "They rest in %s different places, and after the push in %s different minima."
                    .formatted(places.size(), minima.size()),
                "They all rest in one minimum."),
            Check.of(
                worst > best * BETTER,
                "The minima are not equally good: L from %s to %s."
                    .formatted(Text.of(best), Text.of(worst)),
                "The minima are equally good: L from %s to %s."
                    .formatted(Text.of(best), Text.of(worst)))),
        Picture.row(panel(settled), curves(wave, minima)));
  }

  /** A wave with two hills, which two neurons can follow in part only. */
  private static Dataset wave() {
    float[][] x = new float[POINTS][1];
    float[] y = new float[POINTS];
    for (int i = 0; i < POINTS; i++) {
      x[i][0] = (float) x(i);
      y[i] = (float) StrictMath.sin(3 * x[i][0]);
    }
    return Dataset.regression(x, y);
  }

  /** The different ones among these; the first of the same ones stands for all of them. */
  private static List<Place> places(List<Place> ends) {
    List<Place> places = new ArrayList<>();
    for (Place end : ends) {
      int known = 0;
      while (known < places.size() && !places.get(known).end().isSameAs(end.end())) {
        known++;
      }
      if (known == places.size()) {
        places.add(end);
      } else {
        Place place = places.get(known);
        places.set(known, new Place(place.end(), place.starts() + end.starts()));
      }
    }
    return places;
  }

  private static Model pushed(Model model, long seed) {
    Map<String, float[]> weights = new TreeMap<>();
    for (String name : model.parameterNames()) {
      float[] values = model.parameter(name).clone();
      float[] noise = Lab.normal(1, values.length, seed, weights.size())[0];
      for (int i = 0; i < values.length; i++) {
        values[i] += (float) (PUSH * noise[i]);
      }
      weights.put(name, values);
    }
    return Model.of(model.network(), weights);
  }

  private End descend(Dataset wave, long seed) {
    Network network =
        hidden == 0
            ? Network.of(1, "dense(units=1)")
            : Network.of(
                1,
                "dense(units=%s, activation=tanh, initializer=normal(stddev=2), bias_initializer=normal(stddev=1))"
                    .formatted(hidden),
                "dense(units=1, initializer=normal(stddev=1))");
    return descend(wave, Model.initial(network, seed), STEPS, seed);
  }

  private static End descend(Dataset wave, Model from, int steps, long seed) {
    Model model =
        Lab.trainer("mean_squared_error", "rprop", steps, POINTS, seed)
            .shuffle(false)
            .build()
            .fit(from, wave)
            .model();
    Step step =
        new Recorder(
                Lab.registry(), Lab.registry().loss("mean_squared_error"), "sgd(learning_rate=1)")
            .step(model, wave);
    double squares = 0;
    for (LayerStep layer : step.layers()) {
      double w = Lab.norm(layer.dw());
      double b = Lab.norm(layer.db().orElseThrow());
      squares += w * w + b * b;
    }
    List<Double> curve = new ArrayList<>();
    for (float[] a : step.layers().get(step.layers().size() - 1).a().toArray()) {
      curve.add((double) a[0]);
    }
    return new End(model, step.loss(), Math.sqrt(squares), curve);
  }

  /** The points, and the curve of each of the best minima. */
  private static Panel curves(Dataset wave, List<Place> minima) {
    List<Series> series = new ArrayList<>();
    List<Point> points = new ArrayList<>();
    Matrix y = Matrix.zeros(1, 1);
    for (int i = 0; i < POINTS; i++) {
      wave.readTarget(i, y, 0);
      points.add(new Point(x(i), y.get(0, 0)));
    }
    for (Place minimum : minima.subList(0, Math.min(SHOWN, minima.size()))) {
      List<Point> curve = new ArrayList<>();
      for (double value : minimum.end().curve()) {
        curve.add(new Point(x(curve.size()), value));
      }
      Look look = series.size() % 2 == 0 ? Look.LINE : Look.DASHED;
      series.add(new Series(String.valueOf(series.size() + 1), curve, look, Hue.of(series.size())));
    }
    series.add(new Series("y", points, Look.DISCS, Hue.GREY));
    return new Panel(
        "ŷ in the best " + (series.size() - 1),
        Axis.of("x", -2.1, 2.1),
        Axis.of("ŷ", -1.3, 1.3),
        series,
        true);
  }

  private static double x(int i) {
    return -2 + 4.0 * i / (POINTS - 1);
  }

  private static Panel panel(List<End> settled) {
    List<Point> points = new ArrayList<>();
    double largest = 0.01;
    for (End end : settled) {
      points.add(new Point(points.size() + 1, end.loss()));
      largest = Math.max(largest, end.loss());
    }
    return new Panel(
        "where the starts came to rest",
        Axis.of("start, best first", 0, STARTS + 1),
        Axis.of("L", 0, 1.1 * largest),
        points.isEmpty() ? List.of() : List.of(new Series("L", points, Look.DISCS, Hue.BLUE)),
        false);
  }
}
