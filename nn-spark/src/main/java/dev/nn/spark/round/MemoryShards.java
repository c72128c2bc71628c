package dev.nn.spark.round;

import dev.nn.core.ShardTrainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.training.ShardGradient;
import dev.nn.core.training.ShardResult;
import dev.nn.core.training.ShardState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Shards in the memory of one machine, whose cores share them out. */
public final class MemoryShards implements Shards {
  private final ShardTrainer trainer;
  private final List<Dataset> shards;

  public MemoryShards(ShardTrainer trainer, List<? extends Dataset> shards) {
    this.trainer = trainer;
    this.shards = List.copyOf(shards);
  }

  /**
   * Puts rows into their shards as a cluster would.
   *
   * @param keys the rows as {@link RowKey} makes them, in any order
   * @param count number of shards
   */
  public static MemoryShards of(Recipe recipe, List<byte[]> keys, int count) {
    List<List<byte[]>> sorted = new ArrayList<>();
    for (int shard = 0; shard < count; shard++) {
      sorted.add(new ArrayList<>());
    }
    keys.forEach(key -> sorted.get(RowKey.shard(key, count)).add(key));
    List<PackedRows> shards = new ArrayList<>();
    for (List<byte[]> shard : sorted) {
      shard.sort(new RowKey.Order());
      Packing packing = new Packing(recipe.stride());
      shard.forEach(packing::add);
      shards.add(recipe.rows(packing.packed()));
    }
    return new MemoryShards(recipe.trainer(), shards);
  }

  @Override
  public List<Long> rows() {
    return shards.stream().map(shard -> (long) shard.rows()).toList();
  }

  @Override
  public List<ShardResult> steps(ShardState from, Round round) {
    return each(shard -> trainer.steps(from, shards.get(shard), round.of(shard)));
  }

  @Override
  public List<ShardGradient> gradients(ShardState at, Round round) {
    return each(shard -> trainer.gradient(at, shards.get(shard), round.of(shard)));
  }

  @Override
  public List<Score> evaluate(ShardState at, boolean keepsPredictions) {
    return each(shard -> Score.of(trainer, at, shards.get(shard), keepsPredictions));
  }

  private <T> List<T> each(IntFunction<T> work) {
    return IntStream.range(0, shards.size()).parallel().mapToObj(work).toList();
  }
}
