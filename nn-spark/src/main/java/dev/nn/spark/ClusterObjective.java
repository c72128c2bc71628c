package dev.nn.spark;

import dev.nn.search.Measure;
import dev.nn.search.Objective;
import dev.nn.search.Trial;
import dev.nn.spark.cluster.Sessions;
import dev.nn.spark.cluster.TrialTasks;
import dev.nn.spark.table.SentTable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;

/**
 * How well a network that was trained on some rows of a table predicts the others, found out on a
 * cluster: each trial of a search is a task, which takes one core of one executor.
 *
 * <pre>{@code
 * try (ClusterObjective objective = ClusterObjective.of(flowers, "id=ignore, kind=target")) {
 *   SearchResult result = Search.random(space).trials(200).workers(32).over(objective);
 *   System.out.println(result);
 * }
 * }</pre>
 *
 * <p>Give the search as many workers as the cluster has cores. It uses the texts {@code layers},
 * {@code optimizer} and {@code batch} of the space as {@link dev.nn.search.TableObjective} does,
 * and the result is the same on every cluster and, with the same rows in the same order, on one
 * machine. All rows come to the driver, and to each executor once, so this is for tables that fit
 * in the memory of each.
 */
public final class ClusterObjective implements Objective, AutoCloseable {
  private final JavaSparkContext context;
  private final TrialTasks here;
  private final Broadcast<TrialTasks> sent;

  private ClusterObjective(JavaSparkContext context, TrialTasks here) {
    this.context = context;
    this.here = here;
    this.sent = context.broadcast(here);
  }

  /**
   * Trains on four fifths of the rows of a table and scores by the others.
   *
   * @param columns roles of columns, as {@code id=ignore, kind=target}
   * @throws dev.nn.api.DataException if a row cannot be used, or there are several targets
   */
  public static ClusterObjective of(Dataset<?> table, String columns) {
    JavaSparkContext context = Sessions.context(table);
    TrialTasks tasks = new TrialTasks(SentTable.of(table, columns), columns);
    tasks.objective();
    return new ClusterObjective(context, tasks);
  }

  /**
   * {@inheritDoc}
   *
   * @throws dev.nn.api.NnException if the settings cannot be used
   */
  @Override
  public double score(Trial trial) {
    return TrialTasks.score(context, sent, trial);
  }

  @Override
  public Measure measure() {
    return here.objective().measure();
  }

  @Override
  public String fingerprint() {
    return here.objective().fingerprint();
  }

  /** Lets the executors forget the rows. */
  @Override
  public void close() {
    sent.destroy();
  }
}
