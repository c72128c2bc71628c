package dev.nn.core.internal.run;

import dev.nn.core.internal.architecture.Architecture;
import dev.nn.core.internal.architecture.ParameterSlot;
import dev.nn.core.internal.architecture.Stage;
import dev.nn.core.internal.engine.TrainingEngine;
import dev.nn.core.internal.engine.UnitHealth;
import dev.nn.core.internal.engine.UnitHealths;
import dev.nn.core.message.Plural;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a run for signs that nothing is learnt, and says so once, with what to try. A run that is
 * silent until its last epoch costs its user all of it.
 */
final class LearningWatch {
  private static final Logger LOG = LoggerFactory.getLogger("dev.nn.core.Trainer");

  /** Larger rates make sense with no optimizer that there is. */
  private static final double ABSURD_RATE = 100;

  /** Units are judged by about so many rows, the first of the epoch. */
  private static final int ROWS = 256;

  private static final int FEWEST_EPOCHS = 5;

  /** Fewer steps need not have come anywhere. */
  private static final int FEWEST_STEPS = 100;

  /** A loss this close to that of a guess is none that was learnt. */
  private static final double HARDLY_BETTER = 0.995;

  private final Architecture network;
  private final float[] parameters;
  private final Examples train;
  private final int halfWay;
  private double best = Double.POSITIVE_INFINITY;
  private Map<Stage, UnitHealth> healths = Map.of();
  private int looked;
  private boolean isGuessTold;
  private boolean isNanTold;

  /**
   * @param parameters the flat array, as it changes
   * @param epochs how many are planned
   */
  LearningWatch(Architecture network, float[] parameters, Examples train, int epochs) {
    this.network = network;
    this.parameters = parameters;
    this.train = train;
    this.halfWay = Math.max(FEWEST_EPOCHS, (epochs + 1) / 2);
  }

  /** Before the first step. */
  void runStarted() {
    if (network.parameters().stream().map(ParameterSlot::parameter).noneMatch(p -> p.trainable())) {
      LOG.warn("no parameter of the network is trainable: there is nothing that could be learnt");
    }
  }

  /**
   * After the first step of a run.
   *
   * @param before the weights before it
   * @param loss the loss of its batch
   */
  void firstStepEnded(float[] before, double loss, double learningRate) {
    if (learningRate > ABSURD_RATE) {
      LOG.warn(
          "the learning rate is {}, far more than networks learn with: try 0.001 with adam, 0.01"
              + " with sgd",
          learningRate);
    }
    if (loss == 0 || !Arrays.equals(before, parameters)) {
      return;
    }
    if (learningRate == 0) {
      LOG.warn(
          "the first step changed no weight, since the learning rate is 0: give the optimizer a"
              + " learning_rate above 0, such as 0.01");
    } else {
      LOG.warn(
          "the first step changed no weight: either every gradient is 0, because units are dead or"
              + " saturated (scale the features with a normalization layer, or try another"
              + " initializer), or the learning rate {} is too small",
          learningRate);
    }
  }

  /**
   * After a step: in some epochs the units are looked at in passing, while their batch is there.
   */
  void stepEnded(TrainingEngine engine, int epoch, int rows) {
    if (epoch == 1 || epoch == halfWay) {
      if (looked == 0) {
        healths = UnitHealths.none(network);
      }
      if (looked < ROWS) {
        engine.look(healths, rows);
        looked += rows;
      }
    }
  }

  /** After an epoch. */
  void epochEnded(int epoch, long steps, double loss, OptionalDouble validationLoss) {
    if (validationLoss.isPresent() && Double.isNaN(validationLoss.getAsDouble()) && !isNanTold) {
      isNanTold = true;
      LOG.warn(
          "the validation loss of epoch {} is NaN, so there is nothing to judge this epoch by: early"
              + " stopping and schedules that watch the loss take it for no improvement; look for"
              + " validation examples with very large features",
          epoch);
    }
    best = Math.min(best, Math.min(loss, validationLoss.orElse(loss)));
    if (looked > 0) {
      warnOfDeadLayers();
      looked = 0;
    }
    OptionalDouble guess = train.guess();
    if (!isGuessTold
        && epoch >= halfWay
        && steps >= FEWEST_STEPS
        && guess.isPresent()
        && !(best < HARDLY_BETTER * guess.getAsDouble())) {
      isGuessTold = true;
      LOG.warn(
          "after {} the loss is {}, no better than guessing without a look at the features, which"
              + " gives {}: try another learning rate, scale the features with a normalization"
              + " layer, or look whether the targets have anything to do with the features",
          Plural.of(epoch, "epoch"),
          (float) best,
          (float) guess.getAsDouble());
    }
  }

  private void warnOfDeadLayers() {
    healths.forEach(
        (stage, health) -> {
          if (health.dead() == stage.output().size()) {
            LOG.warn(
                "all {} of {} ({}) are dead: their derivative is 0 for every example, so nothing"
                    + " before them learns; try a smaller learning rate, he_normal as initializer,"
                    + " leaky_relu, or a normalization layer in front",
                Plural.of(health.dead(), "unit"),
                stage.label(),
                health.activation());
          }
        });
  }
}
