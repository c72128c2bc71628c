package dev.nn.core.training;

/**
 * The gradient of the rows of one shard in one step.
 *
 * @param values the mean over the rows with the index of {@link ShardState#parameters}, penalties
 *     included. A parameter that is not trained has no gradient; in its place stands what it is
 *     after the forward pass, such as the running mean of a batch normalization
 * @param lossSum rows × mean loss, penalties included
 * @param rows rows of the shard in this step; 0 if the shard has none
 */
@SuppressWarnings("ArrayRecordComponent")
public record ShardGradient(float[] values, double lossSum, long rows) {}
