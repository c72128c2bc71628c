package dev.nn.examples.java;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.metric.Metrics;
import dev.nn.data.Split;
import java.util.Random;

/** Trains on arrays: a network learns which points of a square lie inside a circle. */
public final class TrainOnArrays {
  private TrainOnArrays() {}

  public static void main(String[] args) {
    Random random = new Random(1);
    double[][] points = new double[2000][2];
    boolean[] inside = new boolean[points.length];
    for (int i = 0; i < points.length; i++) {
      double x = 2 * random.nextDouble() - 1;
      double y = 2 * random.nextDouble() - 1;
      points[i] = new double[] {x, y};
      inside[i] = x * x + y * y < 0.5;
    }
    Split split = Split.stratified(Dataset.binary(points, inside), 0.8, 1);

    Network network =
        Network.of(2, "dense(units=16, activation=tanh)", "dense(units=1, activation=sigmoid)");
    Trainer trainer =
        Trainer.builder()
            .loss("binary_crossentropy")
            .optimizer("adam(learning_rate=0.01)")
            .epochs(40)
            .build();
    Model model = trainer.fit(network, split.train()).model();

    System.out.println("test accuracy " + model.evaluate(split.test(), Metrics::accuracy));
    System.out.println("is the centre inside? " + model.predictLabel(new double[] {0, 0}));
    System.out.println("is the corner inside? " + model.predictLabel(new double[] {1, 1}));
  }
}
