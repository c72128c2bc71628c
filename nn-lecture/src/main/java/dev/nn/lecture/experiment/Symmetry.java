package dev.nn.lecture.experiment;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.TrainingSession;
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
import java.util.ArrayList;
import java.util.List;

/**
 * Statement 15: neurons that start equal stay equal.
 *
 * @param equal the initializer that is claimed to keep all neurons the same
 */
public record Symmetry(String equal) implements Experiment {
  private static final int UNITS = 4;
  private static final int STEPS = 1500;
  private static final String RANDOM = "xavier_normal";

  /** Makes the experiment as the lecture has it. */
  public Symmetry() {
    this("constant(value=0.5)");
  }

  /** What became of one start. */
  private record Outcome(double spread, double loss, List<List<Point>> paths) {}

  @Override
  public String name() {
    return "symmetry";
  }

  @Override
  public String title() {
    return "neurons that start equal stay equal for ever, so that four are worth one";
  }

  @Override
  public List<String> claim() {
    return List.of(
        "If all w_ij[l] start equal, then all neurons of layer l have the same ∂L/∂w_ij[l] and stay the"
            + " same after W[l] ← W[l] − α ∂L/∂W[l], for ever.",
        "Weights that start random do not, and so the network can learn exclusive or.");
  }

  @Override
  public Finding run(long seed) {
    Outcome same = train(equal, seed);
    Outcome random = train(RANDOM, seed);
    List<List<String>> rows =
        List.of(
            List.of(equal, Text.of(same.spread()), Text.of(same.loss())),
            List.of(RANDOM, Text.of(random.spread()), Text.of(random.loss())));
    return new Finding(
        List.of(
            new Figures(
                "Network 2-4-1 on exclusive or, after %s steps".formatted(STEPS),
                List.of("start", "largest difference between neurons", "loss"),
                rows)),
        List.of(
            Check.of(
                same.spread() == 0,
                "From %s the four hidden neurons are the same to the bit after %s steps."
                    .formatted(equal, STEPS),
                "From %s the four hidden neurons are up to %s apart after %s steps."
                    .formatted(equal, Text.of(same.spread()), STEPS)),
            Check.of(
                random.spread() > 0.1,
                "From %s they are up to %s apart.".formatted(RANDOM, Text.of(random.spread())),
                "From %s they are only %s apart.".formatted(RANDOM, Text.of(random.spread()))),
            Check.of(
                random.loss() < same.loss() - 0.05,
                "Equal neurons are left with the loss %s, random ones reach %s."
                    .formatted(Text.of(same.loss()), Text.of(random.loss())),
                "Equal neurons reach the loss %s, random ones %s: no worse."
                    .formatted(Text.of(same.loss()), Text.of(random.loss())))),
        Picture.row(panel("all start equal: one line", same), panel("random start", random)));
  }

  private static Outcome train(String initializer, long seed) {
    Network network =
        Network.of(
            2,
            "dense(units=%s, activation=tanh, initializer=%s)".formatted(UNITS, initializer),
            "dense(units=1, activation=sigmoid, initializer=%s)".formatted(initializer));
    Dataset xor =
        Lab.binary(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new int[] {0, 1, 1, 0});
    List<List<Point>> paths = new ArrayList<>();
    for (int i = 0; i < UNITS; i++) {
      paths.add(new ArrayList<>());
    }
    try (TrainingSession session =
        Lab.trainer("binary_crossentropy", "sgd(learning_rate=0.5)", STEPS, 4, seed)
            .shuffle(false)
            .build()
            .start(network, xor)) {
      boolean more = true;
      while (more) {
        if (session.steps() % 10 == 0) {
          float[] kernel = session.model().parameter("0.dense.kernel");
          for (int i = 0; i < UNITS; i++) {
            paths.get(i).add(new Point(session.steps(), kernel[i]));
          }
        }
        more = session.step();
      }
      return new Outcome(spread(session.model()), session.batchLoss(), paths);
    }
  }

  /** The largest difference between a weight of one hidden neuron and that of another. */
  private static double spread(Model model) {
    double spread = 0;
    for (String name : List.of("0.dense.kernel", "0.dense.bias", "1.dense.kernel")) {
      float[] values = model.parameter(name);
      for (int k = 0; k < values.length; k += UNITS) {
        for (int i = 1; i < UNITS; i++) {
          spread = Math.max(spread, Math.abs((double) values[k + i] - values[k]));
        }
      }
    }
    return spread;
  }

  private static Panel panel(String title, Outcome outcome) {
    List<Series> series = new ArrayList<>();
    double largest = 1;
    for (List<Point> path : outcome.paths()) {
      Look look = series.size() % 2 == 0 ? Look.LINE : Look.DASHED;
      series.add(new Series("w_" + (series.size() + 1) + "1", path, look, Hue.of(series.size())));
      for (Point point : path) {
        largest = Math.max(largest, Math.abs(point.y()));
      }
    }
    double bound = Math.ceil(largest);
    return new Panel(
        title, Axis.of("step", 0, STEPS), Axis.of("w_i1[1]", -bound, bound), series, true);
  }
}
