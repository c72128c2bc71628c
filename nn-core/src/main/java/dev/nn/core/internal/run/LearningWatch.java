package dev.nn.core.internal.run;

import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.ParameterSlot;
import dev.nn.core.internal.engine.TrainingEngine;
import dev.nn.core.message.Plural;
import dev.nn.core.training.EpochRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a run for signs that nothing is learnt, and says so once, with what to try. A run that is
 * silent until its last epoch costs its user all of it. On a run that learns it says nothing, so
 * each sign counts only where the loss agrees with it.
 */
final class LearningWatch {
  private static final Logger LOG = LoggerFactory.getLogger("dev.nn.core.Trainer");

  /** Larger rates make sense with no optimizer that there is. */
  private static final double ABSURD_RATE = 100;

  private static final int FEWEST_EPOCHS = 5;

  /** Fewer steps need not have come anywhere. */
  private static final int FEWEST_STEPS = 100;

  private final Architecture network;
  private final float[] parameters;
  private final Examples train;
  private final LayerWatch layers;
  private final int halfWay;
  private final List<String> said = new ArrayList<>();
  private final LossWatch losses;
  private final Supplier<OptionalDouble> exactLoss;
  private @Nullable WeightSample firstWeights;
  private boolean isNanTold;
  private boolean isExplained;

  /**
   * Before a run.
   *
   * @param parameters the flat array, as it changes
   * @param epochs how many are planned
   * @param isFused whether the loss enters before the last activation
   * @param exactLoss computes the loss on the training set with the weights of the moment; nothing
   *     if the thread is interrupted
   */
  LearningWatch(
      Architecture network,
      float[] parameters,
      Examples train,
      int epochs,
      boolean isFused,
      Supplier<OptionalDouble> exactLoss) {
    this.exactLoss = exactLoss;
    this.network = network;
    this.parameters = parameters;
    this.train = train;
    this.layers = new LayerWatch(network, isFused);
    this.losses =
        new LossWatch(train.onlyTarget().isPresent() ? OptionalDouble.empty() : train.guess());
    this.halfWay = Math.max(FEWEST_EPOCHS, (epochs + 1) / 2);
  }

  /** All that was said, in order. */
  List<String> said() {
    return List.copyOf(said);
  }

  /** The same thing is said once only. */
  private void say(String text) {
    if (!said.contains(text)) {
      LOG.warn("{}", text);
      said.add(text);
    }
  }

  /** Says why nothing is learnt, after which it is not said again that nothing is. */
  private void explain(String text) {
    isExplained = true;
    say(text);
  }

  /** Before the first step. */
  void runStarted() {
    if (network.parameters().stream().map(ParameterSlot::parameter).noneMatch(p -> p.trainable())) {
      explain("no parameter of the network is trainable: there is nothing that could be learnt");
    }
    train
        .onlyTarget()
        .ifPresent(
            target ->
                explain(
                    "all labels are the same: each of the %s has the target %s, so the best answer is the same whatever the features are; look whether the targets were read from the right column, and whether the rows were chosen by chance"
                        .formatted(Plural.of(train.rows(), "training example"), target)));
  }

  /**
   * After the first step of a run.
   *
   * @param before the weights before it
   * @param loss the loss of its batch
   */
  void firstStepEnded(float[] before, double loss, double learningRate) {
    firstWeights = new WeightSample(network, before);
    if (learningRate > ABSURD_RATE) {
      say(
          "the learning rate is %s, far more than networks learn with: try 0.001 with adam, 0.01 with sgd"
              .formatted(learningRate));
    }
    if (loss == 0 || losses.isGood(loss) || !Arrays.equals(before, parameters)) {
      return;
    }
    if (learningRate == 0) {
      say(
          "the first step changed no weight, since the learning rate is 0: give the optimizer a"
              + " learning_rate above 0, such as 0.01");
    } else {
      say(
          "the first step changed no weight: either every gradient is 0, because units are dead or saturated (scale the features with a normalization layer, or try another initializer), or the learning rate %s is too small"
              .formatted(learningRate));
    }
  }

  /**
   * After a step: in some epochs the layers are looked at in passing, while their batch is there.
   */
  void stepEnded(TrainingEngine engine, double loss, int epoch, int rows) {
    losses.stepEnded(loss - engine.penalty(), rows);
    if (epoch == 1 || epoch == halfWay) {
      layers.look(engine, rows);
    }
  }

  /** After an epoch. */
  void epochEnded(EpochRecord record, long steps) {
    int epoch = record.epoch();
    OptionalDouble validationLoss = record.validationLoss();
    if (validationLoss.isPresent() && Double.isNaN(validationLoss.getAsDouble()) && !isNanTold) {
      isNanTold = true;
      say(
          "the validation loss of epoch %s is NaN, so there is nothing to judge this epoch by: early stopping and schedules that watch the loss take it for no improvement; look for validation examples with very large features"
              .formatted(epoch));
    }
    losses.epochEnded(validationLoss);
    lookAtLayers(epoch);
    if (!isExplained) {
      losses.exploded(epoch).ifPresent(this::explain);
    }
    if (!isExplained && epoch >= halfWay && steps >= FEWEST_STEPS) {
      rateTooSmall(record)
          .or(() -> losses.noBetterThanGuessing(epoch, exactLoss))
          .ifPresent(this::explain);
    }
  }

  private void lookAtLayers(int epoch) {
    if (!layers.hasLooked()) {
      return;
    }
    layers.dead().forEach(this::explain);
    if (epoch == 1) {
      layers.exploded().ifPresent(this::explain);
    }
    if (!isExplained && losses.isStuck(epoch)) {
      layers.saturated().forEach(this::explain);
    }
    layers.forget();
  }

  private Optional<String> rateTooSmall(EpochRecord record) {
    WeightSample first = firstWeights;
    firstWeights = null;
    if (first == null || record.learningRate() == 0 || !losses.hasHardlyMoved()) {
      return Optional.empty();
    }
    double change = first.relativeChange(parameters);
    return change > 0 && change < 0.001
        ? Optional.of(
            "after %s the weights have changed by %s %% and the loss has gone from %s to %s: the learning rate %s is far too small; try a hundred times as much, or start with 0.001 for adam and 0.01 for sgd"
                .formatted(
                    Plural.of(record.epoch(), "epoch"),
                    (float) (100 * change),
                    (float) losses.first(),
                    (float) losses.last(),
                    record.learningRate()))
        : Optional.empty();
  }
}
