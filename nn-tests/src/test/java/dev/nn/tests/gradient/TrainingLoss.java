package dev.nn.tests.gradient;

import dev.nn.api.Loss;
import dev.nn.core.Model;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import java.util.BitSet;
import java.util.regex.Pattern;

/**
 * The loss of a batch, penalties included, as a function of the weights, with its gradient: what
 * training sees. One step moves to the weights, the next one tells the loss there. Layers that draw
 * random numbers draw others in each step; networks that have such layers start anew for each
 * evaluation, so that it is always the same step of the same seed.
 */
public final class TrainingLoss implements AutoCloseable {
  private static final Pattern STATISTICS = Pattern.compile("\\.(moving_)?(mean|variance)$");
  private static final Pattern FROZEN = Pattern.compile("trainable=false");

  private final Model model;
  private final Dataset data;
  private final Probe probe;
  private final Trainer trainer;
  private final boolean drawsRandomNumbers;
  private TrainingSession session;

  /**
   * @param model where the weights start
   */
  public TrainingLoss(PluginRegistry registry, Loss loss, Dataset data, long seed, Model model) {
    this.model = model;
    this.data = data;
    int count = (int) model.network().parameterCount();
    this.probe = new Probe(registry.schedule("constant(value=0)"), count, trained(model));
    this.trainer =
        Trainer.builder()
            .registry(registry.with(probe))
            .loss(loss)
            .optimizer(probe)
            .batchSize(data.rows())
            .epochs(Integer.MAX_VALUE)
            .shuffle(false)
            .threads(1)
            .seed(seed)
            .build();
    this.session = trainer.start(model, data);
    session.step();
    double first = session.batchLoss();
    session.step();
    this.drawsRandomNumbers = first != session.batchLoss();
  }

  /** All parameters but the statistics that normalization layers keep, unless a layer is frozen. */
  private static BitSet trained(Model model) {
    BitSet trained = new BitSet();
    int at = 0;
    for (String name : model.parameterNames()) {
      int size = model.parameter(name).length;
      int layer = Integer.parseInt(name.substring(0, name.indexOf('.')));
      boolean isFrozen = FROZEN.matcher(model.network().layers().get(layer).toString()).find();
      trained.set(at, at + size, !isFrozen && !STATISTICS.matcher(name).find());
      at += size;
    }
    return trained;
  }

  /** The weights of the model, all parameters in a row. */
  public float[] weights() {
    float[] all = new float[(int) model.network().parameterCount()];
    int at = 0;
    for (String name : model.parameterNames()) {
      float[] values = model.parameter(name);
      System.arraycopy(values, 0, all, at, values.length);
      at += values.length;
    }
    return all;
  }

  /** The loss with these weights. */
  public double at(float[] weights) {
    if (drawsRandomNumbers) {
      session.close();
      session = trainer.start(model, data);
    }
    probe.moveTo(weights);
    session.step();
    session.step();
    return session.batchLoss();
  }

  /** The gradient with the weights of the last call of {@link #at}. */
  public float[] gradients() {
    return probe.gradients();
  }

  /** Whether a parameter is trained. */
  boolean isTrained(int index) {
    return probe.isTrained(index);
  }

  @Override
  public void close() {
    session.close();
  }
}
