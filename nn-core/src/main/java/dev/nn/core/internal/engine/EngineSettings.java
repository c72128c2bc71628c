package dev.nn.core.internal.engine;

import dev.nn.api.Loss;
import dev.nn.api.Optimizer;

/**
 * How an engine does its steps.
 *
 * @param loss what is minimised
 * @param optimizer how
 * @param clipping bounds on gradients
 * @param seed decides all that is random in a step
 * @param batchSize rows of the largest batch
 * @param threads the most workers that there may be, the calling thread included
 * @param exactThreads whether to use just so many in every step, instead of the fastest number up
 *     to the number of processors
 */
public record EngineSettings(
    Loss loss,
    Optimizer optimizer,
    Clipping clipping,
    long seed,
    int batchSize,
    int threads,
    boolean exactThreads) {}
