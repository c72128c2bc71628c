package dev.nn.examples.bench;

import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.math.CounterRandom;

/**
 * Makes uniform features and random targets. They are enough to measure speed, and every framework
 * gets the same.
 */
final class RandomData {
  private RandomData() {}

  static float[][] features(int rows, int columns) {
    CounterRandom random = CounterRandom.of(1);
    float[][] features = new float[rows][columns];
    for (float[] row : features) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextFloat();
      }
    }
    return features;
  }

  static Dataset dataset(Workload workload) {
    float[][] features = features(workload.rows(), workload.inputs());
    CounterRandom random = CounterRandom.of(2);
    int[] labels = new int[workload.rows()];
    boolean isClasses = workload.loss().startsWith("categorical_crossentropy");
    for (int i = 0; i < labels.length; i++) {
      labels[i] = random.nextInt(isClasses ? workload.outputs() : 2);
    }
    if (isClasses) {
      return Dataset.classes(features, labels, Targets.Classes.numbered(workload.outputs()));
    }
    if (workload.outputs() == 1) {
      return Dataset.binary(features, labels);
    }
    return Dataset.regression(features, features(workload.rows(), workload.outputs()));
  }
}
