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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Statements 10 and 17: what is left of the gradient ten layers down.
 *
 * @param squashing the activation that is claimed to make gradients vanish
 */
public record Vanishing(String squashing) implements Experiment {
  private static final int WIDTH = 32;
  private static final int ROWS = 64;
  private static final double VANISHED = 1e-3;
  private static final double ALIVE = 1e-2;
  private static final String UNIFORM = "uniform";
  private static final String XAVIER = "xavier_normal";
  private static final String HE = "he_normal";
  private static final String LARGE = "normal(stddev=3)";

  /** Makes the experiment as the lecture has it, with sigmoid. */
  public Vanishing() {
    this("sigmoid");
  }

  @Override
  public String name() {
    return "vanishing";
  }

  @Override
  public String title() {
    return "gradients of ten layers of sigmoid vanish; with tanh and Xavier, or relu and He, they get through";
  }

  @Override
  public List<String> claim() {
    return List.of(
        "∂L/∂z[l−1] = W[l]ᵀ ∂L/∂z[l] ⊙ g′(z[l−1]), and σ′ ≤ 1/4: with %s, ‖∂L/∂z[l]‖ shrinks layer by"
                .formatted(squashing)
            + " layer with each of the usual initialisations (uniform, Xavier, He). Weights as large as"
            + " N(0, 3²) outweigh σ′.",
        "With tanh and Xavier, N(0, 2 / (n[l] + n[l−1])), or relu and He, N(0, 2 / n[l−1]), more than"
            + " a hundredth of it gets through ten layers. With Uniform[−0.1, 0.1] it does not.");
  }

  @Override
  public Finding run(long seed) {
    Map<String, List<Double>> norms = new TreeMap<>();
    List<List<String>> rows = new ArrayList<>();
    List<Panel> panels = new ArrayList<>();
    List<Double> large =
        Deep.firstStep(WIDTH, ROWS, squashing, LARGE, seed).stream()
            .map(layer -> Lab.norm(layer.dz()))
            .toList();
    for (String g : List.of(squashing, "tanh", "relu")) {
      List<Series> series = new ArrayList<>();
      for (String initializer : List.of(UNIFORM, XAVIER, HE)) {
        List<Double> byLayer = new ArrayList<>();
        for (LayerStep layer : Deep.firstStep(WIDTH, ROWS, g, initializer, seed)) {
          byLayer.add(Lab.norm(layer.dz()));
        }
        norms.put(g + " " + initializer, byLayer);
        rows.add(row(g, initializer, byLayer));
        series.add(
            Series.counted(
                initializer.replaceAll("_.*", ""),
                byLayer,
                initializer.equals(HE) ? Look.DASHED : Look.MARKED,
                Hue.of(series.size())));
      }
      if (g.equals(squashing)) {
        series.add(Series.counted("N(0, 3²)", large, Look.DASHED, Hue.of(series.size())));
      }
      panels.add(
          new Panel(
              g, Axis.of("layer l", 0.5, 10.5), Axis.powers("‖∂L/∂z[l]‖", -14, 1), series, true));
    }
    rows.add(row(squashing, "N(0, 3²)", large));
    return new Finding(
        List.of(
            new Figures(
                "‖∂L/∂z[l]‖ at the first step, 10 layers of %s neurons, %s random examples"
                    .formatted(WIDTH, ROWS),
                List.of("g", "start", "l = 1", "l = 5", "l = 10", "l = 1 / l = 10"),
                rows)),
        List.of(
            shrinks(squashing, UNIFORM, norms),
            shrinks(squashing, XAVIER, norms),
            shrinks(squashing, HE, norms),
            Check.of(
                ratio(large) > VANISHED,
                "%s with N(0, 3²): it is %s times as large in layer 1: large weights outweigh g′."
                    .formatted(squashing, Text.of(ratio(large))),
                "%s with N(0, 3²): %s of it is left in layer 1: it vanishes too."
                    .formatted(squashing, Text.of(ratio(large)))),
            survives("tanh", XAVIER, norms),
            survives("relu", HE, norms),
            vanishes("tanh", UNIFORM, norms),
            vanishes("relu", UNIFORM, norms)),
        Picture.row(panels.toArray(Panel[]::new)));
  }

  private static List<String> row(String g, String start, List<Double> byLayer) {
    return List.of(
        g,
        start,
        Text.of(byLayer.get(0)),
        Text.of(byLayer.get(4)),
        Text.of(byLayer.get(9)),
        Text.of(ratio(byLayer)));
  }

  /** Vanishes, and is smaller in each layer than in the one above it. */
  private static Check shrinks(String g, String start, Map<String, List<Double>> norms) {
    List<Double> byLayer = Objects.requireNonNull(norms.get(g + " " + start));
    boolean isSteady = true;
    for (int l = 1; l < byLayer.size(); l++) {
      isSteady &= byLayer.get(l - 1) < byLayer.get(l);
    }
    return Check.of(
        isSteady && ratio(byLayer) < VANISHED,
        "%s with %s: it shrinks in every layer, and %s of it is left in layer 1: it vanishes."
            .formatted(g, start, Text.of(ratio(byLayer))),
        "%s with %s: %s of the gradient is left in layer 1, and it does not shrink to that layer by layer."
            .formatted(g, start, Text.of(ratio(byLayer))));
  }

  private static double ratio(List<Double> byLayer) {
    return byLayer.get(0) / byLayer.get(byLayer.size() - 1);
  }

  private static Check vanishes(String g, String start, Map<String, List<Double>> norms) {
    double ratio = ratio(Objects.requireNonNull(norms.get(g + " " + start)));
    return Check.of(
        ratio < VANISHED,
        "%s with %s: %s of the gradient is left in layer 1: it vanishes."
            .formatted(g, start, Text.of(ratio)),
        "%s with %s: %s of the gradient is left in layer 1: it does not vanish."
            .formatted(g, start, Text.of(ratio)));
  }

  private static Check survives(String g, String start, Map<String, List<Double>> norms) {
    double ratio = ratio(Objects.requireNonNull(norms.get(g + " " + start)));
    return Check.of(
        ratio > ALIVE,
        "%s with %s: %s of it is left in layer 1: it gets through."
            .formatted(g, start, Text.of(ratio)),
        "%s with %s: %s of it is left in layer 1: it does not get through."
            .formatted(g, start, Text.of(ratio)));
  }
}
