import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;

/**
 * The workloads of {@code ./nn bench} on DJL with its PyTorch engine; prints lines {@code
 * id,samples/s,median} as that does.
 *
 * <p>Install: {@code mvn -f nn-benchmarks/peers/djl package}. The native library comes from Maven
 * Central with the jars and is unpacked below ~/.djl.ai; nothing else is downloaded.
 *
 * <p>Run: {@code java -cp "target/bench.jar:target/lib/*" DjlBench [id …] [--threads N] [--passes
 * N] [--warmup SECONDS]} in this folder.
 *
 * <p>Threads: --threads is PyTorch's number of threads; {@code compare} tries 1 and 2, with
 * OMP_NUM_THREADS the same, and takes the best for each workload.
 */
final class DjlBench {
  private static final double PASS_SECONDS = 0.2;
  private static final int[] PREDICTION_WIDTHS = {784, 512, 512, 10};

  private record Training(
      UnaryOperator<NDList> activation, boolean isAdam, int batch, int rows, int... widths) {
    boolean isBinary() {
      return outputs() == 1;
    }

    int outputs() {
      return widths[widths.length - 1];
    }
  }

  private static final Map<String, Training> TRAINING =
      Map.of(
          "w1", new Training(Activation::relu, false, 32, 30_000, 784, 128, 10),
          "w2", new Training(Activation::relu, true, 128, 20_000, 784, 512, 512, 10),
          "w3", new Training(Activation::relu, true, 32, 20_000, 30, 64, 32, 1),
          "w4", new Training(Activation::relu, false, 512, 4_096, 1024, 2048, 2048, 1000),
          "w5", new Training(Activation::sigmoid, false, 1, 5_000, 784, 30, 1),
          "w6", new Training(Activation::tanh, true, 64, 20_000, 784, 256, 256, 10));
  private static final List<String> IDS =
      List.of("w1", "w2", "w3", "w4", "w5", "w6", "i1", "i32", "i1024");

  private DjlBench() {}

  public static void main(String[] args) {
    List<String> ids = new ArrayList<>();
    int threads = 1;
    int passes = 7;
    double warmup = 3;
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--threads" -> threads = Integer.parseInt(args[++i]);
        case "--passes" -> passes = Integer.parseInt(args[++i]);
        case "--warmup" -> warmup = Double.parseDouble(args[++i]);
        default -> ids.add(args[i]);
      }
    }
    if (!IDS.containsAll(ids)) {
      throw new IllegalArgumentException("among " + ids + " is no workload; there are " + IDS);
    }
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(threads));
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    Engine engine = Engine.getEngine("PyTorch");
    System.out.printf(
        "# DJL %s with PyTorch %s, %d thread(s), Java %s%n",
        Engine.getDjlVersion(), engine.getVersion(), threads, System.getProperty("java.version"));
    for (String id : ids.isEmpty() ? IDS : ids) {
      double median =
          id.startsWith("w")
              ? training(TRAINING.get(id), passes, warmup)
              : prediction(Integer.parseInt(id.substring(1)), passes, warmup);
      System.out.printf(Locale.ROOT, "%s,samples/s,%.0f%n", id, median);
      System.out.flush();
    }
  }

  private static SequentialBlock network(UnaryOperator<NDList> activation, int... widths) {
    SequentialBlock block = new SequentialBlock();
    for (int layer = 1; layer < widths.length; layer++) {
      block.add(Linear.builder().setUnits(widths[layer]).build());
      if (layer < widths.length - 1) {
        block.add(activation::apply);
      }
    }
    return block;
  }

  private static double training(Training work, int passes, double warmup) {
    Tracker rate = Tracker.fixed(work.isAdam() ? 0.001f : 0.01f);
    Optimizer optimizer =
        work.isAdam()
            ? Optimizer.adam().optLearningRateTracker(rate).build()
            : Optimizer.sgd().setLearningRateTracker(rate).build();
    Loss loss =
        work.isBinary() ? Loss.sigmoidBinaryCrossEntropyLoss() : Loss.softmaxCrossEntropyLoss();
    try (Model model = Model.newInstance("bench", "PyTorch")) {
      model.setBlock(network(work.activation(), work.widths()));
      try (Trainer trainer =
          model.newTrainer(new DefaultTrainingConfig(loss).optOptimizer(optimizer))) {
        trainer.initialize(new Shape(work.batch(), work.widths()[0]));
        List<NDList[]> batches = batches(trainer.getManager(), work);
        int[] next = {0};
        return median(
            () -> {
              step(trainer, batches.get(next[0]));
              next[0] = (next[0] + 1) % batches.size();
              return work.batch();
            },
            passes,
            warmup);
      }
    }
  }

  /** Features and labels of each batch. */
  private static List<NDList[]> batches(NDManager manager, Training work) {
    List<NDList[]> batches = new ArrayList<>();
    for (int row = 0; row + work.batch() <= work.rows(); row += work.batch()) {
      NDArray features = manager.randomUniform(0, 1, new Shape(work.batch(), work.widths()[0]));
      NDArray labels =
          manager
              .randomInteger(
                  0,
                  work.isBinary() ? 2 : work.outputs(),
                  new Shape(work.batch(), 1),
                  DataType.INT64)
              .toType(DataType.FLOAT32, false);
      batches.add(new NDList[] {new NDList(features), new NDList(labels)});
    }
    return batches;
  }

  private static void step(Trainer trainer, NDList[] batch) {
    // What a step calculates belongs to the manager of its operands and ends with it.
    try (NDManager manager = trainer.getManager().newSubManager()) {
      batch[0].attach(manager);
      batch[1].attach(manager);
      try (GradientCollector collector = trainer.newGradientCollector()) {
        NDList predictions = trainer.forward(batch[0]);
        collector.backward(trainer.getLoss().evaluate(batch[1], predictions));
      }
      trainer.step();
      batch[0].attach(trainer.getManager());
      batch[1].attach(trainer.getManager());
    }
  }

  private static double prediction(int rows, int passes, double warmup) {
    try (Model model = Model.newInstance("bench", "PyTorch")) {
      SequentialBlock block = network(Activation::relu, PREDICTION_WIDTHS);
      model.setBlock(block);
      NDManager all = model.getNDManager();
      block.initialize(all, DataType.FLOAT32, new Shape(rows, PREDICTION_WIDTHS[0]));
      ParameterStore parameters = new ParameterStore(all, false);
      NDList features = new NDList(all.randomUniform(0, 1, new Shape(rows, PREDICTION_WIDTHS[0])));
      return median(
          () -> {
            try (NDManager manager = all.newSubManager()) {
              features.attach(manager);
              block.forward(parameters, features, false).singletonOrThrow().softmax(1);
              features.attach(all);
            }
            return rows;
          },
          passes,
          warmup);
    }
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
