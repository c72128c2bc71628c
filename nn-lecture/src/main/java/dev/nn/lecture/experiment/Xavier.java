package dev.nn.lecture.experiment;

import dev.nn.core.Network;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.metric.Metrics;
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
import dev.nn.lecture.step.LayerStep;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements 17 and 18: the variance of the activations, layer by layer.
 *
 * @param start the initializer that is claimed to be Xavier's
 */
public record Xavier(String start) implements Experiment {
  private static final int WIDTH = 100;
  private static final int ROWS = 200;
  private static final double KEPT = 0.05;
  private static final double LOST = 1e-3;
  private static final double SATURATED = 0.99;
  private static final String UNIFORM = "uniform(min=-0.1, max=0.1)";
  private static final String LARGE = "normal(mean=0, stddev=1)";

  /** Makes the experiment as the lecture has it. */
  public Xavier() {
    this("xavier_normal");
  }

  @Override
  public String name() {
    return "xavier";
  }

  @Override
  public String title() {
    return "Xavier's variance carries the signal through ten layers; smaller dies out, larger"
        + " saturates";
  }

  @Override
  public List<String> claim() {
    return List.of(
        "Xavier: w_ij[l] ~ N(0, 2 / (n[l] + n[l−1])), where the second number is the variance. The"
            + " activations of ten layers of tanh then keep their variance within a factor of 20.",
        "w_ij[l] ~ Uniform[−0.1, 0.1] has variance 0.1² / 3, too small here: the activations die out."
            + "  N(0, 1) is too large: they saturate.",
        "He, N(0, 2 / n[l−1]), has twice Xavier's variance where the widths are equal, since it is made"
            + " for relu, which lets half of the numbers through. Backward, W[l]ᵀ multiplies the variance"
            + " by about n[l] Var w, which is 100 for N(0, 1): more than the small g′ of saturated neurons"
            + " takes away, so that ∂L/∂z grows on the way down.",
        "Where there is one hidden layer only, as in a network 2-16-1 of relu, Uniform[−0.1, 0.1] is fine.");
  }

  @Override
  public Finding run(long seed) {
    List<List<String>> rows = new ArrayList<>();
    List<Series> series = new ArrayList<>();
    List<Series> backward = new ArrayList<>();
    List<List<String>> backwardRows = new ArrayList<>();
    List<List<LayerStep>> runs = new ArrayList<>();
    for (String initializer : List.of(UNIFORM, start, "he_normal", LARGE)) {
      List<LayerStep> layers = Deep.firstStep(WIDTH, ROWS, "tanh", initializer, seed);
      runs.add(layers);
      String label =
          initializer.equals(LARGE) ? "N(0, 1)" : initializer.replaceAll("_.*|\\(.*", "");
      rows.add(
          List.of(
              label,
              Text.of(Lab.variance(layers.get(4).w())),
              Text.of(Lab.variance(layers.get(0).a())),
              Text.of(Lab.variance(layers.get(4).a())),
              Text.of(Lab.variance(layers.get(9).a())),
              Text.percent(saturated(layers.get(9).a()))));
      backwardRows.add(
          List.of(
              label,
              Text.of(Lab.variance(layers.get(9).dz())),
              Text.of(Lab.variance(layers.get(4).dz())),
              Text.of(Lab.variance(layers.get(0).dz()))));
      Hue hue = Hue.of(series.size());
      Look look = series.size() % 2 == 0 ? Look.MARKED : Look.DASHED;
      series.add(
          Series.counted(
              label, layers.stream().map(layer -> Lab.variance(layer.a())).toList(), look, hue));
      backward.add(
          Series.counted(
              label, layers.stream().map(layer -> Lab.variance(layer.dz())).toList(), look, hue));
    }
    return new Finding(
        List.of(
            new Figures(
                "10 layers of %s tanh neurons, %s random examples; 2 / (n[l] + n[l−1]) = %s"
                    .formatted(WIDTH, ROWS, 2.0 / (2 * WIDTH)),
                List.of("start", "Var w[5]", "Var a[1]", "Var a[5]", "Var a[10]", "|a[10]| > 0.99"),
                rows),
            new Figures(
                "Backward",
                List.of("start", "Var ∂L/∂z[10]", "Var ∂L/∂z[5]", "Var ∂L/∂z[1]"),
                backwardRows)),
        checks(runs, seed),
        Picture.row(
            new Panel(
                "forward",
                Axis.of("layer l", 0.5, 10.5),
                Axis.powers("Var a[l]", -6, 0),
                series,
                true),
            new Panel(
                "backward",
                Axis.of("layer l", 0.5, 10.5),
                Axis.powers("Var ∂L/∂z[l]", -14, 1),
                backward,
                true)));
  }

  private List<Check> checks(List<List<LayerStep>> runs, long seed) {
    double he = kept(runs.get(2));
    double growth = Lab.variance(runs.get(3).get(0).dz()) / Lab.variance(runs.get(3).get(9).dz());
    double shallow = shallow(seed);
    double drawn = Lab.variance(runs.get(1).get(4).w()) * WIDTH;
    double uniform = kept(runs.get(0));
    double xavier = kept(runs.get(1));
    double large = saturated(runs.get(3).get(9).a());
    return List.of(
        Check.of(
            Math.abs(drawn - 1) < 0.1,
            "The weights of %s have %s times the variance 2 / (n[l] + n[l−1])."
                .formatted(start, Text.format("%.3f", drawn)),
            "The weights of %s have %s times the variance 2 / (n[l] + n[l−1]), which is not it."
                .formatted(start, Text.format("%.3f", drawn))),
        Check.of(
            xavier > KEPT,
            "With %s, %s of the variance of a[1] is left in a[10]."
                .formatted(start, Text.of(xavier)),
            "With %s, only %s of the variance of a[1] is left in a[10]."
                .formatted(start, Text.of(xavier))),
        Check.of(
            uniform < LOST,
            "With Uniform[−0.1, 0.1] only %s is left: the signal dies out."
                .formatted(Text.of(uniform)),
            "With Uniform[−0.1, 0.1] %s is left: the signal does not die out."
                .formatted(Text.of(uniform))),
        Check.of(
            large > 0.5,
            "With N(0, 1), %s of the neurons of layer 10 are saturated."
                .formatted(Text.percent(large)),
            "With N(0, 1), only %s of the neurons of layer 10 are saturated."
                .formatted(Text.percent(large))),
        Check.of(
            he > xavier,
            "With he_normal, %s of the variance is left, more than with %s: its weights are larger."
                .formatted(Text.of(he), start),
            "With he_normal, %s of the variance is left, no more than with %s."
                .formatted(Text.of(he), start)),
        Check.of(
            growth > 1,
            "With N(0, 1), the variance of ∂L/∂z[1] is %s times that of ∂L/∂z[10]: it grows."
                .formatted(Text.of(growth)),
            "With N(0, 1), the variance of ∂L/∂z[1] is %s times that of ∂L/∂z[10]: it does not grow."
                .formatted(Text.of(growth))),
        Check.of(
            shallow > 0.9,
            "Uniform[−0.1, 0.1] is fine in a network 2-16-1 of relu: it puts %s of new points of two circles right."
                .formatted(Text.percent(shallow)),
            "Uniform[−0.1, 0.1] is not fine in a network 2-16-1 of relu: it puts %s of new points of two circles right."
                .formatted(Text.percent(shallow))));
  }

  /** The accuracy of a network with one hidden layer that starts from Uniform[−0.1, 0.1]. */
  private static double shallow(long seed) {
    Dataset train = Plane.CIRCLES.sample(240, seed, 0).dataset();
    Dataset test = Plane.CIRCLES.sample(240, seed, 1).dataset();
    String weights = ", initializer=" + UNIFORM + ")";
    return Lab.trainer("binary_crossentropy", "adam(learning_rate=0.03)", 100, 16, seed)
        .build()
        .fit(
            Network.of(
                2,
                "dense(units=16, activation=relu" + weights,
                "dense(units=1, activation=sigmoid" + weights),
            train)
        .model()
        .evaluate(test, Metrics::accuracy);
  }

  private static double kept(List<LayerStep> layers) {
    return Lab.variance(layers.get(9).a()) / Lab.variance(layers.get(0).a());
  }

  private static double saturated(Matrix a) {
    int count = 0;
    for (float[] row : a.toArray()) {
      for (float value : row) {
        count += Math.abs(value) > SATURATED ? 1 : 0;
      }
    }
    return (double) count / a.size();
  }
}
