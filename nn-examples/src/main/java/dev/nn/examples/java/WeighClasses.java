package dev.nn.examples.java;

import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainerBuilder;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.metric.ConfusionMatrix;
import java.util.Random;

/**
 * Lets the examples of a rare class count more, so that it is not overlooked: one part in a hundred
 * is broken, and what the sensor tells of broken ones overlaps with what it tells of whole ones.
 */
public final class WeighClasses {
  private WeighClasses() {}

  private static TrainerBuilder trainer() {
    return Trainer.builder()
        .loss("binary_crossentropy")
        .optimizer("adam(learning_rate=0.03)")
        .epochs(10);
  }

  public static void main(String[] args) {
    Dataset parts = parts();
    Network network = Network.of(1, "dense(units=1, activation=sigmoid)");

    ConfusionMatrix plain = trainer().build().fit(network, parts).model().confusionMatrix(parts);
    System.out.println("broken parts found without weights " + plain.recall(1));

    Trainer weighing = trainer().classWeights(1, 99).build();
    ConfusionMatrix weighed = weighing.fit(network, parts).model().confusionMatrix(parts);
    System.out.println("broken parts found with weights " + weighed.recall(1));
    System.out.println("whole parts thrown away " + (1 - weighed.recall(0)));
  }

  /** The sensor tells 0 to 2 of a whole part and 1 to 3 of a broken one. */
  private static Dataset parts() {
    Random random = new Random(1);
    float[][] sensor = new float[10_000][1];
    int[] isBroken = new int[sensor.length];
    for (int i = 0; i < sensor.length; i++) {
      isBroken[i] = i % 100 == 0 ? 1 : 0;
      sensor[i][0] = isBroken[i] + 2 * random.nextFloat();
    }
    return Dataset.binary(sensor, isBroken, "whole", "broken");
  }
}
