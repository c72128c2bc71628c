package dev.nn.examples.java;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.metric.Metrics;
import dev.nn.math.Matrix;

/**
 * Trains on a data set of one's own, whose rows are made on the fly and never kept: a network
 * learns to multiply. Data may come from a file or a database in the same way, as long as a row is
 * the same each time it is read.
 *
 * @param rows how many examples there are
 */
public record OwnDataset(int rows) implements Dataset {
  private static final double GOLDEN_RATIO = (1 + Math.sqrt(5)) / 2;

  public static void main(String[] args) {
    Network network = Network.of(2, "dense(units=32, activation=tanh)", "dense(units=1)");
    Trainer trainer =
        Trainer.builder()
            .loss("mean_squared_error")
            .optimizer("adam(learning_rate=0.003)")
            .epochs(3)
            .build();
    Model model = trainer.fit(network, new OwnDataset(50_000)).model();

    OwnDataset grid = new OwnDataset(1000);
    System.out.println("mean error " + model.evaluate(grid, Metrics::meanAbsoluteError));
    System.out.println("0.5 times 0.8 is about " + model.predict(new float[] {0.5f, 0.8f})[0]);
  }

  @Override
  public Shape shape() {
    return Shape.of(2);
  }

  @Override
  public Targets targets() {
    return new Targets.Real(1);
  }

  @Override
  public void readFeatures(int row, Matrix into, int at) {
    into.set(at, 0, (float) (row * GOLDEN_RATIO % 1));
    into.set(at, 1, (float) ((row + 0.5) / rows));
  }

  @Override
  public void readTarget(int row, Matrix into, int at) {
    Matrix features = Matrix.zeros(1, 2);
    readFeatures(row, features, 0);
    into.set(at, 0, features.get(0, 0) * features.get(0, 1));
  }
}
