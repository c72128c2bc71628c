package dev.nn.testkit;

import dev.nn.api.Activation;
import dev.nn.api.FusedLoss;
import dev.nn.api.Loss;
import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** By the number of the rule, a loss that breaks it. */
final class BrokenLosses {
  private BrokenLosses() {}

  static Map<String, Loss> byRule() {
    return Map.of(
        "L1", new FillsTheArray(),
        "L2", new ChangesThePrediction(),
        "L3", new NeedsARow(),
        "L4", new TakesTheBatchsMean(),
        "L5", new NumbersItsRows(),
        "L6", new WrongFactor(),
        "L7", new HidesNan(),
        "L8", new FusesWrongly());
  }

  /** Σ (ŷ − y)²: keeps all rules. */
  static class Good implements Loss {
    @Override
    public String name() {
      return "test.squares";
    }

    @Override
    public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
      for (int i = 0; i < prediction.rows(); i++) {
        double sum = 0;
        for (int j = 0; j < prediction.columns(); j++) {
          double error = prediction.get(i, j) - target.get(i, j);
          sum += error * error;
        }
        lossPerRow[i] = sum;
      }
    }

    @Override
    public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
      for (int i = 0; i < prediction.rows(); i++) {
        for (int j = 0; j < prediction.columns(); j++) {
          gradient.set(i, j, 2 * (prediction.get(i, j) - target.get(i, j)));
        }
      }
    }
  }

  private static final class FillsTheArray extends Good {
    @Override
    public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
      Arrays.fill(lossPerRow, 0);
      super.value(prediction, target, lossPerRow);
    }
  }

  private static final class ChangesThePrediction extends Good {
    @Override
    public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
      super.gradient(prediction, target, gradient);
      prediction.fill(0);
    }
  }

  private static final class NeedsARow extends Good {
    @Override
    public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
      super.value(prediction, target, lossPerRow);
      lossPerRow[0] += 0 * prediction.get(0, 0);
    }
  }

  private static final class TakesTheBatchsMean extends Good {
    @Override
    public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
      super.value(prediction, target, lossPerRow);
      for (int i = 0; i < prediction.rows(); i++) {
        lossPerRow[i] /= prediction.rows();
      }
    }
  }

  private static final class NumbersItsRows extends Good {
    @Override
    public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
      super.gradient(prediction, target, gradient);
      for (int i = 6; i < gradient.rows(); i++) {
        gradient.set(i, 0, 0);
      }
    }
  }

  private static final class WrongFactor extends Good {
    @Override
    public void gradient(Matrix prediction, Matrix target, Matrix gradient) {
      super.gradient(prediction, target, gradient);
      for (int i = 0; i < gradient.rows(); i++) {
        gradient.set(i, 0, gradient.get(i, 0) / 2);
      }
    }
  }

  private static final class HidesNan extends Good {
    @Override
    public void value(Matrix prediction, Matrix target, double[] lossPerRow) {
      super.value(prediction, target, lossPerRow);
      for (int i = 0; i < prediction.rows(); i++) {
        lossPerRow[i] = Double.isNaN(lossPerRow[i]) ? 0 : lossPerRow[i];
      }
    }
  }

  /** Forgets that the activation has a slope. */
  private static final class FusesWrongly extends Good {
    @Override
    public Optional<FusedLoss> fuse(Activation output) {
      return Optional.of(
          new FusedLoss() {
            @Override
            public void value(Matrix z, Matrix target, double[] lossPerRow) {
              Matrix prediction = Matrix.zeros(z.rows(), z.columns());
              output.forward(z, prediction);
              FusesWrongly.this.value(prediction, target, lossPerRow);
            }

            @Override
            public void gradient(Matrix z, Matrix prediction, Matrix target, Matrix gradient) {
              FusesWrongly.this.gradient(prediction, target, gradient);
            }
          });
    }
  }
}
