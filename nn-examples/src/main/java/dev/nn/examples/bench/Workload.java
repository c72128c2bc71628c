package dev.nn.examples.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A network and how it is trained or asked for predictions, to measure the speed of it.
 *
 * @param id its name
 * @param widths inputs, then the units of each layer
 * @param activation of the hidden layers
 * @param loss the loss, from which the activation of the output layer follows
 * @param optimizer the optimizer; empty for a prediction
 * @param batch how many rows are in one step or in one prediction
 * @param rows how many rows are in one pass
 */
record Workload(
    String id,
    List<Integer> widths,
    String activation,
    String loss,
    String optimizer,
    int batch,
    int rows) {

  private static final String CLASSES = "categorical_crossentropy";
  private static final String BINARY = "binary_crossentropy";
  private static final String SGD = "sgd(learning_rate=0.01)";
  private static final String ADAM = "adam(learning_rate=0.001)";

  /** The workloads by which frameworks are compared. */
  static final List<Workload> ALL =
      List.of(
          new Workload("w1", List.of(784, 128, 10), "relu", CLASSES, SGD, 32, 30_000),
          new Workload("w2", List.of(784, 512, 512, 10), "relu", CLASSES, ADAM, 128, 20_000),
          new Workload("w3", List.of(30, 64, 32, 1), "relu", BINARY, ADAM, 32, 20_000),
          new Workload("w4", List.of(1024, 2048, 2048, 1000), "relu", CLASSES, SGD, 512, 4_096),
          new Workload("w5", List.of(784, 30, 1), "sigmoid", BINARY, SGD, 1, 5_000),
          new Workload("w6", List.of(784, 256, 256, 10), "tanh", CLASSES, ADAM, 64, 20_000),
          prediction("i1", 1),
          prediction("i32", 32),
          prediction("i1024", 1024));

  private static Workload prediction(String id, int batch) {
    return new Workload(id, List.of(784, 512, 512, 10), "relu", CLASSES, "", batch, 20_480);
  }

  boolean isPrediction() {
    return optimizer.isEmpty();
  }

  int inputs() {
    return widths.get(0);
  }

  int outputs() {
    return widths.get(widths.size() - 1);
  }

  /** Returns the layers as specs with commas between them. */
  String layers() {
    List<String> layers = new ArrayList<>();
    for (int i = 1; i < widths.size(); i++) {
      boolean isLast = i == widths.size() - 1;
      layers.add(
          "dense(units=%s, activation=%s)"
              .formatted(widths.get(i), isLast ? outputActivation() : activation));
    }
    return String.join(", ", layers);
  }

  private String outputActivation() {
    if (loss.startsWith(CLASSES)) {
      return "softmax";
    }
    return loss.startsWith(BINARY) ? "sigmoid" : "identity";
  }
}
