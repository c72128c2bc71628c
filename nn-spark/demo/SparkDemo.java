import dev.nn.spark.NeuralNetworkClassificationModel;
import dev.nn.spark.NeuralNetworkClassifier;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Trains on a cluster that is given by its address, and shows that partitions change no weight. */
public final class SparkDemo {
  private SparkDemo() {}

  /** The address of the master, and the jars of the application with commas between them. */
  public static void main(String[] args) {
    SparkSession session =
        SparkSession.builder()
            .master(args[0])
            .appName("nn spark-demo")
            .config("spark.jars", args[1])
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.scheduler.minRegisteredResourcesRatio", "1")
            .getOrCreate();
    Dataset<Row> rings = rings(session, 20_000);
    NeuralNetworkClassifier classifier =
        new NeuralNetworkClassifier()
            .setLayers("dense(units=32, activation=relu), dense(units=3, activation=softmax)")
            .setOptimizer("adam(learning_rate=0.01)")
            .setMaxIter(5)
            .setSeed(42);
    for (int partitions : new int[] {2, 7}) {
      long start = System.nanoTime();
      NeuralNetworkClassificationModel model = classifier.fit(rings.repartition(partitions));
      double seconds = (System.nanoTime() - start) / 1e9;
      double accuracy =
          new MulticlassClassificationEvaluator()
              .setMetricName("accuracy")
              .evaluate(model.transform(rings));
      System.out.printf(
          "%d partitions, 2 executors: %.1f s, accuracy %.4f, weights %s%n",
          partitions, seconds, accuracy, model.weightsSha256().substring(0, 16));
    }
    session.stop();
  }

  /** Points in the plane; the class is how far they are from the middle. */
  private static Dataset<Row> rings(SparkSession session, long points) {
    Dataset<Row> plane =
        session
            .range(points)
            .withColumn("x", functions.expr("pmod(xxhash64(id, 1), 20001) / 10000D - 1"))
            .withColumn("y", functions.expr("pmod(xxhash64(id, 2), 20001) / 10000D - 1"))
            .withColumn("label", functions.expr("least(2D, floor(2 * sqrt(x * x + y * y)))"));
    return new VectorAssembler()
        .setInputCols(new String[] {"x", "y"})
        .setOutputCol("features")
        .transform(plane);
  }
}
