package dev.nn.core.internal.shard;

import dev.nn.api.DataException;
import dev.nn.api.NnException;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.ParameterSlot;
import dev.nn.core.internal.engine.Divergence;
import dev.nn.core.internal.engine.EngineSettings;
import dev.nn.core.internal.engine.Initialization;
import dev.nn.core.internal.engine.LayerAdaptation;
import dev.nn.core.internal.engine.ParameterStep;
import dev.nn.core.internal.run.FailedPlugin;
import dev.nn.core.internal.run.TrainingSettings;
import dev.nn.core.training.ShardGradient;
import dev.nn.core.training.ShardResult;
import dev.nn.core.training.ShardState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is computed where the results of the shards come together. They are added up in the order of
 * the shards and each counts by its rows, so the sums do not depend on where or when a result was
 * made.
 */
public final class ShardSums {
  private final Architecture network;
  private final TrainingSettings settings;

  public ShardSums(Architecture network, TrainingSettings settings) {
    this.network = network;
    this.settings = settings;
  }

  /** The state before the first step, with weights from the seed. */
  public ShardState start() {
    return FailedPlugin.naming(
        () -> {
          float[] parameters = Initialization.parameters(network, settings.seed());
          if (new LayerAdaptation(network, parameters).isWanted()) {
            throw new NnException(
                "a layer of %s learns from all rows before the first step, which no shard sees: scale the features before they get here and leave it out, or start from a model in which it has learnt"
                    .formatted(network.spec()));
          }
          return start(parameters);
        });
  }

  /** The state before the first step with given weights, whose array is taken over. */
  public ShardState start(float[] parameters) {
    EngineSettings wanted = settings.engine(1);
    return States.of(parameters, ParameterStep.initialState(wanted.optimizer(), parameters.length));
  }

  /** The mean of what the shards have come to, optimizer and schedule included. */
  public ShardState average(List<ShardResult> results) {
    List<ShardResult> counting = results.stream().filter(result -> result.rows() > 0).toList();
    if (counting.isEmpty()) {
      throw empty();
    }
    ShardState first = counting.get(0).state();
    List<float[]> floats = new ArrayList<>();
    for (int i = 0; i < first.floats().length; i++) {
      WeightedMean mean = new WeightedMean(first.floats()[i].length);
      for (ShardResult result : counting) {
        mean.add(result.state().floats()[i], (double) result.rows());
      }
      floats.add(mean.floats());
    }
    double[][] numbers = new double[first.numbers().length][];
    for (int i = 0; i < numbers.length; i++) {
      WeightedMean mean = new WeightedMean(first.numbers()[i].length);
      for (ShardResult result : counting) {
        mean.add(result.state().numbers()[i], (double) result.rows());
      }
      numbers[i] = mean.doubles();
    }
    return new ShardState(floats.toArray(float[][]::new), numbers, first.steps());
  }

  /** The state after one update by the mean of the shards' gradients. */
  public ShardState update(ShardState at, int epoch, List<ShardGradient> gradients) {
    WeightedMean mean = new WeightedMean(at.parameters().length);
    boolean isEmpty = true;
    for (ShardGradient gradient : gradients) {
      if (gradient.rows() > 0) {
        mean.add(gradient.values(), (double) gradient.rows());
        isEmpty = false;
      }
    }
    if (isEmpty) {
      throw empty();
    }
    float[] values = mean.floats();
    float[] parameters = at.parameters().clone();
    for (ParameterSlot slot : network.parameters()) {
      if (!slot.parameter().trainable()) {
        System.arraycopy(values, slot.offset(), parameters, slot.offset(), slot.size());
      }
    }
    ParameterStep step = step(at, parameters);
    Optional<Divergence> divergence = FailedPlugin.naming(() -> step.update(values));
    if (divergence.isPresent()) {
      throw ShardWork.diverged(divergence.get(), epoch, at.steps() + 1);
    }
    return States.of(parameters, step.state());
  }

  /** The state after the schedule of the learning rate was told that an epoch is over. */
  public ShardState epochEnded(ShardState at, double monitored) {
    ParameterStep step = step(at, at.parameters());
    FailedPlugin.naming(
        () -> {
          step.epochEnded(monitored);
          return step;
        });
    return States.of(at.parameters(), step.state());
  }

  /** The learning rate of the next step. */
  public double learningRate(ShardState at) {
    return FailedPlugin.naming(step(at, at.parameters())::learningRate);
  }

  private ParameterStep step(ShardState at, float[] parameters) {
    return new ParameterStep(network, parameters, settings.engine(1), States.engine(at));
  }

  private static DataException empty() {
    return new DataException("the shards have no rows, so there is nothing to learn from");
  }
}
