package dev.nn.lecture.experiment;

import dev.nn.api.Activation;
import dev.nn.api.Loss;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.layer.Dense;
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
import dev.nn.lecture.step.Differences;
import dev.nn.lecture.step.LayerStep;
import dev.nn.lecture.step.Recorder;
import dev.nn.lecture.step.Step;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Statement 19: backpropagation is the chain rule, term by term, and gives the slopes of the loss.
 *
 * @param g the activation of the hidden layers
 */
public record Backprop(Activation g) implements Experiment {
  private static final double ROUNDING = 1e-6;
  private static final double SLOPES = 2e-4;

  /** Makes the experiment as the lecture has it, with tanh. */
  public Backprop() {
    this(Activation.named("tanh"));
  }

  /** How far the engine's numbers are from each rule, at most. */
  private record Errors(double dz, double dw, double db, double da) {}

  @Override
  public String name() {
    return "backprop";
  }

  @Override
  public String title() {
    return "the chain rule term by term, beside the slopes of the loss";
  }

  @Override
  public List<String> claim() {
    return List.of(
        "∂L/∂z[l] = ∂L/∂a[l] ⊙ g′(z[l]),  ∂L/∂W[l] = ∂L/∂z[l] · a[l−1]ᵀ,  ∂L/∂b[l] = ∂L/∂z[l],  ∂L/∂a[l−1]"
            + " = W[l]ᵀ ∂L/∂z[l].",
        "These are the slopes of L: (L(w + h) − L(w − h)) / 2h for each weight w.");
  }

  @Override
  public Finding run(long seed) {
    PluginRegistry registry = Lab.registry();
    Loss loss = registry.loss("binary_crossentropy");
    Network network =
        Network.of(
            registry,
            Shape.of(2),
            new Dense(3, g),
            new Dense(2, g),
            new Dense(1, Activation.named("sigmoid")));
    Dataset example =
        Lab.binary(Lab.normal(1, 2, seed, 1), new int[] {(int) Math.floorMod(seed, 2L)});
    Model model = Model.initial(network, seed);
    Step step = new Recorder(registry, loss, "sgd(learning_rate=0.1)").step(model, example);
    Errors errors = errors(step, example);
    Map<String, double[]> slopes = Differences.slopes(model, example, loss);
    List<List<String>> rows = new ArrayList<>();
    List<Point> points = new ArrayList<>();
    double slopeError = 0;
    double largest = 0.1;
    for (LayerStep layer : step.layers()) {
      double[] ofW = of(slopes, layer, "kernel");
      double[] ofB = of(slopes, layer, "bias");
      Matrix dw = layer.dw();
      Matrix db = layer.db().orElseThrow();
      for (int i = 0; i < dw.columns(); i++) {
        for (int j = 0; j <= dw.rows(); j++) {
          boolean isBias = j == dw.rows();
          double engine = isBias ? db.get(0, i) : dw.get(j, i);
          double slope = isBias ? ofB[i] : ofW[j * dw.columns() + i];
          String weight = isBias ? "b_" + (i + 1) : "w_" + (i + 1) + (j + 1);
          rows.add(
              List.of(
                  weight + "[" + layer.number() + "]",
                  Text.format("%.6f", engine),
                  Text.format("%.6f", slope)));
          points.add(new Point(slope, engine));
          slopeError = Math.max(slopeError, Math.abs(engine - slope));
          largest = Math.max(largest, Math.abs(slope));
        }
      }
    }
    return new Finding(
        List.of(
            new Figures(
                "Network 2-3-2-1, one example",
                List.of("weight", "∂L/∂w by backpropagation", "slope of L"),
                rows),
            new Figures(
                "Each rule, worked out from the numbers before it",
                List.of("rule", "engine is off by"),
                List.of(
                    List.of(
                        "∂L/∂z[3] = σ(z[3]) − y, ∂L/∂z[l] = ∂L/∂a[l] ⊙ g′(z[l])",
                        Text.of(errors.dz())),
                    List.of("∂L/∂W[l] = ∂L/∂z[l] · a[l−1]ᵀ", Text.of(errors.dw())),
                    List.of("∂L/∂b[l] = ∂L/∂z[l]", Text.of(errors.db())),
                    List.of("∂L/∂a[l−1] = W[l]ᵀ ∂L/∂z[l]", Text.of(errors.da()))))),
        List.of(
            rules(errors),
            Check.of(
                slopeError < SLOPES,
                "All %s gradients are the slopes of L: at most %s apart."
                    .formatted(points.size(), Text.of(slopeError)),
                "The gradients are not the slopes of L: up to %s apart."
                    .formatted(Text.of(slopeError)))),
        Picture.row(panel(points, 1.1 * largest)));
  }

  private static double[] of(Map<String, double[]> slopes, LayerStep layer, String parameter) {
    return Objects.requireNonNull(slopes.get((layer.number() - 1) + ".dense." + parameter));
  }

  private static Check rules(Errors errors) {
    double worst = Math.max(Math.max(errors.dz(), errors.dw()), Math.max(errors.db(), errors.da()));
    return Check.of(
        worst < ROUNDING,
        "The engine follows the four rules to rounding: at most %s off.".formatted(Text.of(worst)),
        "The engine does not follow the four rules: up to %s off.".formatted(Text.of(worst)));
  }

  private static Errors errors(Step step, Dataset example) {
    Matrix y = Matrix.zeros(1, 1);
    example.readTarget(0, y, 0);
    double dz = 0;
    double dw = 0;
    double db = 0;
    double da = 0;
    List<LayerStep> layers = step.layers();
    for (int l = layers.size() - 1; l >= 0; l--) {
      LayerStep layer = layers.get(l);
      for (int i = 0; i < layer.dz().columns(); i++) {
        double delta = layer.dz().get(0, i);
        double expected =
            layer.da().isPresent()
                ? layer.da().get().get(0, i)
                    * Activations.slope(layer.activation(), layer.z().get(0, i))
                : 1 / (1 + StrictMath.exp(-layer.z().get(0, i))) - y.get(0, 0);
        dz = Math.max(dz, Math.abs(delta - expected));
        db = Math.max(db, Math.abs(layer.db().orElseThrow().get(0, i) - delta));
        for (int j = 0; j < layer.input().columns(); j++) {
          double product = delta * layer.input().get(0, j);
          dw = Math.max(dw, Math.abs(layer.dw().get(j, i) - product));
        }
      }
      for (int j = 0; l > 0 && j < layer.input().columns(); j++) {
        double sum = 0;
        for (int i = 0; i < layer.dz().columns(); i++) {
          sum += (double) layer.w().get(j, i) * layer.dz().get(0, i);
        }
        da = Math.max(da, Math.abs(layers.get(l - 1).da().orElseThrow().get(0, j) - sum));
      }
    }
    return new Errors(dz, dw, db, da);
  }

  private static Panel panel(List<Point> points, double bound) {
    return new Panel(
        "one disc for each weight",
        Axis.of("slope of L", -bound, bound),
        Axis.of("∂L/∂w by backpropagation", -bound, bound),
        List.of(
            new Series(
                "equal",
                List.of(new Point(-bound, -bound), new Point(bound, bound)),
                Look.DASHED,
                Hue.GREY),
            new Series("weights", points, Look.DISCS, Hue.BLUE)),
        true);
  }
}
