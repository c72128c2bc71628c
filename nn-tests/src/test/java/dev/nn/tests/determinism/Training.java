package dev.nn.tests.determinism;

import dev.nn.api.Shape;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainerBuilder;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * Short trainings and the SHA-256 of the weights that they end with. Widths and batches are odd, so
 * that every kernel has edges to deal with. The hashes came from the scalar kernels and one thread;
 * a change of the mathematics or of the random numbers changes them, and nothing else may.
 */
enum Training {
  RELU_SOFTMAX_ADAM(
      "categorical_crossentropy",
      "adam(learning_rate=0.01)",
      16,
      "40ade36675c07b6bbe871188089fb96e908f0ec0f5de943ee10dc013318cb07e",
      "dense(units=53, activation=relu, initializer=he_normal)",
      "dense(units=19, activation=relu, initializer=he_normal)",
      "dense(units=10, activation=softmax)"),
  TANH_SIGMOID_SGD(
      "binary_crossentropy",
      "sgd(learning_rate=0.1, momentum=0.9, nesterov=true)",
      13,
      "427117a3dfeb8d5de92a58cecf077ef6e94a98b2352c44b6849fc4ed64b8debb",
      "dense(units=53, activation=tanh)",
      "dense(units=19, activation=sigmoid)",
      "dense(units=10, activation=sigmoid)"),
  DROPOUT(
      "categorical_crossentropy",
      "rmsprop(learning_rate=cosine_decay(initial=0.01, steps=60))",
      16,
      "7ce1464d51e06fbc28fc4d3306ba284f9ce5d832eda1b3e2f258cade2807ef36",
      "dense(units=53, activation=gelu)",
      "dropout(rate=0.3)",
      "dense(units=19, activation=silu)",
      "gaussian_noise(stddev=0.1)",
      "dense(units=10, activation=softmax)"),
  BATCH_SIZE_1(
      "categorical_crossentropy",
      "adagrad(learning_rate=0.05)",
      1,
      "1acbb086fdb44245fd15571b98f8ca7181c65f55ccf6d632501942abf3f25eb1",
      "dense(units=19, activation=elu)",
      "dense(units=10, activation=softmax)"),
  BATCH_NORMALIZATION(
      "categorical_crossentropy",
      "adamw(learning_rate=0.01)",
      17,
      "721ce66e6a57ae6864af321d69e98ca43eb384fed1db0582c6d0f803dee8f9a1",
      "dense(units=53)",
      "batch_normalization",
      "activation(activation=relu)",
      "dense(units=19, activation=softplus)",
      "layer_normalization",
      "dense(units=10, activation=softmax)"),
  WHOLE_TENSORS(
      "huber",
      "lamb(learning_rate=0.01)",
      31,
      "411e56655100c4889e943ad4b055c24b1d6d66c66d7edabdefb88297ab487a6b",
      "dense(units=53, activation=mish, kernel_l2=0.001)",
      "prelu",
      "dense(units=19, activation=selu, initializer=lecun_normal)",
      "dense(units=10)"),
  BRANCHES(
      "categorical_crossentropy",
      "adam(learning_rate=0.01)",
      15,
      "0497ac211818eda7952fa2702dc369b23b67d44f45c864109ebf3f5d08f77e23",
      "dense(units=19, activation=relu)",
      "residual(layers=[dense(units=53, activation=relu), batch_normalization,"
          + " dropout(rate=0.1), dense(units=19)])",
      "parallel(branches=[dense(units=21), dense(units=21, activation=sigmoid)], join=multiply)",
      "parallel(branches=[activation(activation=tanh), residual(layers=[dense(units=21)])])",
      "dense(units=10, activation=softmax)");

  private static final int ROWS = 67;
  private static final int INPUTS = 37;
  private static final int OUTPUTS = 10;

  private static final int STEPS = 130;

  /** Enough for the engine to try every number of workers, even where a step takes 10 µs. */
  private static final int WATCHED_STEPS = 600;

  private final String loss;
  private final String optimizer;
  private final int batchSize;
  private final String sha256;
  private final List<String> layers;

  Training(String loss, String optimizer, int batchSize, String sha256, String... layers) {
    this.loss = loss;
    this.optimizer = optimizer;
    this.batchSize = batchSize;
    this.sha256 = sha256;
    this.layers = List.of(layers);
  }

  /** What the weights must hash to. */
  String expected() {
    return sha256;
  }

  /** Trains; what the weights hash to. */
  String run(int threads) {
    return run(PluginRegistry.load(), layers, threads, STEPS);
  }

  /** Trains for longer, with one more activation; how many threads that one ran on. */
  int workers(int threads) {
    WorkerWatch watch = new WorkerWatch();
    List<String> watched = new ArrayList<>(layers);
    watched.add(1, "activation(activation=" + watch.name() + ")");
    String unused = run(PluginRegistry.load().with(watch), watched, threads, WATCHED_STEPS);
    return watch.threads().size();
  }

  private String run(PluginRegistry registry, List<String> all, int threads, int steps) {
    int batches = (ROWS + batchSize - 1) / batchSize;
    Network network = Network.of(registry, Shape.of(INPUTS), all.toArray(String[]::new));
    TrainerBuilder builder =
        Trainer.builder()
            .registry(registry)
            .loss(loss)
            .optimizer(optimizer)
            .batchSize(batchSize)
            .epochs((steps + batches - 1) / batches)
            .threads(threads)
            .seed(42);
    if (this == WHOLE_TENSORS) {
      builder.globalClipNorm(1);
    }
    return builder.build().fit(network, data()).model().weightsSha256();
  }

  /** Numbers between −1 and 1 that a hand can make, and ten classes that have to do with them. */
  private static Dataset data() {
    float[][] features = new float[ROWS][INPUTS];
    float[][] targets = new float[ROWS][OUTPUTS];
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < INPUTS; j++) {
        features[i][j] = ((i * 37 + j * 101 + i * j * 13) % 257 - 128) / 128f;
      }
      int label = (int) ((features[i][0] + features[i][1] + 2) * 2.49f);
      targets[i][label] = 1;
    }
    return Dataset.regression(features, targets);
  }
}
