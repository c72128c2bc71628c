package dev.nn.examples.java;

import dev.nn.api.Loss;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Matrix;

/**
 * Uses a loss of one's own, for which too little is three times as bad as too much: where half of
 * the days need nothing and half of them one loaf of bread, it advises to bake three quarters.
 */
public final class OwnLoss {
  private OwnLoss() {}

  /**
   * The mean of w·(ŷ − y)², where w is the given weight if ŷ is too small, and 1 otherwise.
   *
   * @param shortage how much worse it is to have too little
   */
  public record Shortage(double shortage) implements Loss {
    @Override
    public String name() {
      return "example.shortage";
    }

    @Override
    public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
      for (int i = 0; i < prediction.rows(); i++) {
        double sum = 0;
        for (int j = 0; j < prediction.columns(); j++) {
          double error = (double) prediction.get(i, j) - target.get(i, j);
          sum += weight(error) * error * error;
        }
        lossPerRow[i] = sum / prediction.columns();
      }
    }

    @Override
    public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
      for (int i = 0; i < prediction.rows(); i++) {
        for (int j = 0; j < prediction.columns(); j++) {
          double error = (double) prediction.get(i, j) - target.get(i, j);
          gradient.set(i, j, (float) (2 * weight(error) * error / prediction.columns()));
        }
      }
    }

    private double weight(double error) {
      return error < 0 ? shortage : 1;
    }
  }

  public static void main(String[] args) {
    float[][] days = {{1}, {1}, {1}, {1}};
    float[] loaves = {0, 1, 0, 1};
    Loss loss = new Shortage(3);
    Trainer trainer =
        Trainer.builder()
            .registry(PluginRegistry.load().with(loss))
            .loss(loss)
            .optimizer("sgd(learning_rate=0.05)")
            .epochs(200)
            .build();
    Model model =
        trainer.fit(Network.of(1, "dense(units=1)"), Dataset.regression(days, loaves)).model();

    System.out.println("loaves to bake " + model.predict(days[0])[0]);
  }
}
