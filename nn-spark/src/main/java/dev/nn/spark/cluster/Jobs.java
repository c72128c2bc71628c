package dev.nn.spark.cluster;

import dev.nn.api.NnException;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;

/** Runs jobs, and takes what our code threw on an executor out of Spark's words. */
final class Jobs {
  private Jobs() {}

  /**
   * What a job gives, in the order of its partitions.
   *
   * @throws NnException if a task threw one, again and again
   */
  static <T> List<T> collect(JavaRDD<T> job) {
    return run(job::collect);
  }

  /**
   * What a job gives.
   *
   * @throws NnException if a task threw one, again and again
   */
  static <T> T run(Supplier<T> job) {
    try {
      return job.get();
    } catch (Exception e) {
      // Spark throws a checked exception that its Scala code does not declare.
      throw unwrapped(e);
    }
  }

  private static RuntimeException unwrapped(Exception failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof NnException ours) {
        return ours;
      }
    }
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new NnException("the job failed on the cluster: " + failure.getMessage(), failure);
  }
}
