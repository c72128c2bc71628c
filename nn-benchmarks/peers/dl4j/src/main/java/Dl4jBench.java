import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntSupplier;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The workloads of {@code ./nn bench} on Deeplearning4j; prints lines {@code id,samples/s,median}
 * as that does.
 *
 * <p>Install: {@code mvn -f nn-benchmarks/peers/dl4j package}. The native library comes from Maven
 * Central with the jars and is unpacked below ~/.javacpp.
 *
 * <p>Run: {@code java -cp "target/bench.jar:target/lib/*" Dl4jBench [id …] [--passes N] [--warmup
 * SECONDS]} in this folder.
 *
 * <p>Threads: ND4J takes OMP_NUM_THREADS for its own loops and for OpenBLAS; {@code compare} tries
 * 1 and 2, with OPENBLAS_NUM_THREADS the same, and takes the best for each workload.
 */
final class Dl4jBench {
  private static final double PASS_SECONDS = 0.2;
  private static final int[] PREDICTION_WIDTHS = {784, 512, 512, 10};

  private record Training(
      Activation activation, boolean isAdam, int batch, int rows, int... widths) {
    boolean isBinary() {
      return outputs() == 1;
    }

    int outputs() {
      return widths[widths.length - 1];
    }
  }

  private static final Map<String, Training> TRAINING =
      Map.of(
          "w1", new Training(Activation.RELU, false, 32, 30_000, 784, 128, 10),
          "w2", new Training(Activation.RELU, true, 128, 20_000, 784, 512, 512, 10),
          "w3", new Training(Activation.RELU, true, 32, 20_000, 30, 64, 32, 1),
          "w4", new Training(Activation.RELU, false, 512, 4_096, 1024, 2048, 2048, 1000),
          "w5", new Training(Activation.SIGMOID, false, 1, 5_000, 784, 30, 1),
          "w6", new Training(Activation.TANH, true, 64, 20_000, 784, 256, 256, 10));
  private static final List<String> IDS =
      List.of("w1", "w2", "w3", "w4", "w5", "w6", "i1", "i32", "i1024");

  private Dl4jBench() {}

  public static void main(String[] args) {
    List<String> ids = new ArrayList<>();
    int passes = 7;
    double warmup = 3;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--passes" -> passes = Integer.parseInt(args[++i]);
        case "--warmup" -> warmup = Double.parseDouble(args[++i]);
        default -> ids.add(args[i]);
      }
    }
    if (!IDS.containsAll(ids)) {
      throw new IllegalArgumentException("among " + ids + " is no workload; there are " + IDS);
    }
    System.out.printf(
        "# Deeplearning4j %s, OMP_NUM_THREADS %s, Java %s%n",
        version(),
        System.getenv().getOrDefault("OMP_NUM_THREADS", "not set"),
        System.getProperty("java.version"));
    for (String id : ids.isEmpty() ? IDS : ids) {
      double median =
          id.startsWith("w")
              ? training(TRAINING.get(id), passes, warmup)
              : prediction(Integer.parseInt(id.substring(1)), passes, warmup);
      System.out.printf(Locale.ROOT, "%s,samples/s,%.0f%n", id, median);
      System.out.flush();
    }
  }

  /** The manifest does not tell it, but the name of the jar does. */
  private static String version() {
    String jar =
        MultiLayerNetwork.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return jar.replaceAll(".*/deeplearning4j-nn-|\\.jar$", "");
  }

  private static MultiLayerNetwork network(Training work) {
    var layers =
        new NeuralNetConfiguration.Builder()
            .seed(1)
            .updater(work.isAdam() ? new Adam(0.001) : new Sgd(0.01))
            .list();
    int last = work.widths().length - 1;
    for (int layer = 1; layer < last; layer++) {
      layers.layer(
          new DenseLayer.Builder()
              .nIn(work.widths()[layer - 1])
              .nOut(work.widths()[layer])
              .activation(work.activation())
              .build());
    }
    layers.layer(
        new OutputLayer.Builder(work.isBinary() ? LossFunction.XENT : LossFunction.MCXENT)
            .nIn(work.widths()[last - 1])
            .nOut(work.outputs())
            .activation(work.isBinary() ? Activation.SIGMOID : Activation.SOFTMAX)
            .build());
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    return network;
  }

  private static double training(Training work, int passes, double warmup) {
    MultiLayerNetwork network = network(work);
    Random random = new Random(1);
    List<INDArray[]> batches = new ArrayList<>();
    for (int row = 0; row + work.batch() <= work.rows(); row += work.batch()) {
      batches.add(
          new INDArray[] {
            Nd4j.rand(work.batch(), work.widths()[0]), Nd4j.create(labels(work, random))
          });
    }
    int[] next = {0};
    return median(
        () -> {
          INDArray[] batch = batches.get(next[0]);
          network.fit(batch[0], batch[1]);
          next[0] = (next[0] + 1) % batches.size();
          return work.batch();
        },
        passes,
        warmup);
  }

  /** 0 or 1, or a 1 in one of the columns. */
  private static float[][] labels(Training work, Random random) {
    float[][] labels = new float[work.batch()][work.outputs()];
    for (float[] label : labels) {
      if (work.isBinary()) {
        label[0] = random.nextInt(2);
      } else {
        label[random.nextInt(label.length)] = 1;
      }
    }
    return labels;
  }

  private static double prediction(int rows, int passes, double warmup) {
    MultiLayerNetwork network =
        network(new Training(Activation.RELU, false, rows, rows, PREDICTION_WIDTHS));
    INDArray features = Nd4j.rand(rows, PREDICTION_WIDTHS[0]);
    return median(
        () -> {
          network.output(features);
          return rows;
        },
        passes,
        warmup);
  }

  private static double median(IntSupplier work, int passes, double warmup) {
    rate(work, warmup);
    double[] rates = new double[passes];
    for (int i = 0; i < passes; i++) {
      rates[i] = rate(work, PASS_SECONDS);
    }
    Arrays.sort(rates);
    return rates[passes / 2];
  }

  private static double rate(IntSupplier work, double seconds) {
    long samples = 0;
    long start = System.nanoTime();
    double spent = 0;
    do {
      samples += work.getAsInt();
      spent = (System.nanoTime() - start) / 1e9;
    } while (spent < seconds);
    return samples / spent;
  }
}
