/**
 * Training in rounds, without a word of Spark: what is to be trained, how an epoch is cut into
 * rounds, and the loop over them. {@link dev.nn.spark.round.Shards} stands for the places where the
 * rows are. {@link dev.nn.spark.round.MemoryShards} is one machine, and gives the same bits as any
 * cluster with as many shards.
 */
@NullMarked
package dev.nn.spark.round;

import org.jspecify.annotations.NullMarked;
