package dev.nn.lecture.experiment;

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
            + "  N(0, 1) is too large: they saturate.");
  }

  @Override
  public Finding run(long seed) {
    List<List<String>> rows = new ArrayList<>();
    List<Series> series = new ArrayList<>();
    List<Series> backward = new ArrayList<>();
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
                rows)),
        checks(runs),
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

  private List<Check> checks(List<List<LayerStep>> runs) {
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
                .formatted(Text.percent(large))));
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
