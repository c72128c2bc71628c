package dev.nn.lecture.experiment;

import dev.nn.api.Loss;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.TrainingSession;
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
import dev.nn.lecture.step.LayerStep;
import dev.nn.lecture.step.Recorder;
import dev.nn.math.CounterRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Statements 13 and 14: the update, after all examples, after some, or after each.
 *
 * @param optimizer that which is claimed to do W ← W − α ∂L/∂W, with α = 0.5
 */
public record Descent(String optimizer) implements Experiment {
  private static final int EXAMPLES = 48;
  private static final int EPOCHS = 6;
  private static final double ALPHA = 0.5;
  private static final double ROUNDING = 1e-6;

  /** The values of the contours stand on the diagonal, left of here and away from the paths. */
  private static final double MIDDLE = 0.55;

  /** The paths end in the innermost contour, which stays without its value. */
  private static final double NEAREST = 0.02;

  private static final Axis W = Axis.of("w", -3.5, 4.5);
  private static final Axis B = Axis.of("b", -3, 3.5);

  /** Makes the experiment as the lecture has it. */
  public Descent() {
    this("sgd(learning_rate=" + ALPHA + ")");
  }

  /** The way from the start: the weights and the loss of all examples, after each step. */
  private record Path(int batch, List<Point> points, List<Double> losses, boolean isShuffled) {
    double last() {
      return losses.get(losses.size() - 1);
    }

    double rises() {
      int rises = 0;
      for (int i = 1; i < losses.size(); i++) {
        rises += losses.get(i) > losses.get(i - 1) ? 1 : 0;
      }
      return rises / (losses.size() - 1.0);
    }
  }

  @Override
  public String name() {
    return "sgd";
  }

  @Override
  public String title() {
    return "descent after all examples, after a few or after each: paths over the loss";
  }

  @Override
  public List<String> claim() {
    return List.of(
        "W[l] ← W[l] − α ∂L/∂W[l],  b[l] ← b[l] − α ∂L/∂b[l].",
        "Stochastic: the update follows each example or each mini-batch, in random order. In %s passes"
                .formatted(EPOCHS)
            + " over the examples that gets further than one update a pass, but not every step goes"
            + " down.");
  }

  @Override
  public Finding run(long seed) {
    Network network = Lab.neuron(Lab.registry().activation("sigmoid"));
    Loss loss = Lab.registry().loss("binary_crossentropy");
    Dataset examples = examples(seed);
    Model start = Lab.neuron(network, -2.5, 2.5);
    double error = ruleError(start, examples, loss);
    List<Path> paths = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    for (int batch : new int[] {EXAMPLES, 8, 1}) {
      Path path = path(start, examples, loss, batch, seed);
      paths.add(path);
      rows.add(
          List.of(
              name(path),
              String.valueOf(path.points().size() - 1),
              Text.of(path.losses().get(0)),
              Text.of(path.last()),
              Text.percent(path.rises())));
    }
    Path all = paths.get(0);
    Path each = paths.get(2);
    return new Finding(
        List.of(
            new Figures(
                "One neuron, %s examples, %s passes over them, %s"
                    .formatted(EXAMPLES, EPOCHS, optimizer),
                List.of("update after", "steps", "L at the start", "L at the end", "steps uphill"),
                rows)),
        List.of(
            Check.of(
                error < ROUNDING,
                "One step is W − %s ∂L/∂W and b − %s ∂L/∂b to rounding: %s apart."
                    .formatted(ALPHA, ALPHA, Text.of(error)),
                "One step is not W − %s ∂L/∂W: %s apart.".formatted(ALPHA, Text.of(error))),
            Check.of(
                each.last() < all.last(),
                "After %s passes, L is %s with an update for each example and %s with one a pass."
                    .formatted(EPOCHS, Text.of(each.last()), Text.of(all.last())),
                "After %s passes, L is %s with an update for each example, not below the %s of one a"
                        .formatted(EPOCHS, Text.of(each.last()), Text.of(all.last()))
                    + " pass."),
            Check.of(
                all.rises() == 0 && each.rises() > 0.1,
                "All examples at once never go uphill; one at a time, %s of the steps do."
                    .formatted(Text.percent(each.rises())),
                "All examples at once go uphill in %s of the steps, one at a time in %s."
                    .formatted(Text.percent(all.rises()), Text.percent(each.rises()))),
            Check.of(
                each.isShuffled(),
                "Each pass has every example once, in another order than the pass before.",
                "The passes do not have every example once in a new order.")),
        picture(network, examples, loss, paths));
  }

  private static String name(Path path) {
    return path.batch() == EXAMPLES
        ? "all examples"
        : path.batch() == 1 ? "each example" : path.batch() + " examples";
  }

  /** y = 1 is likelier the larger x is, so that no line parts the classes. */
  private static Dataset examples(long seed) {
    CounterRandom random = CounterRandom.of(seed, 1);
    float[][] x = new float[EXAMPLES][1];
    int[] y = new int[EXAMPLES];
    for (int i = 0; i < EXAMPLES; i++) {
      x[i][0] = (float) random.nextGaussian();
      y[i] = random.nextDouble() < 1 / (1 + StrictMath.exp(-1.5 * x[i][0])) ? 1 : 0;
    }
    return Lab.binary(x, y);
  }

  private double ruleError(Model start, Dataset examples, Loss loss) {
    LayerStep step =
        new Recorder(Lab.registry(), loss, optimizer).step(start, examples).layers().get(0);
    double w = step.w().get(0, 0) - ALPHA * step.dw().get(0, 0);
    double b = step.b().orElseThrow().get(0, 0) - ALPHA * step.db().orElseThrow().get(0, 0);
    return Math.max(
        Math.abs(step.newW().get(0, 0) - w), Math.abs(step.newB().orElseThrow().get(0, 0) - b));
  }

  private Path path(Model start, Dataset examples, Loss loss, int batch, long seed) {
    ReadOrder order = new ReadOrder(examples);
    List<Point> points = new ArrayList<>();
    List<Double> losses = new ArrayList<>();
    Set<List<Integer>> orders = new HashSet<>();
    boolean isComplete = true;
    try (TrainingSession session =
        Lab.trainer("binary_crossentropy", optimizer, EPOCHS, batch, seed)
            .build()
            .start(start, order)) {
      order.take();
      boolean more = true;
      while (more) {
        note(session.model(), examples, loss, points, losses);
        more = session.step();
        if (session.history().size() > orders.size()) {
          List<Integer> pass = order.take();
          isComplete &= pass.size() == EXAMPLES && new HashSet<>(pass).size() == EXAMPLES;
          orders.add(pass);
        }
      }
      note(session.model(), examples, loss, points, losses);
    }
    return new Path(batch, points, losses, isComplete && orders.size() == EPOCHS);
  }

  private static void note(
      Model model, Dataset examples, Loss loss, List<Point> points, List<Double> losses) {
    points.add(new Point(model.parameter("0.dense.kernel")[0], model.parameter("0.dense.bias")[0]));
    losses.add(Differences.loss(model, examples, loss));
  }

  private static double across(Point point) {
    return W.place(point.x());
  }

  private static double up(Point point) {
    return B.place(point.y());
  }

  private static Picture picture(Network network, Dataset examples, Loss loss, List<Path> paths) {
    Contour surface =
        Contour.of((w, b) -> Differences.loss(Lab.neuron(network, w, b), examples, loss), W, B, 40);
    List<Panel> panels = new ArrayList<>();
    for (Path path : paths) {
      List<Series> series = new ArrayList<>();
      for (double above : new double[] {0.02, 0.1, 0.3, 0.7, 1.2, 2}) {
        List<Point> line = surface.line(surface.least() + above);
        series.add(new Series("L " + above, line, Look.LINE, Hue.GREY));
        line.stream()
            .filter(point -> above > NEAREST && !point.isGap() && across(point) < MIDDLE)
            .min(Comparator.comparingDouble(point -> Math.abs(up(point) - across(point))))
            .map(List::of)
            .map(
                at ->
                    new Series(
                        Text.format("%.2f", surface.least() + above), at, Look.NAME, Hue.BLACK))
            .ifPresent(series::add);
      }
      series.add(
          new Series(
              "path",
              path.points(),
              path.batch() == 1 ? Look.LINE : Look.MARKED,
              Hue.of(panels.size())));
      panels.add(new Panel("update after " + name(path), W, B, series, false));
    }
    return Picture.row(panels.toArray(Panel[]::new));
  }
}
