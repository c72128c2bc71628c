package dev.nn.core.internal.engine;

import dev.nn.api.Loss;
import dev.nn.api.Optimizer;
import dev.nn.core.internal.architecture.ParameterSlot;
import java.util.Set;

/**
 * How an engine does its steps.
 *
 * @param loss what is minimised
 * @param optimizer how it is minimised
 * @param undecayed names of parameters without weight decay: {@code bias} for all of that name, or
 *     {@code 0.dense.bias} for one
 * @param clipping bounds on gradients
 * @param averaging what a batch's sums are divided by
 * @param seed the seed of everything that is random in a step
 * @param batchSize the number of rows in the largest batch
 * @param threads the largest number of workers, including the calling thread
 * @param exactThreads whether every step uses exactly this number, instead of the fastest number up
 *     to the number of processors
 */
public record EngineSettings(
    Loss loss,
    Optimizer optimizer,
    Set<String> undecayed,
    Clipping clipping,
    Averaging averaging,
    long seed,
    int batchSize,
    int threads,
    boolean exactThreads) {
  public EngineSettings {
    undecayed = Set.copyOf(undecayed);
  }

  boolean decays(ParameterSlot slot) {
    return !undecayed.contains(slot.name()) && !undecayed.contains(slot.parameter().name());
  }

  /**
   * What the sums of a batch are divided by.
   *
   * @param dividesPenalties whether penalties on weights are divided by the number of rows of the
   *     batch, as in scikit-learn
   * @param byWeights whether the loss is divided by the sum of the weights of the examples instead
   *     of their number, as PyTorch's weighted losses are
   */
  public record Averaging(boolean dividesPenalties, boolean byWeights) {
    /** Penalties are not divided, and losses by the number of examples, as in Keras. */
    public static final Averaging BY_ROWS = new Averaging(false, false);

    /** What the loss of a batch is divided by. */
    double divisor(BatchSource source, int rows) {
      if (!byWeights) {
        return rows;
      }
      double sum = 0;
      for (int i = 0; i < rows; i++) {
        sum += source.weight(i);
      }
      // Without any weight all losses are 0, whatever they are divided by.
      return sum > 0 ? sum : 1;
    }

    /** What a penalty counts in a batch. */
    double penaltyShare(int rows) {
      return dividesPenalties ? 1.0 / rows : 1;
    }
  }
}
