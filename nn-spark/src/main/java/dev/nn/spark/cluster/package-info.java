/**
 * What Spark does for a training in rounds: rows get into their shards by a hash, stay on the
 * executors, and meet the weights there. Each round is one ordinary job of one task for a shard,
 * which Spark may compute again whenever an executor is lost. Data travels as arrays and texts,
 * which every serializer of Spark takes.
 */
@NullMarked
package dev.nn.spark.cluster;

import org.jspecify.annotations.NullMarked;
