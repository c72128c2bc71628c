package dev.nn.core;

import dev.nn.api.NnException;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.internal.engine.EngineSettings.Averaging;
import dev.nn.core.internal.run.ClassWeights;
import dev.nn.core.internal.run.TrainingSettings;
import dev.nn.core.internal.saved.Provenance;
import dev.nn.core.internal.shard.RowCheck;
import dev.nn.core.internal.shard.ShardSums;
import dev.nn.core.internal.shard.ShardWork;
import dev.nn.core.plugin.PluginRecord;
import dev.nn.core.training.ShardEvaluation;
import dev.nn.core.training.ShardGradient;
import dev.nn.core.training.ShardResult;
import dev.nn.core.training.ShardSlice;
import dev.nn.core.training.ShardState;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The parts of a training whose rows lie in several places, called shards: functions of weights and
 * rows, which keep nothing and may be called anywhere, by any number of threads, and again if a
 * result is lost. Whoever sends states and results to and fro decides the rest. A round of local
 * steps, after which the shards agree on their mean, is
 *
 * <pre>{@code
 * ShardTrainer shards = ShardTrainer.of(network, trainer);
 * ShardState state = shards.start();
 * List<ShardResult> results = new ArrayList<>();
 * for (int shard = 0; shard < rows.size(); shard++) {   // each on another machine
 *   ShardSlice slice = new ShardSlice(shard, epoch, 0, steps, steps);
 *   results.add(shards.steps(state, rows.get(shard), slice));
 * }
 * state = shards.average(results);
 * }</pre>
 *
 * <p>and a step of which every shard computes a part of the gradient is {@link #gradient} there and
 * {@link #update} here. Sums go over the shards in their order, so the bits depend on how the rows
 * are shared out and on the seed, but not on the machines.
 *
 * <p>Of the trainer, its loss, optimizer, seed, shuffling, clipping and the parameters without
 * weight decay count; batches are what the slices make of the rows.
 */
public final class ShardTrainer {
  private final Network network;
  private final TrainingSettings settings;
  private final ShardWork work;
  private final ShardSums sums;
  private final RowCheck rowCheck;

  private ShardTrainer(Network network, TrainingSettings settings) {
    this.network = network;
    this.settings = settings;
    this.work = new ShardWork(network.architecture(), settings);
    this.sums = new ShardSums(network.architecture(), settings);
    this.rowCheck = new RowCheck(network.architecture(), settings.loss());
  }

  /**
   * Returns the parts of a training of a network as a trainer would do it.
   *
   * @throws NnException if the trainer weighs classes or sets rows aside for validation, since no
   *     shard sees all rows, or if it divides a batch by anything but its rows
   */
  public static ShardTrainer of(Network network, Trainer trainer) {
    Objects.requireNonNull(network, "network");
    TrainingSettings settings = trainer.settings();
    if (!settings.classWeights().equals(ClassWeights.NONE)) {
      throw new NnException(
          "class weights are not known in shards: give the rows weights instead (withWeights)");
    }
    if (settings.validationSplit() > 0) {
      throw new NnException(
          "shards set no rows aside for validation: leave validationSplit out, and give the rows to"
              + " evaluate");
    }
    if (!settings.averaging().equals(Averaging.BY_ROWS)) {
      throw new NnException(
          "shards take the mean over rows: leave meanByWeights and dividedPenalties out, and with"
              + " them presets that set them, such as like(\"torch\") and like(\"sklearn\")");
    }
    return new ShardTrainer(network, settings);
  }

  /**
   * Checks that targets of a kind fit the network and the loss.
   *
   * @throws dev.nn.api.ShapeException if they do not; the message says what to change
   */
  public void checkTargets(Targets targets) {
    rowCheck.targets(Objects.requireNonNull(targets, "targets"));
  }

  /**
   * Checks that the network and the loss can take a row, whose numbers are finite.
   *
   * @param features as many as the network has inputs
   * @param target as many numbers as the loss wants
   * @throws dev.nn.api.DataException if they cannot; the message does not say which row it is
   */
  public void checkRow(float[] features, float[] target) {
    rowCheck.row(features, target);
  }

  /**
   * Returns the state before the first step, with the weights that {@link Trainer#fit} would begin
   * with.
   *
   * @throws NnException if a layer, such as {@code normalization}, wants to see all rows before
   */
  public ShardState start() {
    return sums.start();
  }

  /** Returns the state before the first step with the weights of a model of the same network. */
  public ShardState start(Model model) {
    if (!model.network().equals(network)) {
      throw new NnException(
          "the model has another network:\n  %s\nthan the one to train:\n  %s"
              .formatted(model.network(), network));
    }
    return sums.start(model.parametersToTrain());
  }

  /**
   * Takes some steps on the rows of a shard, each with its update. Batches of a shard without rows
   * are none, and its result does not count.
   *
   * @throws dev.nn.core.training.TrainingException if the loss or the weights are no longer finite,
   *     or if a plugin throws an exception, which is the cause
   */
  public ShardResult steps(ShardState from, Dataset rows, ShardSlice slice) {
    return work.steps(from, rows, slice);
  }

  /**
   * Returns the state that the shards agree on after their steps: the mean of the weights, of the
   * optimizer's slots and of all other numbers, in which each shard counts by its rows.
   *
   * @param results in the order of the shards
   * @throws dev.nn.api.DataException if no shard has a row
   */
  public ShardState average(List<ShardResult> results) {
    return sums.average(results);
  }

  /**
   * Returns the gradient of the rows that a shard has in the first step of a slice.
   *
   * @throws dev.nn.core.training.TrainingException if the loss is not finite, or if a plugin throws
   *     an exception, which is the cause
   */
  public ShardGradient gradient(ShardState at, Dataset rows, ShardSlice slice) {
    return work.gradient(at, rows, slice);
  }

  /**
   * Returns the state after one update by the mean of gradients, in which each row of the batch
   * counts the same.
   *
   * @param epoch the epoch, from 1, for messages
   * @param gradients in the order of the shards
   * @throws dev.nn.core.training.TrainingException if the weights are no longer finite
   * @throws dev.nn.api.DataException if no shard has a row
   */
  public ShardState update(ShardState at, int epoch, List<ShardGradient> gradients) {
    return sums.update(at, epoch, gradients);
  }

  /**
   * Returns the state after the schedule of the learning rate was told that an epoch is over.
   *
   * @param monitored the loss of the epoch, on the validation rows if there are any
   */
  public ShardState epochEnded(ShardState at, double monitored) {
    return sums.epochEnded(at, monitored);
  }

  /** Returns the learning rate of the next step. */
  public double learningRate(ShardState at) {
    return sums.learningRate(at);
  }

  /**
   * Evaluates the weights on the rows of a shard.
   *
   * @param keepsPredictions whether the predictions are wanted as well, for metrics
   */
  public ShardEvaluation evaluate(ShardState at, Dataset rows, boolean keepsPredictions) {
    return work.evaluate(at, rows, keepsPredictions);
  }

  /**
   * Returns the model with the weights of a state.
   *
   * @param targets what it was trained to predict
   * @param features the names of the features; empty if they are not known
   * @param epochs finished epochs
   */
  public Model model(ShardState at, Targets targets, List<String> features, int epochs) {
    return new Model(
        network,
        at.parameters().clone(),
        new Provenance(
            Optional.of(targets),
            features,
            Optional.of(settings.summary(epochs, at.steps())),
            Optional.of(PluginRecord.of(settings.plugins(network.architecture()))),
            new TreeMap<>()));
  }
}
