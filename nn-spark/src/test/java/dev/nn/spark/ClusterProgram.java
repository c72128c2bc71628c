package dev.nn.spark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The driver of an application: what it does depends on its arguments. */
final class ClusterProgram {
  static final int POINTS = 600;

  /** Epochs of a run whose driver is killed. */
  static final int LONG = 40;

  private ClusterProgram() {}

  public static void main(String[] args) {
    ClusterProcess.endWithParent();
    SparkSession session = session(args[0], args[1], args[2]);
    Dataset<Row> table = Spirals.table(session, POINTS);
    List<String> tasks = Arrays.asList(args).subList(3, args.length);
    for (String task : tasks) {
      String[] parts = task.split("=", 2);
      switch (parts[0]) {
        case "partitions" ->
            print(task, Spirals.classifier().fit(table.repartition(Integer.parseInt(parts[1]))));
        case "synchronous" ->
            print(
                task,
                Spirals.classifier()
                    .setMode("synchronous")
                    .setBatchSize(150)
                    .fit(table.repartition(Integer.parseInt(parts[1]))));
        case "kill" -> print(task, withKilledExecutor(session, table, Integer.parseInt(parts[1])));
        case "checkpoints" ->
            print(
                task, Spirals.classifier().setMaxIter(LONG).setCheckpointDir(parts[1]).fit(table));
        default -> throw new IllegalArgumentException(task);
      }
    }
    session.stop();
    Runtime.getRuntime().exit(0);
  }

  private static SparkSession session(String master, String jars, String cores) {
    return SparkSession.builder()
        .master(master)
        .appName("nn-spark on a cluster")
        .config("spark.jars", jars)
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.executor.memory", "512m")
        .config("spark.cores.max", cores)
        .config("spark.scheduler.minRegisteredResourcesRatio", "1")
        .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
        .getOrCreate();
  }

  private static void print(String task, NeuralNetworkClassificationModel model) {
    System.out.println("RESULT " + task + " " + model.weightsSha256());
  }

  /** Trains, and ends one of the executors by force once so many jobs have begun. */
  private static NeuralNetworkClassificationModel withKilledExecutor(
      SparkSession session, Dataset<Row> table, int jobs) {
    List<Long> executors = executors(session);
    AtomicInteger begun = new AtomicInteger();
    SparkListener killing =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart job) {
            if (begun.incrementAndGet() == jobs) {
              ProcessHandle.of(executors.get(jobs % executors.size()))
                  .orElseThrow()
                  .destroyForcibly();
              System.out.println("RESULT killed an executor");
            }
          }
        };
    session.sparkContext().addSparkListener(killing);
    try {
      return Spirals.classifier().fit(table);
    } finally {
      session.sparkContext().removeSparkListener(killing);
    }
  }

  /** The processes that run tasks. */
  private static List<Long> executors(SparkSession session) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
    List<Long> processes =
        context
            .parallelize(Collections.nCopies(8, 0), 8)
            .map(
                task -> {
                  Thread.sleep(100);
                  return ProcessHandle.current().pid();
                })
            .collect();
    return new ArrayList<>(new TreeSet<>(processes));
  }
}
