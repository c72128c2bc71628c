package dev.nn.spark.cluster;

import dev.nn.api.NnException;
import dev.nn.core.ShardTrainer;
import dev.nn.spark.round.Recipe;
import org.apache.spark.SparkEnv;

/** The executor that a task runs on. */
final class Workplace {
  private Workplace() {}

  /**
   * The trainer of this executor.
   *
   * @param origins what to say if a name is unknown here, which is most likely that of a plugin
   *     whose jar was left behind
   */
  static ShardTrainer trainer(Recipe recipe, String origins) {
    try {
      return recipe.trainer();
    } catch (NnException e) {
      throw new NnException(
          "on %s: %s%s".formatted(name(), e.getMessage(), origins.isEmpty() ? "" : "; " + origins),
          e);
    }
  }

  /** What Spark calls the executor, and its host. */
  static String name() {
    SparkEnv env = SparkEnv.get();
    return env == null
        ? "this machine"
        : "executor %s (%s)"
            .formatted(env.executorId(), env.blockManager().blockManagerId().host());
  }
}
