package dev.nn.spark;

import dev.nn.api.NnException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** The driver of an application: what it does depends on its arguments. */
final class ClusterProgram {
  static final int POINTS = 600;

  private ClusterProgram() {}

  public static void main(String[] args) throws IOException {
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
        case "kill" ->
            print(task, Killing.inJob(session, Integer.parseInt(parts[1]), ClusterProgram::train));
        case "kills" -> Killing.atRandom(session, parts[1], ClusterProgram::train);
        case "checkpoints" -> print(task, withCheckpoints(table, parts[1]));
        case "bent" -> print(task, saved(parts[1], Spirals.bent("bent").fit(table), table));
        case "refused" -> refused(task, () -> Spirals.bent(parts[1]).fit(table));
        case "files" -> refused(task, () -> ofFiles(session, parts[1]));
        case "shops" ->
            print(task, ofShops(Shops.table(session, 600).repartition(Integer.parseInt(parts[1]))));
        case "search" -> search(session, Integer.parseInt(parts[1]));
        case "large" -> print(task, large(session, Long.parseLong(parts[1])));
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

  static NeuralNetworkClassificationModel train(SparkSession session) {
    return Spirals.classifier().fit(Spirals.table(session, POINTS));
  }

  /**
   * @param how the epochs and the folder, as {@code 12:/tmp/checkpoints}
   */
  private static NeuralNetworkClassificationModel withCheckpoints(Dataset<Row> table, String how) {
    String[] parts = how.split(":", 2);
    return Spirals.classifier()
        .setMaxIter(Integer.parseInt(parts[0]))
        .setCheckpointDir(parts[1])
        .fit(table);
  }

  /** A training straight from a table. */
  static NeuralNetworkClassificationModel ofShops(Dataset<Row> shops) {
    SchemaEncoder encoder =
        new SchemaEncoder().setColumns(Shops.ROLES + "sold=ignore, kind=target").setSampleRows(200);
    return Spirals.classifier().fit(encoder.fit(shops).transform(shops));
  }

  private static void search(SparkSession session, int workers) throws IOException {
    Dataset<Row> shops = Shops.table(session, 300).repartition(3);
    String trials = ClusterObjectiveTest.onCluster(shops, workers).jsonLines();
    System.out.println("RESULT " + trials.replace("\n", " "));
  }

  private static NeuralNetworkClassificationModel saved(
      String folder, NeuralNetworkClassificationModel model, Dataset<Row> table)
      throws IOException {
    new Pipeline().setStages(new PipelineStage[] {model}).fit(table).save(folder);
    return model;
  }

  /** Trains, which must be refused, and prints what the error says. */
  private static void refused(String task, Supplier<NeuralNetworkClassificationModel> training) {
    try {
      print(task, training.get());
    } catch (NnException e) {
      System.out.println("RESULT " + task + " " + e.getClass().getSimpleName());
      System.out.println("RESULT " + String.valueOf(e.getMessage()).replace("\n", " / "));
    }
  }

  private static NeuralNetworkClassificationModel ofFiles(SparkSession session, String folder) {
    Dataset<Row> columns =
        session.read().schema("id LONG, x DOUBLE, y DOUBLE, z DOUBLE, label DOUBLE").csv(folder);
    return Spirals.classifier()
        .setCheckpointDir(folder + "-checkpoints")
        .fit(columns.withColumn("features", functions.array("x", "y", "z")));
  }

  private static NeuralNetworkClassificationModel large(SparkSession session, long rows) {
    return Spirals.classifier()
        .setMaxIter(1)
        .setRounds(1)
        .setBatchSize(256)
        .setShards(16)
        .fit(MemoryTest.table(session, rows));
  }
}
