package dev.nn.benchmarks;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Initializer;
import dev.nn.api.Shape;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.layer.Dense;
import dev.nn.math.FloatMath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints how fast the network w6 trains with an activation that is a plugin's and relies on the
 * loops of {@link ElementwiseActivation}, as a share of its speed with a built-in one of the same
 * formula, in a process that has trained with ten other activations before. The two are measured in
 * turn; medians count.
 */
public final class OwnLoopShare {
  private static final int ROUNDS = 11;
  private static final long ROUND_NANOS = 300_000_000L;
  private static final int BATCH = 64;
  private static final String[] OTHERS = {
    "elu",
    "celu",
    "selu",
    "mish",
    "softplus",
    "hard_silu",
    "squareplus",
    "gelu",
    "relu6",
    "hard_tanh"
  };

  private OwnLoopShare() {}

  private record PluginSoftsign() implements ElementwiseActivation {
    @Override
    public String name() {
      return "plugin.softsign";
    }

    @Override
    public float value(float z) {
      return z / (1 + Math.abs(z));
    }

    @Override
    public float derivative(float z, float a) {
      float inverse = 1 / (1 + Math.abs(z));
      return inverse * inverse;
    }
  }

  private record PluginLeakyRelu() implements ElementwiseActivation {
    @Override
    public String name() {
      return "plugin.leaky_relu";
    }

    @Override
    public float value(float z) {
      return Math.max(z, 0) + 0.2f * Math.min(z, 0);
    }

    @Override
    public float derivative(float z, float a) {
      float isPositive = FloatMath.step(z);
      return isPositive + 0.2f * (1 - isPositive);
    }
  }

  private record PluginRelu() implements ElementwiseActivation {
    @Override
    public String name() {
      return "plugin.relu";
    }

    @Override
    public float value(float z) {
      return Math.max(z, 0);
    }

    @Override
    public float derivative(float z, float a) {
      return FloatMath.step(z);
    }
  }

  private record PluginTanh() implements ElementwiseActivation {
    @Override
    public String name() {
      return "plugin.tanh";
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

  /** Takes no arguments. */
  public static void main(String[] args) {
    Dataset data = TrainingWork.W6.data();
    for (String other : OTHERS) {
      try (TrainingSession session = start(Activation.named(other), data)) {
        double unused = rate(session);
      }
    }
    compare("softsign", new PluginSoftsign(), data);
    compare("leaky_relu", new PluginLeakyRelu(), data);
    compare("relu", new PluginRelu(), data);
    compare("tanh", new PluginTanh(), data);
  }

  private static void compare(String builtIn, ElementwiseActivation plugin, Dataset data) {
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    try (TrainingSession one = start(Activation.named(builtIn), data);
        TrainingSession two = start(plugin, data)) {
      // The first rounds let the compiler finish.
      for (int round = -5; round < ROUNDS; round++) {
        double ofBuiltIn = rate(one);
        double ofPlugin = rate(two);
        if (round >= 0) {
          ours.add(ofBuiltIn);
          theirs.add(ofPlugin);
        }
      }
    }
    double a = median(ours);
    double b = median(theirs);
    System.out.printf(
        Locale.ROOT,
        "%s: built-in %,.0f samples/s, plugin %,.0f samples/s, share %.3f%n",
        builtIn,
        a,
        b,
        b / a);
  }

  private static TrainingSession start(Activation activation, Dataset data) {
    Network network =
        Network.of(
            Shape.of(784),
            new Dense(256, activation),
            new Dense(256, activation),
            new Dense(10, Activation.named("softmax"), Initializer.named("xavier_normal")));
    return Trainer.builder()
        .loss("categorical_crossentropy")
        .optimizer("adam(learning_rate=0.001)")
        .batchSize(BATCH)
        .epochs(Integer.MAX_VALUE)
        .threads(1)
        .build()
        .start(network, data);
  }

  private static double rate(TrainingSession session) {
    long start = System.nanoTime();
    long nanos = 0;
    long samples = 0;
    while (nanos < ROUND_NANOS) {
      boolean unused = session.step();
      samples += BATCH;
      nanos = System.nanoTime() - start;
    }
    return samples * 1e9 / nanos;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }
}
