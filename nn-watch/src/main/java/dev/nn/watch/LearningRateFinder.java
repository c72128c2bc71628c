package dev.nn.watch;

import dev.nn.api.NnException;
import dev.nn.api.Optimizer;
import dev.nn.api.Schedule;
import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.training.TrainingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Finds out which learning rates are worth a try, by the range test of Leslie Smith (<a
 * href="https://arxiv.org/abs/1506.01186">Cyclical Learning Rates for Training Neural Networks</a>,
 * 2015): a short training begins with a rate at which nothing happens, and each step multiplies it
 * by the same factor until the loss explodes. Where the loss falls fastest is a good rate to start
 * with.
 *
 * <pre>{@code
 * LearningRates rates = LearningRateFinder.standard().find(trainer, network, train);
 * System.out.println(rates);
 * }</pre>
 *
 * <p>It trains weights of its own for one pass over the data, or as many as {@code fewestSteps}
 * takes, and throws them away. The same trainer and data give the same rates, bit for bit.
 *
 * @param lowest the rate of the first step, above 0
 * @param highest the rate of the last step, above the lowest
 * @param fewestSteps how many steps there are at least, at least 10
 */
public record LearningRateFinder(double lowest, double highest, int fewestSteps) {
  private static final String OPTION = "learning_rate";

  /** A loss so much above the lowest one will not come back. */
  private static final double EXPLODED = 4;

  /** How much a new loss counts in the running mean that tells when to end. */
  private static final double NEW = 0.2;

  /**
   * Checks the values.
   *
   * @throws NnException if one is out of range
   */
  public LearningRateFinder {
    if (!(lowest > 0 && highest > lowest && highest < Double.POSITIVE_INFINITY)) {
      throw new NnException(
          "the rates must be above 0 and the highest above the lowest, got %s to %s"
              .formatted(lowest, highest));
    }
    if (fewestSteps < 10) {
      throw new NnException("fewestSteps must be at least 10, got " + fewestSteps);
    }
  }

  /** From 1e-6 to 10, in at least 100 steps. */
  public static LearningRateFinder standard() {
    return new LearningRateFinder(1e-6, 10, 100);
  }

  /**
   * Tries the rates.
   *
   * @param trainer whose loss, optimizer, batch size, seed and so on are taken; its listeners,
   *     metrics and checkpoints are not
   * @throws NnException if its optimizer has no option {@code learning_rate}
   */
  public LearningRates find(Trainer trainer, Network network, Dataset train) {
    Objects.requireNonNull(trainer, "trainer");
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(train, "train");
    int batches = (Math.max(1, train.rows()) - 1) / trainer.batchSize() + 1;
    int epochs = (fewestSteps - 1) / batches + 1;
    double factor = StrictMath.pow(highest / lowest, 1.0 / (epochs * (double) batches - 1));
    Trainer ramp =
        trainer.toBuilder()
            .optimizer(withRamp(trainer.optimizer(), factor))
            .epochs(epochs)
            .validationSplit(0)
            .withoutAdvice()
            .build();
    return LearningRates.of(losses(ramp, network, train, factor));
  }

  private Optimizer withRamp(Optimizer optimizer, double factor) {
    if (!optimizer.options().has(OPTION)
        || !(optimizer.options().value(OPTION) instanceof Schedule)) {
      throw new NnException(
          "the optimizer %s has no option learning_rate, so there is nothing to find"
              .formatted(optimizer.name()));
    }
    Spec ramp =
        Spec.of("exponential_decay")
            .with("initial", new SpecValue.Decimal(lowest))
            .with("rate", new SpecValue.Decimal(factor))
            .with("steps", new SpecValue.Decimal(1L));
    return optimizer.withOptions(optimizer.options().withPlugin(OPTION, Schedule.named(ramp)));
  }

  private List<LearningRates.Trial> losses(
      Trainer ramp, Network network, Dataset train, double factor) {
    List<LearningRates.Trial> trials = new ArrayList<>();
    double mean = Double.NaN;
    double best = Double.POSITIVE_INFINITY;
    try (TrainingSession session = ramp.start(network, train)) {
      boolean more = true;
      while (more && !(mean > EXPLODED * best)) {
        more = session.step();
        double loss = session.batchLoss();
        trials.add(new LearningRates.Trial(lowest * StrictMath.pow(factor, trials.size()), loss));
        mean = Double.isNaN(mean) ? loss : (1 - NEW) * mean + NEW * loss;
        best = Math.min(best, mean);
      }
    } catch (TrainingException e) {
      if (e.getCause() != null) {
        throw e;
      }
    }
    return trials;
  }
}
