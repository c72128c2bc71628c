package dev.nn.core.training;

/**
 * What steps on the rows of one shard have come to.
 *
 * @param state where the shard is now
 * @param lossSum Σ over the steps of rows × mean loss before the update, penalties included
 * @param rows the rows of all steps together; 0 if the shard has none
 */
public record ShardResult(ShardState state, double lossSum, long rows) {}
