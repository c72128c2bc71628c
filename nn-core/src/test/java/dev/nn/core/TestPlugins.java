package dev.nn.core;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Initializer;
import dev.nn.api.Optimizer;
import dev.nn.api.Options;
import dev.nn.api.ParameterTile;
import dev.nn.api.Schedule;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;
import java.util.random.RandomGenerator;

/**
 * The few plugins that tests of this module train with; the real ones live in modules that this one
 * does not know.
 */
public final class TestPlugins {
  private TestPlugins() {}

  /** This module's layers and losses with the plugins below. */
  public static PluginRegistry registry() {
    return PluginRegistry.load()
        .with(
            new Identity(),
            new Sigmoid(),
            new Tanh(),
            new SmallUniform(),
            new Zeros(),
            new Descent(),
            new Constant(0.1));
  }

  record Identity() implements Activation {
    @Override
    public String name() {
      return "identity";
    }

    @Override
    public void forward(Matrix z, Matrix a) {
      if (z != a) {
        z.copyTo(a);
      }
    }

    @Override
    public void backward(Matrix z, Matrix a, Matrix da, Matrix dz) {
      if (da != dz) {
        da.copyTo(dz);
      }
    }
  }

  record Sigmoid() implements ElementwiseActivation {
    @Override
    public String name() {
      return "sigmoid";
    }

    @Override
    public float value(float z) {
      return FloatMath.sigmoid(z);
    }

    @Override
    public float derivative(float z, float a) {
      return a * (1 - a);
    }
  }

  record Tanh() implements ElementwiseActivation {
    @Override
    public String name() {
      return "tanh";
    }

    @Override
    public float value(float z) {
      return FloatMath.tanh(z);
    }

    @Override
    public float derivative(float z, float a) {
      return 1 - a * a;
    }
  }

  /** Takes the name of a dense layer's default. */
  record SmallUniform() implements Initializer {
    @Override
    public String name() {
      return "xavier_normal";
    }

    @Override
    public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
      for (int i = 0; i < weights.rows(); i++) {
        for (int j = 0; j < weights.columns(); j++) {
          weights.set(i, j, random.nextFloat() - 0.5f);
        }
      }
    }
  }

  record Zeros() implements Initializer {
    @Override
    public String name() {
      return "zeros";
    }

    @Override
    public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
      weights.fill(0);
    }
  }

  record Ones() implements Initializer {
    @Override
    public String name() {
      return "ones";
    }

    @Override
    public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {
      weights.fill(1);
    }
  }

  record Constant(double value) implements Schedule {
    @Override
    public String name() {
      return "constant";
    }

    @Override
    public Options options() {
      return Options.NONE.withReal("value", value);
    }

    @Override
    public Constant withOptions(Options complete) {
      return new Constant(complete.real("value"));
    }

    @Override
    public double rate(long step, double[] state) {
      return value;
    }
  }

  record Descent(Schedule learningRate) implements Optimizer {
    Descent() {
      this(Schedule.constant(0.1));
    }

    @Override
    public String name() {
      return "sgd";
    }

    @Override
    public Options options() {
      return Options.NONE.withPlugin("learning_rate", learningRate);
    }

    @Override
    public Descent withOptions(Options complete) {
      return new Descent(complete.plugin("learning_rate", Schedule.class));
    }

    @Override
    public void update(ParameterTile tile) {
      float rate = (float) tile.learningRate();
      for (int i = tile.from(); i < tile.to(); i++) {
        tile.weights()[i] -= rate * tile.gradients()[i];
      }
    }
  }
}
