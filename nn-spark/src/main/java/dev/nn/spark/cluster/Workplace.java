package dev.nn.spark.cluster;

import dev.nn.api.NnException;
import dev.nn.core.ShardTrainer;
import dev.nn.math.platform.Acceleration;
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

  /** What to say of something that went wrong here, in a task. */
  static NnException failed(String place, RuntimeException failure) {
    String what =
        failure instanceof NnException ? String.valueOf(failure.getMessage()) : failure.toString();
    return new NnException("%s on %s: %s".formatted(place, name(), what), failure);
  }

  /** What to say if this executor computes without vectors; else nothing. */
  static String scalar() {
    Acceleration found = Acceleration.current();
    return found.usesVectors()
        ? ""
        : "%s computes without vectors, which is several times slower (%s): add --add-modules=jdk.incubator.vector to spark.executor.extraJavaOptions, or where there is no executor but the driver to its own options"
            .formatted(name(), found.reason());
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
