package dev.nn.tests.spi;

import java.util.HashMap;
import java.util.Map;

/**
 * What the sample application shall train. Where nothing else is said: {@code mean_squared_error},
 * {@code sgd(learning_rate=0.1)}, full batches, one thread.
 */
record Experiment(
    float[][] features,
    float[][] targets,
    String layers,
    String loss,
    String optimizer,
    int epochs,
    int batchSize,
    int threads) {

  static Experiment of(float[][] features, float[][] targets, String layers, int epochs) {
    return new Experiment(
        features,
        targets,
        layers,
        "mean_squared_error",
        "sgd(learning_rate=0.1)",
        epochs,
        features.length,
        1);
  }

  Experiment withLoss(String other) {
    return new Experiment(features, targets, layers, other, optimizer, epochs, batchSize, threads);
  }

  Experiment withOptimizer(String other) {
    return new Experiment(features, targets, layers, loss, other, epochs, batchSize, threads);
  }

  Experiment withBatchSize(int other) {
    return new Experiment(features, targets, layers, loss, optimizer, epochs, other, threads);
  }

  Experiment withThreads(int other) {
    return new Experiment(features, targets, layers, loss, optimizer, epochs, batchSize, other);
  }

  /** In Java's own types, as the application takes it. */
  Map<String, Object> wish() {
    Map<String, Object> wish = new HashMap<>();
    wish.put("features", features);
    wish.put("targets", targets);
    wish.put("layers", layers);
    wish.put("loss", loss);
    wish.put("optimizer", optimizer);
    wish.put("epochs", epochs);
    wish.put("batchSize", batchSize);
    wish.put("threads", threads);
    return wish;
  }
}
