package dev.nn.core.internal.shard;

import dev.nn.core.dataset.Dataset;
import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.ParameterSlot;
import dev.nn.core.internal.architecture.PluginFailure;
import dev.nn.core.internal.engine.Divergence;
import dev.nn.core.internal.engine.EngineSettings;
import dev.nn.core.internal.engine.EngineState;
import dev.nn.core.internal.engine.Evaluation;
import dev.nn.core.internal.engine.Streams;
import dev.nn.core.internal.engine.TrainingEngine;
import dev.nn.core.internal.run.AllRows;
import dev.nn.core.internal.run.FailedPlugin;
import dev.nn.core.internal.run.TrainingSettings;
import dev.nn.core.training.ShardEvaluation;
import dev.nn.core.training.ShardGradient;
import dev.nn.core.training.ShardResult;
import dev.nn.core.training.ShardSlice;
import dev.nn.core.training.ShardState;
import dev.nn.core.training.TrainingException;
import dev.nn.math.Matrix;

/**
 * What is computed where the rows of a shard are, by the thread that calls: functions of a state
 * and of the rows, which keep nothing. All that is random follows from the seed, the shard and the
 * number of the step.
 */
public final class ShardWork {
  private final Architecture network;
  private final TrainingSettings settings;

  public ShardWork(Architecture network, TrainingSettings settings) {
    this.network = network;
    this.settings = settings;
  }

  /** Takes the steps of a slice, one after the other. */
  public ShardResult steps(ShardState from, Dataset rows, ShardSlice slice) {
    if (rows.rows() == 0) {
      return new ShardResult(from, 0, 0);
    }
    float[] parameters = from.parameters().clone();
    ShardRows source = source(rows, slice);
    double lossSum = 0;
    long seen = 0;
    try (TrainingEngine engine = engine(parameters, from, source, slice)) {
      for (int step = slice.first(); step < slice.end(); step++) {
        int count = source.goTo(step);
        double loss = step(engine, source, count, slice);
        lossSum += loss * count;
        seen += count;
      }
      return new ShardResult(States.of(parameters, engine.state()), lossSum, seen);
    }
  }

  private static double step(TrainingEngine engine, ShardRows source, int count, ShardSlice slice) {
    double loss;
    try {
      loss = engine.step(source, count);
    } catch (PluginFailure e) {
      throw FailedPlugin.inTraining(e, slice.epoch(), engine.steps() + 1);
    }
    if (engine.divergence().isPresent()) {
      throw diverged(engine.divergence().get(), slice.epoch(), engine.steps());
    }
    return loss;
  }

  static TrainingException diverged(Divergence divergence, int epoch, long step) {
    return new TrainingException(epoch, step, divergence.layer(), FailedPlugin.problem(divergence));
  }

  /** The gradient of the first step of a slice. */
  public ShardGradient gradient(ShardState at, Dataset rows, ShardSlice slice) {
    if (rows.rows() == 0) {
      return new ShardGradient(new float[0], 0, 0);
    }
    float[] parameters = at.parameters().clone();
    ShardRows source = source(rows, slice);
    try (TrainingEngine engine = engine(parameters, at, source, slice)) {
      int count = source.goTo(slice.first());
      double loss = engine.gradient(source, count);
      if (engine.divergence().isPresent()) {
        throw diverged(engine.divergence().get(), slice.epoch(), at.steps() + 1);
      }
      float[] values = engine.gradients();
      for (ParameterSlot slot : network.parameters()) {
        if (!slot.parameter().trainable()) {
          System.arraycopy(parameters, slot.offset(), values, slot.offset(), slot.size());
        }
      }
      return new ShardGradient(values, loss * count, count);
    } catch (PluginFailure e) {
      throw FailedPlugin.inTraining(e, slice.epoch(), at.steps() + 1);
    }
  }

  private ShardRows source(Dataset rows, ShardSlice slice) {
    return new ShardRows(rows, slice, seed(slice), settings.shuffling());
  }

  private long seed(ShardSlice slice) {
    return Streams.shard(settings.seed(), slice.shard());
  }

  /** An engine for the calling thread alone, since the machine's other cores have other shards. */
  private TrainingEngine engine(
      float[] parameters, ShardState from, ShardRows source, ShardSlice slice) {
    EngineSettings wanted =
        new EngineSettings(
            settings.loss(),
            settings.optimizer(),
            settings.undecayed(),
            settings.clipping(),
            settings.averaging(),
            seed(slice),
            source.largestBatch(),
            1,
            true);
    TrainingEngine engine = new TrainingEngine(network, parameters, wanted);
    EngineState state = States.engine(from);
    engine.restore(state);
    return engine;
  }

  /**
   * Evaluates the rows of a shard.
   *
   * @param keepsPredictions whether the predictions are wanted as well as the loss
   */
  public ShardEvaluation evaluate(ShardState at, Dataset rows, boolean keepsPredictions) {
    int columns = network.output().size();
    Matrix predictions = Matrix.zeros(keepsPredictions ? rows.rows() : 0, columns);
    if (rows.rows() == 0) {
      return new ShardEvaluation(0, 0, predictions);
    }
    double[] weights = new double[rows.rows()];
    for (int row = 0; row < weights.length; row++) {
      weights[row] = rows.weight(row);
    }
    Evaluation evaluation =
        new Evaluation(
            network, at.parameters(), settings.loss(), new AllRows(rows, weights), rows.rows(), 1);
    evaluation.start();
    while (evaluation.hasMore()) {
      FailedPlugin.naming(
          () -> {
            evaluation.run(0);
            return evaluation;
          });
      if (keepsPredictions) {
        Matrix window = evaluation.predictions();
        window.copyTo(predictions.rows(evaluation.from(), evaluation.from() + window.rows()));
      }
      evaluation.advance();
    }
    return new ShardEvaluation(evaluation.meanLoss() * rows.rows(), rows.rows(), predictions);
  }
}
