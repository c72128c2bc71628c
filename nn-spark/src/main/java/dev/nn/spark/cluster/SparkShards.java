package dev.nn.spark.cluster;

import dev.nn.core.ShardTrainer;
import dev.nn.core.training.ShardGradient;
import dev.nn.core.training.ShardResult;
import dev.nn.core.training.ShardState;
import dev.nn.spark.round.Packing;
import dev.nn.spark.round.Recipe;
import dev.nn.spark.round.Round;
import dev.nn.spark.round.RowKey;
import dev.nn.spark.round.Score;
import dev.nn.spark.round.Shards;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * Shards on the executors of a cluster. Partition s of an RDD is shard s, and has all of its rows
 * in one element, which stays in the memory of an executor, or on its disk, from round to round.
 */
public final class SparkShards implements Shards, AutoCloseable {
  private final JavaSparkContext context;
  private final Broadcast<Recipe> recipe;
  private final String origins;
  private final JavaRDD<float[][]> packed;
  private final List<Long> rows;
  private final String contents;
  private final Optional<String> scalar;

  /**
   * What turns a table into shards.
   *
   * @param columns where features, labels, weights and keys are
   * @param shards how many shards there are to be
   * @param seed decides which row is in which shard
   * @param origins what to say of plugins that an executor does not find; may be empty
   */
  public record Sharding(Columns columns, int shards, long seed, String origins)
      implements Serializable {}

  private SparkShards(
      JavaSparkContext context,
      Broadcast<Recipe> recipe,
      String origins,
      JavaRDD<float[][]> packed) {
    this.context = context;
    this.recipe = recipe;
    this.origins = origins;
    this.packed = packed;
    int stride = recipe.value().stride();
    List<String[]> facts = Jobs.collect(packed.map(numbers -> facts(numbers, stride)));
    this.rows = facts.stream().map(fact -> Long.valueOf(fact[0])).toList();
    this.contents =
        facts.stream().map(fact -> fact[0] + ":" + fact[1]).collect(Collectors.joining(" "));
    this.scalar = facts.stream().map(fact -> fact[2]).filter(text -> !text.isEmpty()).findFirst();
  }

  /**
   * Reads a table into shards, which is a job of its own.
   *
   * @throws dev.nn.api.DataException if a row cannot be used; the message says which
   */
  public static SparkShards of(Dataset<?> table, Broadcast<Recipe> recipe, Sharding sharding) {
    JavaSparkContext context = Sessions.context(table);
    JavaRDD<float[][]> packed =
        sharding
            .columns()
            .of(table)
            .toJavaRDD()
            .mapPartitionsWithIndex(
                (partition, of) -> new KeyedRows(recipe.value(), sharding, partition, of), true)
            .mapToPair(key -> new Tuple2<>(key, Boolean.TRUE))
            .repartitionAndSortWithinPartitions(
                new ShardPartitioner(sharding.shards()), new RowKey.Order())
            .mapPartitions(of -> pack(recipe.value(), of))
            .persist(StorageLevel.MEMORY_AND_DISK());
    return new SparkShards(context, recipe, sharding.origins(), packed);
  }

  private static Iterator<float[][]> pack(Recipe recipe, Iterator<Tuple2<byte[], Boolean>> keys) {
    Packing packing = new Packing(recipe.stride());
    keys.forEachRemaining(key -> packing.add(key._1()));
    return List.<float[][]>of(packing.packed()).iterator();
  }

  @Override
  public List<Long> rows() {
    return rows;
  }

  /** Rows of a shard, a hash of them, and what is to be said of the executor that has them. */
  private static String[] facts(float[][] numbers, int stride) {
    return new String[] {
      String.valueOf(Packing.rows(numbers, stride)),
      String.valueOf(Packing.hash(numbers)),
      Workplace.scalar()
    };
  }

  /** An executor that computes without vectors, and what to do about it, if there is one. */
  Optional<String> scalar() {
    return scalar;
  }

  /** The rows and a hash of each shard, which tell these rows from others. */
  String contents() {
    return contents;
  }

  /** What a task does with its shard. */
  private interface Work extends Serializable {
    Parcel of(ShardTrainer trainer, ShardState at, int shard, dev.nn.core.dataset.Dataset rows);
  }

  @Override
  public List<ShardResult> steps(ShardState from, Round round) {
    return each(
            from,
            place(round),
            (trainer, at, shard, of) -> Parcel.of(trainer.steps(at, of, round.of(shard))))
        .stream()
        .map(Parcel::result)
        .toList();
  }

  @Override
  public List<ShardGradient> gradients(ShardState at, Round round) {
    return each(
            at,
            place(round),
            (trainer, from, shard, of) -> Parcel.of(trainer.gradient(from, of, round.of(shard))))
        .stream()
        .map(Parcel::gradient)
        .toList();
  }

  @Override
  public List<Score> evaluate(ShardState at, boolean keepsPredictions) {
    return each(
            at,
            "validation",
            (trainer, from, shard, of) -> Parcel.of(Score.of(trainer, from, of, keepsPredictions)))
        .stream()
        .map(Parcel::score)
        .toList();
  }

  private static String place(Round round) {
    return "epoch %s, steps %s to %s".formatted(round.epoch(), round.first() + 1, round.end());
  }

  /**
   * One job, whose tasks get the weights once for each executor.
   *
   * @param place in the run, for messages
   */
  private List<Parcel> each(ShardState at, String place, Work work) {
    Broadcast<float[][]> floats = context.broadcast(at.floats());
    double[][] numbers = at.numbers();
    long steps = at.steps();
    Broadcast<Recipe> what = recipe;
    String hint = origins;
    int shards = rows.size();
    try {
      return Jobs.collect(
              packed.mapPartitionsWithIndex(
                  (shard, of) -> {
                    ShardTrainer trainer = Workplace.trainer(what.value(), hint);
                    ShardState state = new ShardState(floats.value(), numbers, steps);
                    dev.nn.core.dataset.Dataset rows = what.value().rows(of.next());
                    try {
                      return List.of(work.of(trainer, state, shard, rows).contents()).iterator();
                    } catch (RuntimeException e) {
                      throw Workplace.failed(
                          "shard %s of %s, %s".formatted(shard + 1, shards, place), e);
                    }
                  },
                  true))
          .stream()
          .map(Parcel::new)
          .toList();
    } finally {
      floats.destroy();
    }
  }

  /** Lets the executors forget the rows. */
  @Override
  public void close() {
    packed.unpersist(false);
  }
}
