package dev.nn.lecture.experiment;

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
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Collectors;

/**
 * Statement 1: a network learns its features, while other methods need the designer's intuition.
 *
 * @param g the activation of the network's hidden layers
 */
public record Features(String g) implements Experiment {
  private static final int EXAMPLES = 240;
  private static final double GOOD = 0.9;
  private static final double BEHIND = 0.1;
  private static final int LINEAR_EPOCHS = 60;
  private static final int NETWORK_EPOCHS = 500;
  private static final List<Plane> PLANES = List.of(Plane.values());
  private static final Axis X = Axis.of("x₁", -1.6, 1.6);
  private static final Axis Y = Axis.of("x₂", -1.6, 1.6);
  private static final List<String> METHODS =
      List.of("x only", "x², x₁x₂ too", "RBF, s=0.15", "RBF, s=5", "network");

  /** Makes the experiment as the lecture has it, with tanh. */
  public Features() {
    this("tanh");
  }

  @Override
  public String name() {
    return "features";
  }

  @Override
  public String title() {
    return "a network finds its own features; a kernel has to be told the right ones";
  }

  @Override
  public List<String> claim() {
    return List.of(
        "A network 2-16-16-1 that is given x = (x₁, x₂) and nothing else separates circles, moons and"
            + " spirals.",
        "Logistic regression on x, the same on hand-made features x₁, x₂, x₁², x₂², x₁x₂, and a kernel"
            + " exp(−‖x − x′‖² / 2s²) do so only where the designer guessed the right features or s: a"
            + " wrong guess is %s points or more behind the network."
                .formatted(Math.round(100 * BEHIND)),
        "Logistic regression is trained for %s epochs and the network for %s; the kernel's"
                .formatted(LINEAR_EPOCHS, NETWORK_EPOCHS)
            + " weights solve (K + 0.1 I) α = y, with y = ±1.");
  }

  @Override
  public Finding run(long seed) {
    List<Panel> panels = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    double[][] accuracies = new double[METHODS.size()][PLANES.size()];
    for (int p = 0; p < PLANES.size(); p++) {
      Plane plane = PLANES.get(p);
      Plane.Sample train = plane.sample(EXAMPLES, seed, 0);
      Plane.Sample test = plane.sample(EXAMPLES, seed, 1);
      List<DoubleBinaryOperator> methods = methods(train, seed);
      List<String> row = new ArrayList<>(List.of(plane.title()));
      for (int m = 0; m < methods.size(); m++) {
        accuracies[m][p] = accuracy(methods.get(m), test);
        String share = Text.percent(accuracies[m][p]);
        row.add(share);
        Axis up = m == 0 ? Axis.of(plane.title() + ":  x₂", Y.from(), Y.to()) : Y;
        panels.add(panel(up, METHODS.get(m) + ": " + share, methods.get(m), test));
      }
      rows.add(row);
    }
    List<String> headers = new ArrayList<>(List.of(""));
    headers.addAll(METHODS);
    return new Finding(
        List.of(new Figures("Share of new points that are put in the right class", headers, rows)),
        checks(accuracies),
        new Picture(panels, METHODS.size(), 250, 285));
  }

  private List<DoubleBinaryOperator> methods(Plane.Sample train, long seed) {
    Model raw = fit(train.dataset(), 2, seed, LINEAR_EPOCHS, "dense(units=1, activation=sigmoid)");
    float[][] handMade = new float[train.x().length][];
    for (int i = 0; i < handMade.length; i++) {
      handMade[i] = handMade(train.x()[i][0], train.x()[i][1]);
    }
    Model made =
        fit(
            Dataset.binary(handMade, train.y()),
            5,
            seed,
            LINEAR_EPOCHS,
            "dense(units=1, activation=sigmoid)");
    Model network =
        fit(
            train.dataset(),
            2,
            seed,
            NETWORK_EPOCHS,
            "dense(units=16, activation=" + g + ", bias_initializer=normal(stddev=0.5))",
            "dense(units=16, activation=" + g + ")",
            "dense(units=1, activation=sigmoid)");
    return List.of(
        (x1, x2) -> raw.predict(new double[] {x1, x2})[0] - 0.5,
        (x1, x2) -> made.predict(handMade((float) x1, (float) x2))[0] - 0.5,
        new KernelRidge(train, 0.15),
        new KernelRidge(train, 5),
        (x1, x2) -> network.predict(new double[] {x1, x2})[0] - 0.5);
  }

  private static float[] handMade(float x1, float x2) {
    return new float[] {x1, x2, x1 * x1, x2 * x2, x1 * x2};
  }

  private static Model fit(Dataset data, int inputs, long seed, int epochs, String... layers) {
    return Lab.trainer("binary_crossentropy", "adam(learning_rate=0.03)", epochs, 16, seed)
        .build()
        .fit(Network.of(inputs, layers), data)
        .model();
  }

  private static double accuracy(DoubleBinaryOperator method, Plane.Sample test) {
    int right = 0;
    for (int i = 0; i < test.x().length; i++) {
      boolean isOne = method.applyAsDouble(test.x()[i][0], test.x()[i][1]) > 0;
      right += isOne == (test.y()[i] == 1) ? 1 : 0;
    }
    return (double) right / test.x().length;
  }

  private static List<Check> checks(double[][] accuracies) {
    List<Check> checks = new ArrayList<>();
    double[] network = accuracies[METHODS.size() - 1];
    double worst = least(network);
    checks.add(
        Check.of(
            worst >= GOOD,
            "The network learns all three: its worst accuracy is " + Text.percent(worst) + ".",
            "The network does not learn all three: its worst accuracy is "
                + Text.percent(worst)
                + "."));
    checks.add(
        Check.of(
            least(accuracies[2]) >= GOOD,
            "The kernel does so too if its width was guessed well.",
            "The kernel does not do so even with the width that was taken for a good one."));
    for (int m : new int[] {0, 1, 3}) {
      List<String> behind = new ArrayList<>();
      for (int p = 0; p < network.length; p++) {
        if (accuracies[m][p] <= network[p] - BEHIND) {
          behind.add(PLANES.get(p).title());
        }
      }
      String method = METHODS.get(m);
      checks.add(
          Check.of(
              !behind.isEmpty(),
              "\"%s\" was the wrong guess for %s."
                  .formatted(method, behind.stream().collect(Collectors.joining(", "))),
              "\"%s\" is as good as the network everywhere.".formatted(method)));
    }
    return checks;
  }

  private static double least(double[] values) {
    double least = 1;
    for (double value : values) {
      least = Math.min(least, value);
    }
    return least;
  }

  private static Panel panel(
      Axis up, String title, DoubleBinaryOperator method, Plane.Sample test) {
    List<Point> zeros = new ArrayList<>();
    List<Point> ones = new ArrayList<>();
    for (int i = 0; i < test.x().length; i++) {
      (test.y()[i] == 0 ? zeros : ones).add(new Point(test.x()[i][0], test.x()[i][1]));
    }
    List<Series> series = new ArrayList<>();
    series.add(new Series("y = 0", zeros, Look.DISCS, Hue.BLUE));
    series.add(new Series("y = 1", ones, Look.TRIANGLES, Hue.AMBER));
    List<Point> boundary = Contour.of(method, X, Y, 48).line(0);
    if (!boundary.isEmpty()) {
      series.add(new Series("edge", boundary, Look.LINE, Hue.BLACK));
    }
    return new Panel(title, X, up, series, true);
  }
}
