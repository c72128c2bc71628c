package dev.nn.testkit;

import dev.nn.api.Activation;
import dev.nn.api.FusedLoss;
import dev.nn.api.Loss;
import dev.nn.math.Matrix;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** By the number of the rule, a loss that breaks it. */
public final class BrokenLosses {
  private BrokenLosses() {}

  static Map<String, Loss> byRule() {
    return Map.ofEntries(
        Map.entry("L1", new FillsTheArray()),
        Map.entry("L2", new ChangesThePrediction()),
        Map.entry("L3", new NeedsARow()),
        Map.entry("L4", new TakesTheBatchsMean()),
        Map.entry("L5", new NumbersItsRows()),
        Map.entry("L6", new WrongFactor()),
        Map.entry("L7", new HidesNan()),
        Map.entry("L8", new FusesWrongly()),
        Map.entry("L9", new Unclipped()),
        Map.entry("L10", new NaiveLogCosh()),
        Map.entry("L11", new ForgetsNan()));
  }

  /** Σ (ŷ − y)²: keeps all rules. */
  public static class Good implements Loss {
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

  /** −Σ (y log ŷ + (1 − y) log(1 − ŷ)), infinite or NaN where ŷ is 0 or 1. */
  static final class Unclipped extends Sum {
    @Override
    public void checkTarget(float[] target) {
      for (float y : target) {
        if (!(y >= 0 && y <= 1)) {
          throw new IllegalArgumentException("target " + y + " must be between 0 and 1");
        }
      }
    }

    @Override
    double value(double prediction, double target) {
      return -target * StrictMath.log(prediction) - (1 - target) * StrictMath.log1p(-prediction);
    }

    @Override
    double slope(double prediction, double target) {
      return (prediction - target) / (prediction * (1 - prediction));
    }
  }

  /** Σ log cosh(ŷ − y); cosh overflows where its logarithm does not. */
  private static final class NaiveLogCosh extends Sum {
    @Override
    double value(double prediction, double target) {
      return StrictMath.log(StrictMath.cosh(prediction - target));
    }

    @Override
    double slope(double prediction, double target) {
      return StrictMath.tanh(prediction - target);
    }
  }

  /** Σ |ŷ − y|, where NaN is neither more nor less than y. */
  private static final class ForgetsNan extends Sum {
    @Override
    double value(double prediction, double target) {
      return prediction > target
          ? prediction - target
          : prediction < target ? target - prediction : 0;
    }

    @Override
    double slope(double prediction, double target) {
      return Double.isNaN(prediction) ? prediction : Math.signum(prediction - target);
    }
  }
}
