package dev.nn.core.training;

import dev.nn.math.Matrix;

/**
 * How a network does on the rows of one shard.
 *
 * @param lossSum Σ wᵢ ℓᵢ over the rows, without penalties
 * @param rows how many there are
 * @param predictions rows × outputs, in the order of the rows; of no rows if they were not asked
 *     for
 */
public record ShardEvaluation(double lossSum, int rows, Matrix predictions) {}
