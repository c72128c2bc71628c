import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.metric.Metrics;
import dev.nn.data.Mnist;
import dev.nn.math.Matrix;
import dev.nn.spark.NeuralNetworkClassifier;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The same layers and the same data for the framework on Spark, for Spark's own
 * MultilayerPerceptronClassifier, and for the framework on one core without Spark. Arguments, after
 * those that the script gives: what to compare, and a number for each epoch, iteration and unit.
 *
 * <pre>
 * nn-spark/demo/run SparkComparison mnist FOLDER EPOCHS ITERATIONS UNITS BATCH
 * nn-spark/demo/run SparkComparison synthetic ROWS EPOCHS ITERATIONS UNITS BATCH
 * </pre>
 *
 * <p>With 0 iterations Spark's own is left out. The batch is that of one shard's own step, of which at
 * least 8 are taken side by side, so that its learning rate is larger than that of a batch of 32 rows without Spark.
 */
public final class SparkComparison {
  private static final long ROWS_OF_A_SHARD = 500_000;

  private final SparkSession session;
  private final int epochs;
  private final int iterations;
  private final int units;
  private final int batch;

  private SparkComparison(SparkSession session, int epochs, int iterations, int units, int batch) {
    this.session = session;
    this.epochs = epochs;
    this.iterations = iterations;
    this.units = units;
    this.batch = batch;
  }

  public static void main(String[] args) throws IOException {
    SparkSession session =
        SparkSession.builder()
            .master(args[0])
            .appName("nn comparison")
            .config("spark.jars", args[1])
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.scheduler.minRegisteredResourcesRatio", "1")
            .getOrCreate();
    SparkComparison comparison =
        new SparkComparison(
            session,
            Integer.parseInt(args[4]),
            Integer.parseInt(args[5]),
            Integer.parseInt(args[6]),
            Integer.parseInt(args[7]));
    System.out.printf(
        "%s cores of executors, %s units, load %.1f%n",
        session.conf().get("spark.cores.max"), args[6], load());
    System.out.println("| | | accuracy | seconds |\n|---|---|---:|---:|");
    if (args[2].equals("mnist")) {
      comparison.mnist(Path.of(args[3]));
    } else {
      comparison.synthetic(Long.parseLong(args[3]));
    }
    System.out.printf("load %.1f%n", load());
    session.stop();
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private void mnist(Path folder) throws IOException {
    Dataset train = Mnist.train(folder);
    Dataset test = Mnist.test(folder);
    onSpark(stored(train, "train"), stored(test, "test"), 784, 10, 8);
    Network network = Network.of(784, layers(10));
    Trainer trainer = trainer(epochs);
    trainer(1).fit(network, train);
    long start = System.nanoTime();
    dev.nn.core.Model model = trainer.fit(network, train).model();
    double seconds = secondsSince(start);
    print("nn, one core, no Spark", epochs + " epochs", model.evaluate(test, Metrics::accuracy), seconds);
  }

  /** Points whose class is told by four of their hundred numbers. */
  private void synthetic(long rows) {
    String numbers = "transform(sequence(1, 100), i -> float(pmod(xxhash64(id, i), 20001) / 10000D - 1))";
    session
        .range(0, rows, 1, 64)
        .withColumn("x", functions.expr(numbers))
        .selectExpr(
            "x as numbers",
            "double(int(x[0] * x[1] > 0) + int(x[2] + x[3] > 0)) as label")
        .write()
        .parquet(path("synthetic"));
    org.apache.spark.sql.Dataset<Row> all =
        session
            .read()
            .parquet(path("synthetic"))
            .withColumn("features", org.apache.spark.ml.functions.array_to_vector(functions.col("numbers")))
            .drop("numbers");
    onSpark(all, all.limit(10_000), 100, 3, (int) Math.max(8, rows / ROWS_OF_A_SHARD));
  }

  private void onSpark(
      org.apache.spark.sql.Dataset<Row> train,
      org.apache.spark.sql.Dataset<Row> test,
      int inputs,
      int classes,
      int shards) {
    NeuralNetworkClassifier ours =
        new NeuralNetworkClassifier()
            .setLayers(layers(classes))
            .setOptimizer("adam(learning_rate=0.01)")
            .setBatchSize(batch)
            .setShards(shards)
            .setSeed(1);
    // Compilers are warm afterwards, and so is the file system.
    ours.setMaxIter(1).fit(train.limit(5_000));
    long start = System.nanoTime();
    Model<?> model = ours.setMaxIter(epochs).fit(train);
    double seconds = secondsSince(start);
    print("nn on Spark", epochs + " epochs", accuracy(model, test), seconds);
    if (iterations > 0) {
      MultilayerPerceptronClassifier theirs =
          new MultilayerPerceptronClassifier()
              .setLayers(new int[] {inputs, units, classes})
              .setSeed(1);
      theirs.setMaxIter(2).fit(train.limit(5_000));
      long begun = System.nanoTime();
      Model<?> other = theirs.setMaxIter(iterations).fit(train);
      double taken = secondsSince(begun);
      print("Spark's own", iterations + " iterations", accuracy(other, test), taken);
    }
  }

  private String layers(int classes) {
    return "dense(units=%s, activation=sigmoid), dense(units=%s, activation=softmax)"
        .formatted(units, classes);
  }

  private static Trainer trainer(int epochs) {
    return Trainer.builder()
        .loss("categorical_crossentropy")
        .optimizer("adam(learning_rate=0.003)")
        .batchSize(32)
        .epochs(epochs)
        .seed(1)
        .threads(1)
        .build();
  }

  private static double accuracy(Model<?> model, org.apache.spark.sql.Dataset<Row> test) {
    return new MulticlassClassificationEvaluator()
        .setMetricName("accuracy")
        .evaluate(model.transform(test));
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void print(String what, String how, double accuracy, double seconds) {
    System.out.println(
        String.format(Locale.ROOT, "| %s | %s | %.4f | %.1f |", what, how, accuracy, seconds));
  }

  private String path(String name) {
    return Path.of(System.getProperty("java.io.tmpdir"), name).toString();
  }

  private org.apache.spark.sql.Dataset<Row> stored(Dataset data, String name) {
    List<Row> rows = new ArrayList<>();
    Matrix features = Matrix.zeros(1, data.shape().size());
    Matrix target = Matrix.zeros(1, data.targets().columns());
    for (int row = 0; row < data.rows(); row++) {
      data.readFeatures(row, features, 0);
      data.readTarget(row, target, 0);
      double[] numbers = new double[features.columns()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = features.get(0, i);
      }
      double label = 0;
      while (target.get(0, (int) label) != 1) {
        label++;
      }
      rows.add(RowFactory.create(Vectors.dense(numbers).compressed(), label));
    }
    StructType columns =
        new StructType()
            .add("features", SQLDataTypes.VectorType())
            .add("label", DataTypes.DoubleType);
    session.createDataFrame(rows, columns).repartition(8).write().parquet(path(name));
    return session.read().parquet(path(name));
  }
}
