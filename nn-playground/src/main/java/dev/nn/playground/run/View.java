package dev.nn.playground.run;

import dev.nn.core.LayerHealth;
import dev.nn.core.Model;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Matrix;
import dev.nn.playground.recipe.Goal;
import dev.nn.playground.recipe.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Works out what is to be seen of a snapshot. It keeps the memory for that, so each who looks has a
 * view of his own; for one thread at a time.
 */
public final class View {
  /** The points of the large picture in a row and in a column. */
  public static final int SIDE = 64;

  /** Those of the picture of a neuron. */
  public static final int NEURON_SIDE = 32;

  private static final long HEALTH_NANOS = 200_000_000;
  private static final int MIDDLE = 128;
  private static final int REACH = 127;

  private final Plan plan;
  private final Neurons neurons;
  private final Measured train;
  private final Measured test;
  private final Slopes slopes;
  private final Dataset points;
  private long healthTime = System.nanoTime() - HEALTH_NANOS;

  /** Prepares the memory for a plan. */
  public View(Plan plan, PluginRegistry registry) {
    this.plan = plan;
    this.neurons = new Neurons(plan, registry, SIDE);
    this.train = new Measured(plan, plan.train());
    this.test = new Measured(plan, plan.test());
    this.slopes = new Slopes(plan);
    this.points = plan.trainingSet();
  }

  /** Works a snapshot out. */
  public Frame frame(Snapshot snapshot) {
    Model model = snapshot.model();
    neurons.compute(model);
    Measured.Marks onTrain = train.of(model);
    Measured.Marks onTest = test.of(model);
    return new Frame(
        snapshot,
        onTrain.loss(),
        onTest.loss(),
        onTrain.accuracy(),
        onTest.accuracy(),
        answers(),
        plan.train().classes() > 2 ? Optional.of(leads()) : Optional.empty(),
        pictures(),
        weights(model),
        layers(snapshot));
  }

  /** For two classes the side of the boundary, with 128 on it; for more, the class. */
  private byte[] answers() {
    Goal goal = plan.goal();
    Matrix output = neurons.of(neurons.layers() - 1);
    byte[] answers = new byte[SIDE * SIDE];
    boolean isClass = plan.train().classes() > 2;
    for (int i = 0; i < answers.length; i++) {
      answers[i] =
          isClass ? (byte) Answers.label(output, i, goal) : scaled(Answers.side(output, i, goal));
    }
    return answers;
  }

  private byte[] leads() {
    Matrix output = neurons.of(neurons.layers() - 1);
    byte[] leads = new byte[SIDE * SIDE];
    for (int i = 0; i < leads.length; i++) {
      leads[i] = scaled(Answers.lead(output, i));
    }
    return leads;
  }

  private static byte scaled(double share) {
    return (byte) (MIDDLE + Math.round(REACH * Math.max(-1, Math.min(share, 1))));
  }

  /** What each neuron of a hidden layer makes of the plane, 128 for 0 and brightest at its most. */
  private List<byte[]> pictures() {
    List<byte[]> pictures = new ArrayList<>();
    for (int layer = 0; layer < neurons.layers() - 1; layer++) {
      Matrix values = neurons.of(layer);
      byte[] ofLayer = new byte[values.columns() * NEURON_SIDE * NEURON_SIDE];
      for (int neuron = 0; neuron < values.columns(); neuron++) {
        picture(values, neuron, ofLayer);
      }
      pictures.add(ofLayer);
    }
    return pictures;
  }

  private static void picture(Matrix values, int neuron, byte[] pictures) {
    int coarser = SIDE / NEURON_SIDE;
    double most = Float.MIN_NORMAL;
    for (int i = 0; i < values.rows(); i++) {
      most = Math.max(most, Math.abs(values.get(i, neuron)));
    }
    int at = neuron * NEURON_SIDE * NEURON_SIDE;
    for (int row = 0; row < NEURON_SIDE; row++) {
      for (int column = 0; column < NEURON_SIDE; column++) {
        int point = row * coarser * SIDE + column * coarser;
        pictures[at++] = scaled(values.get(point, neuron) / most);
      }
    }
  }

  /** The kernel and the bias of each layer. */
  private List<Frame.Weights> weights(Model model) {
    List<Frame.Weights> weights = new ArrayList<>();
    for (int layer = 0; layer < neurons.layers(); layer++) {
      weights.add(
          new Frame.Weights(
              model.parameter(layer + ".dense.kernel"), model.parameter(layer + ".dense.bias")));
    }
    return weights;
  }

  /** The health of the layers, some times a second; nothing in between. */
  private Optional<List<Frame.LayerState>> layers(Snapshot snapshot) {
    long now = System.nanoTime();
    if (snapshot.state() == State.RUNNING && now - healthTime < HEALTH_NANOS) {
      return Optional.empty();
    }
    healthTime = now;
    double[] norms = slopes.norms(snapshot.model());
    List<LayerHealth> healths = snapshot.model().health(points);
    List<Frame.LayerState> layers = new ArrayList<>();
    for (int layer = 0; layer < norms.length; layer++) {
      int index = layer;
      layers.add(
          new Frame.LayerState(
              norms[layer],
              healths.stream().filter(h -> h.layer() == index).findFirst().map(this::inOurTerms)));
    }
    return Optional.of(layers);
  }

  private LayerHealth inOurTerms(LayerHealth health) {
    return new LayerHealth(
        health.layer(),
        health.name(),
        health.units(),
        health.dead(),
        health.saturated(),
        health.problem().map(plan.advice()::ofLayer));
  }
}
