package dev.nn.spark.cluster;

import dev.nn.api.NnException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;

/** Finds what runs the jobs for a table. */
public final class Sessions {
  private Sessions() {}

  /**
   * The context of a table's session.
   *
   * @throws NnException if it is a session of Spark Connect, which has none
   */
  public static JavaSparkContext context(Dataset<?> table) {
    if (!(table instanceof org.apache.spark.sql.classic.Dataset)) {
      throw new NnException(
          "networks need a classic session, and this table is one of Spark Connect, whose client"
              + " runs no jobs of a library: submit the program with spark-submit, or leave out"
              + " spark.remote and set spark.master");
    }
    return JavaSparkContext.fromSparkContext(table.sparkSession().sparkContext());
  }
}
