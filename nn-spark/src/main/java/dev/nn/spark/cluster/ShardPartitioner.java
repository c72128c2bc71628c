package dev.nn.spark.cluster;

import dev.nn.spark.round.RowKey;
import org.apache.spark.Partitioner;

/** Sends each row to the task of its shard. */
final class ShardPartitioner extends Partitioner {
  private static final long serialVersionUID = 1L;

  private final int shards;

  ShardPartitioner(int shards) {
    this.shards = shards;
  }

  @Override
  public int numPartitions() {
    return shards;
  }

  @Override
  public int getPartition(Object key) {
    return RowKey.shard((byte[]) key, shards);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ShardPartitioner that && shards == that.shards;
  }

  @Override
  public int hashCode() {
    return shards;
  }
}
