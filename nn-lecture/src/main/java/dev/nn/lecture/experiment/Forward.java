package dev.nn.lecture.experiment;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.layer.Dense;
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
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Statements 2 to 6: one neuron, one layer and the whole network are the same sums.
 *
 * @param addsBias whether the neuron by itself adds b, as it has to
 */
public record Forward(boolean addsBias) implements Experiment {
  private static final int[] WIDTHS = {3, 4, 4, 2};
  private static final double ROUNDING = 1e-6;

  /** Makes the experiment as the lecture has it. */
  public Forward() {
    this(true);
  }

  @Override
  public String name() {
    return "forward";
  }

  @Override
  public String title() {
    return "one neuron, one layer, the vectorised form and the whole network give the same numbers";
  }

  @Override
  public List<String> claim() {
    return List.of(
        "One neuron: z_i[l] = Σ_j w_ij[l] a_j[l−1] + b_i[l], a_i[l] = g(z_i[l]).",
        "One layer: z[l] = W[l] a[l−1] + b[l], a[l] = g(z[l]), where W[l] has n[l] rows and n[l−1]"
            + " columns.",
        "The network: a[0] = x, then l = 1..L in turn, ŷ = a[L]. The input is not counted as a"
            + " layer.");
  }

  @Override
  public Finding run(long seed) {
    Network network =
        Network.of(
            WIDTHS[0],
            "dense(units=%s, activation=tanh, bias_initializer=normal)".formatted(WIDTHS[1]),
            "dense(units=%s, activation=relu, bias_initializer=normal)".formatted(WIDTHS[2]),
            "dense(units=%s, activation=sigmoid, bias_initializer=normal)".formatted(WIDTHS[3]));
    Model model = Model.initial(network, seed);
    float[][] x = Lab.normal(5, WIDTHS[0], seed, 1);
    float[][] whole = new float[x.length][];
    double neuronError = 0;
    boolean layersSame = true;
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      whole[i] = model.predict(x[i]);
      float[] byLayer = x[i];
      double[] byNeuron = widened(x[i]);
      for (int l = 1; l < WIDTHS.length; l++) {
        byLayer = layer(model, l).predict(byLayer);
        byNeuron = neurons(model, l, byNeuron);
      }
      for (int k = 0; k < whole[i].length; k++) {
        neuronError = Math.max(neuronError, Math.abs(byNeuron[k] - whole[i][k]));
        layersSame &= byLayer[k] == whole[i][k];
      }
      rows.add(
          List.of(
              "x⁽%s⁾".formatted(i + 1),
              Text.format("%.7f", byNeuron[0]),
              Text.format("%.7f", byLayer[0]),
              Text.format("%.7f", whole[i][0])));
    }
    Matrix together = Matrix.zeros(x.length, WIDTHS[3]);
    model.predict(Matrix.copyOf(x), together);
    boolean batchSame = Lab.difference(together, Matrix.copyOf(whole)) == 0;
    return new Finding(
        List.of(
            new Figures(
                "ŷ₁, computed three ways",
                List.of("example", "neuron by neuron", "layer by layer", "whole network"),
                rows),
            shapes(model)),
        List.of(
            Check.of(
                neuronError < ROUNDING,
                "The sum of each neuron, in double precision, gives the network's ŷ to rounding: at"
                    + " most %s apart.".formatted(Text.of(neuronError)),
                "The sum of each neuron does not give the network's ŷ: up to %s apart."
                    .formatted(Text.of(neuronError))),
            Check.of(
                layersSame && batchSame,
                "Layer by layer, example by example or all at once, the bits are the same.",
                "Layer by layer and all at once differ."),
            Check.of(
                network.layers().size() == WIDTHS.length - 1,
                "The network has L = %s layers; its input of %s numbers is none."
                    .formatted(network.layers().size(), WIDTHS[0]),
                "The network has %s layers.".formatted(network.layers().size()))),
        Picture.row(graph(model)));
  }

  private double[] neurons(Model model, int l, double[] below) {
    float[] w = model.parameter((l - 1) + ".dense.kernel");
    float[] b = model.parameter((l - 1) + ".dense.bias");
    double[] a = new double[WIDTHS[l]];
    for (int i = 0; i < a.length; i++) {
      double z = addsBias ? b[i] : 0;
      for (int j = 0; j < below.length; j++) {
        z += w[j * a.length + i] * below[j];
      }
      a[i] = l == 1 ? StrictMath.tanh(z) : l == 2 ? Math.max(z, 0) : 1 / (1 + StrictMath.exp(-z));
    }
    return a;
  }

  /** The network that has layer l only. */
  private static Model layer(Model model, int l) {
    Dense dense = (Dense) model.network().layers().get(l - 1);
    return Model.of(
        Network.of(Shape.of(WIDTHS[l - 1]), dense),
        Map.of(
            "0.dense.kernel", model.parameter((l - 1) + ".dense.kernel"),
            "0.dense.bias", model.parameter((l - 1) + ".dense.bias")));
  }

  private static double[] widened(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  private static Figures shapes(Model model) {
    List<List<String>> rows = new ArrayList<>();
    for (int l = 1; l < WIDTHS.length; l++) {
      String kernel = (l - 1) + ".dense.kernel";
      rows.add(
          List.of(
              String.valueOf(l),
              "%s × %s".formatted(WIDTHS[l], WIDTHS[l - 1]),
              String.valueOf(WIDTHS[l]),
              kernel + " " + model.parameterShape(kernel)));
    }
    return new Figures(
        "The engine keeps W[l] transposed, since it has one example a row: Z = A·W + b",
        List.of("l", "W[l] in the notes", "b[l]", "in the engine"),
        rows);
  }

  private static Panel graph(Model model) {
    List<Point> plus = new ArrayList<>();
    List<Point> minus = new ArrayList<>();
    List<Point> units = new ArrayList<>();
    for (int l = 0; l < WIDTHS.length; l++) {
      for (int i = 0; i < WIDTHS[l]; i++) {
        Point unit = new Point(l, height(l, i));
        units.add(unit);
        for (int j = 0; l > 0 && j < WIDTHS[l - 1]; j++) {
          float w = model.parameter((l - 1) + ".dense.kernel")[j * WIDTHS[l] + i];
          List<Point> lines = w > 0 ? plus : minus;
          lines.add(new Point(l - 1, height(l - 1, j)));
          lines.add(unit);
          lines.add(unit.gap());
        }
      }
    }
    List<Series> series =
        new ArrayList<>(
            List.of(
                new Series("w > 0", plus, Look.LINE, Hue.BLUE),
                new Series("w < 0", minus, Look.DASHED, Hue.ORANGE),
                new Series("neurons", units, Look.DISCS, Hue.BLACK)));
    int last = WIDTHS.length - 1;
    for (int i = 0; i < WIDTHS[0]; i++) {
      series.add(label("x" + (char) ('₁' + i), -0.2, height(0, i)));
    }
    for (int i = 0; i < WIDTHS[last]; i++) {
      series.add(label("ŷ" + (char) ('₁' + i), last + 0.2, height(last, i)));
    }
    return new Panel(
        "x in column 0 is not counted; ŷ = a[3]",
        Axis.of("layer l", -0.4, 3.4),
        Axis.of("", -2, 2),
        series,
        true);
  }

  private static Series label(String name, double x, double y) {
    return new Series(name, List.of(new Point(x, y)), Look.NAME, Hue.BLACK);
  }

  private static double height(int l, int i) {
    return (WIDTHS[l] - 1) / 2.0 - i;
  }
}
