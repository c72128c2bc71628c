package dev.nn.testkit;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.math.Matrix;
import java.util.Map;

/** By the number of the rule, an activation that breaks it. */
final class BrokenActivations {
  private BrokenActivations() {}

  static Map<String, Activation> byRule() {
    return Map.ofEntries(
        Map.entry("A1", new OverTheEdge()),
        Map.entry("A2", new ChangesItsInput()),
        Map.entry("A3", new NeedsARow()),
        Map.entry("A4", new ReadsWhatItWrote()),
        Map.entry("A5", new ZeroesFirst()),
        Map.entry("A6", new MeanOfTheBatch()),
        Map.entry("A7", new WrongDerivative()),
        Map.entry("A8", new AnotherLoop()),
        Map.entry("A9", new NaiveSoftplus()),
        Map.entry("A10", new SwallowsNan()),
        Map.entry("A11", new Unwell(0.02f)));
  }

  /** Ignores the stride: takes the array for the matrix. */
  private static final class OverTheEdge extends GoodActivation {
    @Override
    public void forward(Matrix z, Matrix a) {
      for (int i = 0; i < z.size(); i++) {
        a.data()[a.offset() + i] = 2 * z.data()[z.offset() + i];
      }
    }
  }

  private static final class ChangesItsInput extends GoodActivation {
    @Override
    public void backward(Matrix z, Matrix a, Matrix da, Matrix dz) {
      super.backward(z, a, da, dz);
      a.fill(0);
    }
  }

  private static final class NeedsARow extends GoodActivation {
    @Override
    public void forward(Matrix z, Matrix a) {
      super.forward(z, a);
      a.set(0, 0, 2 * a.get(0, 0) / 2);
    }
  }

  private static final class ReadsWhatItWrote extends GoodActivation {
    @Override
    public void forward(Matrix z, Matrix a) {
      a.fill(0);
      super.forward(z, a);
    }
  }

  private static final class ZeroesFirst extends GoodActivation {
    @Override
    public void backward(Matrix z, Matrix a, Matrix da, Matrix dz) {
      dz.fill(0);
      super.backward(z, a, da, dz);
    }
  }

  private static final class MeanOfTheBatch extends GoodActivation {
    @Override
    public void forward(Matrix z, Matrix a) {
      float first = z.rows() == 0 ? 0 : z.get(0, 0);
      super.forward(z, a);
      for (int i = 1; i < z.rows(); i++) {
        a.set(i, 0, a.get(i, 0) + first);
      }
    }
  }

  private static final class WrongDerivative extends GoodActivation {
    @Override
    public void backward(Matrix z, Matrix a, Matrix da, Matrix dz) {
      da.copyTo(dz);
    }
  }

  private record AnotherLoop() implements ElementwiseActivation {
    @Override
    public String name() {
      return "test.another_loop";
    }

    @Override
    public float value(float z) {
      return z * 0.1f;
    }

    @Override
    public float derivative(float z, float a) {
      return 0.1f;
    }

    @Override
    public void forward(Matrix z, Matrix a) {
      for (int i = 0; i < z.rows(); i++) {
        for (int j = 0; j < z.columns(); j++) {
          a.set(i, j, z.get(i, j) / 10);
        }
      }
    }
  }

  private record NaiveSoftplus() implements ElementwiseActivation {
    @Override
    public String name() {
      return "test.softplus";
    }

    @Override
    public float value(float z) {
      return (float) StrictMath.log(1 + (float) StrictMath.exp(z));
    }

    @Override
    public float derivative(float z, float a) {
      return 1 / (1 + (float) StrictMath.exp(-z));
    }
  }

  private record SwallowsNan() implements ElementwiseActivation {
    @Override
    public String name() {
      return "test.relu";
    }

    @Override
    public float value(float z) {
      return z > 0 ? z : 0;
    }

    @Override
    public float derivative(float z, float a) {
      return z > 0 ? 1 : 0;
    }
  }

  /** z, but NaN in a band of twice this width around 2. */
  record Unwell(float width) implements ElementwiseActivation {
    @Override
    public String name() {
      return "test.unwell";
    }

    @Override
    public float value(float z) {
      return Math.abs(z - 2) < width ? Float.NaN : z;
    }

    @Override
    public float derivative(float z, float a) {
      return 1;
    }
  }
}
