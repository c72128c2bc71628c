package dev.nn.examples.java;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.metric.Metrics;
import dev.nn.data.BundledData;
import dev.nn.data.Split;
import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes a model for a new task from one for an old task: a network that reads digits becomes one
 * that tells odd ones from even ones, and learns it from few examples. The first layer is taken
 * over and frozen, so that only the new last layer learns.
 */
public final class TransferLearning {
  private static final String HIDDEN = "dense(units=64, activation=relu, trainable=%s)";

  private TransferLearning() {}

  private static Trainer trainer(String loss) {
    return Trainer.builder().loss(loss).optimizer("adam(learning_rate=0.01)").epochs(30).build();
  }

  public static void main(String[] args) {
    Split digits = Split.stratified(BundledData.digits(), 0.5, 1);
    Network reader = Network.of(64, HIDDEN.formatted(true), "dense(units=10, activation=softmax)");
    Model source = trainer("categorical_crossentropy").fit(reader, digits.train()).model();

    Network network = Network.of(64, HIDDEN.formatted(false), "dense(units=1, activation=sigmoid)");
    Map<String, float[]> weights = new HashMap<>();
    Model fresh = Model.initial(network, 1);
    fresh.parameterNames().forEach(name -> weights.put(name, fresh.parameter(name)));
    weights.put("0.dense.kernel", source.parameter("0.dense.kernel"));
    weights.put("0.dense.bias", source.parameter("0.dense.bias"));

    Split few = Split.stratified(oddOrEven(digits.test()), 0.1, 1);
    Trainer trainer = trainer("binary_crossentropy");
    Model model = trainer.fit(Model.of(network, weights), few.train()).model();
    System.out.println("examples " + few.train().rows());
    System.out.println("test accuracy " + model.evaluate(few.test(), Metrics::accuracy));
    System.out.println(
        "the first layer has not changed: "
            + Arrays.equals(weights.get("0.dense.kernel"), model.parameter("0.dense.kernel")));
  }

  private static Dataset oddOrEven(Dataset digits) {
    Matrix pixels = Matrix.zeros(digits.rows(), 64);
    Matrix targets = Matrix.zeros(digits.rows(), 10);
    int[] isOdd = new int[digits.rows()];
    for (int i = 0; i < isOdd.length; i++) {
      digits.readFeatures(i, pixels, i);
      digits.readTarget(i, targets, i);
      isOdd[i] = Metrics.argMax(targets, i) % 2;
    }
    return Dataset.binary(pixels.toArray(), isOdd, "even", "odd");
  }
}
