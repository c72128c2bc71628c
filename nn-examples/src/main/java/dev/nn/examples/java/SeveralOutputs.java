package dev.nn.examples.java;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.metric.Metrics;
import dev.nn.data.Split;
import java.util.Random;

/** Predicts several numbers at once: how far a ball flies, and how high, from how it is thrown. */
public final class SeveralOutputs {
  private static final double GRAVITY = 9.81;

  private SeveralOutputs() {}

  public static void main(String[] args) {
    Random random = new Random(1);
    double[][] throwing = new double[2000][];
    double[][] flight = new double[throwing.length][];
    for (int i = 0; i < throwing.length; i++) {
      double speed = 5 + 5 * random.nextDouble();
      double angle = Math.PI / 2 * random.nextDouble();
      throwing[i] = new double[] {speed, angle};
      flight[i] =
          new double[] {
            speed * speed * Math.sin(2 * angle) / GRAVITY,
            Math.pow(speed * Math.sin(angle), 2) / (2 * GRAVITY)
          };
    }
    Split split = Split.random(Dataset.regression(throwing, flight), 0.8, 1);

    Network network =
        Network.of(2, "normalization", "dense(units=32, activation=tanh)", "dense(units=2)");
    Trainer trainer =
        Trainer.builder()
            .loss("mean_squared_error")
            .optimizer("adam(learning_rate=0.01)")
            .epochs(60)
            .build();
    Model model = trainer.fit(network, split.train()).model();

    System.out.println("r2 on unseen throws " + model.evaluate(split.test(), Metrics::r2));
    float[] metres = model.predict(new double[] {10, Math.PI / 4});
    System.out.println("far at 10 m/s and 45 degrees " + metres[0]);
    System.out.println("high at 10 m/s and 45 degrees " + metres[1]);
  }
}
