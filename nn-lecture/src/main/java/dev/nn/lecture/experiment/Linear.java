package dev.nn.lecture.experiment;

import dev.nn.api.Activation;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.dataset.Dataset;
import dev.nn.lecture.picture.Axis;
import dev.nn.lecture.picture.Contour;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Statement 7: without a non-linear g there is one layer only, and g is better monotonic.
 *
 * @param g the activation of the deep network
 * @param bent an activation that is not monotonic
 */
public record Linear(String g, Activation bent) implements Experiment {
  /** Four that people who confuse colours tell apart; pieces of a contour cannot be dashed. */
  private static final List<Hue> HUES = List.of(Hue.BLUE, Hue.ORANGE, Hue.GREEN, Hue.GREY);

  private static final double ROUNDING = 1e-4;
  private static final Axis W = Axis.of("w", -8, 8);
  private static final Axis B = Axis.of("b", -8, 8);
  private static final int CELLS = 64;

  /** Makes the experiment as the lecture has it, with g(z) = z and with sin. */
  public Linear() {
    this("identity", new Sine());
  }

  @Override
  public String name() {
    return "linear";
  }

  @Override
  public String title() {
    return "with g(z) = z any depth is one matrix; with a g that is not monotonic there are, here, many"
        + " solutions";
  }

  @Override
  public List<String> claim() {
    return List.of(
        "If g(z) = z, then ŷ = W[3] W[2] W[1] x + c for one vector c: three layers are one.",
        "Mean squared error of one neuron ŷ = g(w x + b) at nine x from −2 to 2, with the targets of a"
            + " neuron of the same g with w = 2 and b = 0.5: here the monotonic sigmoid has one minimum,"
            + " and sin has many. For other losses and data, a monotonic g may have several too.");
  }

  @Override
  public Finding run(long seed) {
    int[] widths = {2, 5, 4, 2};
    Network network = Network.of(2, layer(5), layer(4), layer(2));
    Model model = Model.initial(network, seed);
    double[][] product = matrix(model, 0, widths);
    for (int l = 1; l < 3; l++) {
      product = times(matrix(model, l, widths), product);
    }
    float[] constant = model.predict(new float[2]);
    double error = 0;
    float[][] xs = Lab.normal(100, 2, seed, 1);
    for (float[] x : xs) {
      float[] y = model.predict(x);
      for (int i = 0; i < y.length; i++) {
        double expected = product[i][0] * x[0] + product[i][1] * x[1] + constant[i];
        error = Math.max(error, Math.abs(expected - y[i]));
      }
    }
    Contour straight = surface(Lab.registry().activation("sigmoid"));
    Contour waves = surface(bent);
    return new Finding(
        List.of(
            collapsed(product, constant),
            new Figures(
                "Mean squared error of one neuron on a grid of %s × %s points, w and b from −8 to 8"
                    .formatted(CELLS + 1, CELLS + 1),
                List.of("g", "points lower than all 8 around them"),
                List.of(
                    List.of("sigmoid", String.valueOf(straight.minima())),
                    List.of(label(bent), String.valueOf(waves.minima()))))),
        List.of(
            Check.of(
                error < ROUNDING,
                "For 100 random x the network and the one matrix differ by at most %s."
                    .formatted(Text.of(error)),
                "For 100 random x the network and the one matrix differ by up to %s: with g = %s the"
                        .formatted(Text.of(error), g)
                    + " layers do not collapse."),
            Check.of(
                straight.minima() == 1 && waves.minima() > 1,
                "On the grid the loss has 1 minimum with sigmoid and %s with %s."
                    .formatted(waves.minima(), label(bent)),
                "On the grid the loss has %s with sigmoid and %s with %s, no more."
                    .formatted(straight.minima(), waves.minima(), label(bent)))),
        Picture.row(
            panel("g = sigmoid: one valley", straight), panel("g = " + label(bent), waves)));
  }

  /** The sine of this lecture is no plugin that one could ask for. */
  private static String label(Activation g) {
    return g.equals(new Sine()) ? g.description() : g.name();
  }

  private String layer(int units) {
    return "dense(units=%s, activation=%s, bias_initializer=normal)".formatted(units, g);
  }

  /** W[l+1] as the notes write it: one row for each neuron. */
  private static double[][] matrix(Model model, int layer, int[] widths) {
    float[] kernel = model.parameter(layer + ".dense.kernel");
    double[][] w = new double[widths[layer + 1]][widths[layer]];
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < w[i].length; j++) {
        w[i][j] = kernel[j * w.length + i];
      }
    }
    return w;
  }

  private static double[][] times(double[][] left, double[][] right) {
    double[][] product = new double[left.length][right[0].length];
    for (int i = 0; i < left.length; i++) {
      for (int j = 0; j < right[0].length; j++) {
        for (int k = 0; k < right.length; k++) {
          product[i][j] += left[i][k] * right[k][j];
        }
      }
    }
    return product;
  }

  private static Figures collapsed(double[][] w, float[] c) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < w.length; i++) {
      rows.add(
          List.of("ŷ" + (i == 0 ? "₁" : "₂"), Text.of(w[i][0]), Text.of(w[i][1]), Text.of(c[i])));
    }
    return new Figures("The one matrix W[3] W[2] W[1], and c", List.of("", "x₁", "x₂", "c"), rows);
  }

  /** The loss of a neuron over its two weights; the targets are its own for w = 2 and b = 0.5. */
  private static Contour surface(Activation g) {
    Network network = Lab.neuron(g);
    float[][] x = new float[9][1];
    float[] y = new float[x.length];
    Model teacher = Lab.neuron(network, 2, 0.5);
    for (int i = 0; i < x.length; i++) {
      x[i][0] = (i - 4) / 2f;
      y[i] = teacher.predict(x[i])[0];
    }
    Dataset examples = Dataset.regression(x, y);
    return Contour.of(
        (w, b) ->
            Differences.loss(
                Lab.neuron(network, w, b), examples, Lab.registry().loss("mean_squared_error")),
        W,
        B,
        CELLS);
  }

  private static Panel panel(String title, Contour loss) {
    List<Series> series = new ArrayList<>();
    double[] levels = {0.02, 0.1, 0.3, 0.6};
    for (int i : IntStream.range(0, levels.length).toArray()) {
      List<Point> line = loss.line(levels[i]);
      if (!line.isEmpty()) {
        series.add(new Series("L = " + levels[i], line, Look.LINE, HUES.get(i)));
      }
    }
    return new Panel(title, W, B, series, true);
  }
}
