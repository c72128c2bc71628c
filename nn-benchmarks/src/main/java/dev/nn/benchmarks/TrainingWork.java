package dev.nn.benchmarks;

import dev.nn.api.Shape;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.math.CounterRandom;

/** Networks to train with random data: those of {@code ./nn bench}. */
@SuppressWarnings("ImmutableEnumChecker") // never written
public enum TrainingWork {
  W1("relu", "sgd(learning_rate=0.01)", 32, 784, 128, 10),
  W2("relu", "adam(learning_rate=0.001)", 128, 784, 512, 512, 10),
  W3("relu", "adam(learning_rate=0.001)", 32, 30, 64, 32, 1),
  W4("relu", "sgd(learning_rate=0.01)", 512, 1024, 2048, 2048, 1000),
  W5("sigmoid", "sgd(learning_rate=0.01)", 1, 784, 30, 1),
  W6("tanh", "adam(learning_rate=0.001)", 64, 784, 256, 256, 10);

  private static final int ROWS = 4_096;

  private final String activation;
  private final String optimizer;
  private final int batch;
  private final int[] widths;

  TrainingWork(String activation, String optimizer, int batch, int... widths) {
    this.activation = activation;
    this.optimizer = optimizer;
    this.batch = batch;
    this.widths = widths;
  }

  /** Rows of a step. */
  int batch() {
    return batch;
  }

  /** A training that never ends. */
  TrainingSession start(int threads) {
    Network network = Network.of(Shape.of(widths[0]), layers());
    return Trainer.builder()
        .loss(isBinary() ? "binary_crossentropy" : "categorical_crossentropy")
        .optimizer(optimizer)
        .batchSize(batch)
        .epochs(Integer.MAX_VALUE)
        .threads(threads)
        .build()
        .start(network, data());
  }

  private int outputs() {
    return widths[widths.length - 1];
  }

  private boolean isBinary() {
    return outputs() == 1;
  }

  private String[] layers() {
    String[] layers = new String[widths.length - 1];
    for (int i = 0; i < layers.length; i++) {
      String output = isBinary() ? "sigmoid" : "softmax";
      layers[i] =
          "dense(units=%s, activation=%s)"
              .formatted(widths[i + 1], i == layers.length - 1 ? output : activation);
    }
    return layers;
  }

  /** Random examples. */
  Dataset data() {
    float[][] features = RandomMatrices.uniform(ROWS, widths[0], 1).toArray();
    CounterRandom random = CounterRandom.of(2);
    int[] labels = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      labels[i] = random.nextInt(isBinary() ? 2 : outputs());
    }
    return isBinary()
        ? Dataset.binary(features, labels)
        : Dataset.classes(features, labels, Targets.Classes.numbered(outputs()));
  }
}
