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
}
