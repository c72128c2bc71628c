package dev.nn.testkit;

import dev.nn.api.Activation;
import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.GradientPass;
import dev.nn.api.Layer;
import dev.nn.math.Matrix;
import java.util.Map;
import java.util.Optional;

/** By the number of the rule, a layer that breaks it. */
final class BrokenLayers {
  private BrokenLayers() {}

  static Map<String, Layer> byRule() {
    return Map.ofEntries(
        Map.entry("N1", new Growing()),
        Map.entry("N2", new ChangesItsInput()),
        Map.entry("N3", new ChangesItsKernel()),
        Map.entry("N4", new NeedsARow()),
        Map.entry("N5", new SquareInput()),
        Map.entry("N6", new ForgetsTheBias()),
        Map.entry("N7", new LooksUp()),
        Map.entry("N8", new AlwaysRandom()),
        Map.entry("N9", new IgnoresTheTile()),
        Map.entry("N10", new TakesDzForDa()),
        Map.entry("N11", new Centring.OfAllColumns()),
        Map.entry("N12", new NaiveSoftplus()),
        Map.entry("N13", new SwallowsNan()),
        Map.entry("N14", new Dropping(0.5, 1)));
  }

  private static final class Growing extends GoodLayer {
    private int units = 2;

    @Override
    int units() {
      return units++;
    }
  }

  private static final class ChangesItsInput extends GoodLayer {
    @Override
    public void forward(ForwardPass pass) {
      super.forward(pass);
      pass.input().fill(0);
    }
  }

  private static final class ChangesItsKernel extends GoodLayer {
    @Override
    public void backward(BackwardPass pass) {
      super.backward(pass);
      pass.parameter(0).fill(0);
    }
  }

  /** What was predicted is gone before the next layer's gradients are computed. */
  static final class UsesUpItsOutput extends GoodLayer {
    @Override
    public void backward(BackwardPass pass) {
      super.backward(pass);
      pass.output().fill(0);
    }
  }

  /** Another worker may still read the transpose. */
  static final class UsesUpItsTranspose extends GoodLayer {
    @Override
    public void backward(BackwardPass pass) {
      super.backward(pass);
      if (pass.wantsInputGradient()) {
        pass.transposed(0).fill(0);
      }
    }
  }

  private static final class NeedsARow extends GoodLayer {
    @Override
    public void forward(ForwardPass pass) {
      super.forward(pass);
      pass.output().set(0, 0, pass.output().get(0, 0));
    }
  }

  private static final class SquareInput extends GoodLayer {
    @Override
    public void backward(BackwardPass pass) {
      super.backward(pass);
      if (pass.wantsInputGradient()) {
        Matrix dx = pass.inputGradient();
        for (int i = 0; i < dx.rows(); i++) {
          dx.set(i, 0, 2 * dx.get(i, 0));
        }
      }
    }
  }

  private static final class ForgetsTheBias extends GoodLayer {
    @Override
    public void parameterGradient(GradientPass pass) {
      if (pass.index() == 0) {
        super.parameterGradient(pass);
      } else {
        pass.gradient().fill(0);
      }
    }
  }

  /** A row sees the one above it. */
  private static final class LooksUp extends GoodLayer {
    @Override
    public void forward(ForwardPass pass) {
      super.forward(pass);
      Matrix a = pass.output();
      for (int i = 1; i < a.rows(); i++) {
        a.set(i, 0, a.get(i, 0) + a.get(i - 1, 0));
      }
    }
  }

  private static final class AlwaysRandom extends GoodLayer {
    @Override
    public void forward(ForwardPass pass) {
      super.forward(pass);
      pass.uniform(0, pass.output());
    }
  }

  private static final class IgnoresTheTile extends GoodLayer {
    @Override
    public void parameterGradient(GradientPass pass) {
      if (pass.index() == 1) {
        super.parameterGradient(pass);
        return;
      }
      Matrix x = pass.input();
      Matrix da = pass.outputGradient();
      Matrix tile = pass.gradient();
      for (int i = 0; i < tile.rows(); i++) {
        for (int j = 0; j < tile.columns(); j++) {
          float sum = 0;
          for (int k = 0; k < x.rows(); k++) {
            sum += x.get(k, i) * da.get(k, j);
          }
          tile.set(i, j, sum);
        }
      }
    }
  }

  /** Its exponential overflows where the logarithm of it does not. */
  private static final class NaiveSoftplus extends Pointwise {
    @Override
    double value(double x) {
      return StrictMath.log(1 + (float) StrictMath.exp(x));
    }

    @Override
    double slope(double x) {
      return 1 / (1 + StrictMath.exp(-x));
    }
  }

  private static final class SwallowsNan extends Pointwise {
    @Override
    double value(double x) {
      return x > 0 ? x : 0;
    }

    @Override
    double slope(double x) {
      return x > 0 ? 1 : 0;
    }
  }

  /** Declares an activation of slope 2 and does not look whether the gradient has it already. */
  private static final class TakesDzForDa extends GoodLayer {
    private static final Activation TWICE = new GoodActivation();

    @Override
    public Optional<Activation> outputActivation() {
      return Optional.of(TWICE);
    }

    @Override
    public void forward(ForwardPass pass) {
      pass.affine(pass.input(), pass.parameter(0), pass.parameter(1), pass.preActivation());
      TWICE.forward(pass.preActivation(), pass.output());
    }

    @Override
    public void backward(BackwardPass pass) {
      Matrix da = pass.outputGradient();
      TWICE.backward(pass.preActivation(), pass.output(), da, da);
      super.backward(pass);
    }
  }
}
