package dev.nn.core.plugin;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Initializer;
import dev.nn.api.Kind;
import dev.nn.api.OptionType.PluginOf;
import dev.nn.api.OptionType.Scalar;
import dev.nn.api.Options;
import dev.nn.api.Schedule;
import dev.nn.math.Matrix;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Small plugins for the registry's tests. */
final class RegistryTestPlugins {
  private RegistryTestPlugins() {}

  static final PluginRegistry REGISTRY =
      PluginRegistry.of(
          new Identity(), new Leaky(0.2), new Zeros(), new Constant(1), Probe.DEFAULT);

  record Identity() implements ElementwiseActivation {
    @Override
    public String name() {
      return "identity";
    }

    @Override
    public Set<String> aliases() {
      return Set.of("linear");
    }

    @Override
    public float value(float z) {
      return z;
    }

    @Override
    public float derivative(float z, float a) {
      return 1;
    }
  }

  record Leaky(double negativeSlope) implements ElementwiseActivation {
    Leaky {
      if (negativeSlope < 0 || negativeSlope >= 1) {
        throw new IllegalArgumentException("negative_slope is in [0, 1), got " + negativeSlope);
      }
    }

    @Override
    public String name() {
      return "leaky_relu";
    }

    @Override
    public Options options() {
      return Options.NONE.withReal("negative_slope", negativeSlope);
    }

    @Override
    public Leaky withOptions(Options complete) {
      return new Leaky(complete.real("negative_slope"));
    }

    @Override
    public float value(float z) {
      return z < 0 ? (float) negativeSlope * z : z;
    }

    @Override
    public float derivative(float z, float a) {
      return z < 0 ? (float) negativeSlope : 1;
    }
  }

  record Zeros() implements Initializer {
    @Override
    public String name() {
      return "zeros";
    }

    @Override
    public void initialize(Matrix weights, int fanIn, int fanOut, RandomGenerator random) {}
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
      double rate = complete.real("value");
      if (rate < 0) {
        throw new IllegalArgumentException("value is at least 0, got " + rate);
      }
      return new Constant(rate);
    }

    @Override
    public double rate(long step, double[] state) {
      return value;
    }
  }

  /** Has an option of every type. */
  record Probe(Options options) implements Schedule {
    static final Probe DEFAULT =
        new Probe(
            Options.NONE
                .withInteger("steps", 1)
                .require("steps")
                .withReal("rate", 0.5)
                .withFlag("flag", false)
                .withWord("mode", "fast")
                .withText("note", "")
                .withPlugin("inner", Schedule.constant(0.1))
                .withPlugin("activation", Activation.named("identity"))
                .withOptional("cap", Scalar.REAL, Optional.empty())
                .withOptional(
                    "initializer",
                    new PluginOf(Kind.INITIALIZER),
                    Optional.of(Initializer.named("zeros")))
                .withList("parts", new PluginOf(Kind.SCHEDULE), List.of()));

    @Override
    public String name() {
      return "probe";
    }

    @Override
    public Probe withOptions(Options complete) {
      return new Probe(complete);
    }

    @Override
    public double rate(long step, double[] state) {
      return 0;
    }
  }

  /** An activation of any name that behaves as it is told. */
  record Custom(String name, Options options, java.util.function.UnaryOperator<Custom> sibling)
      implements ElementwiseActivation {
    @Override
    public Activation withOptions(Options complete) {
      return sibling.apply(new Custom(name, complete, sibling));
    }

    @Override
    public float value(float z) {
      return z;
    }

    @Override
    public float derivative(float z, float a) {
      return 1;
    }
  }
}
