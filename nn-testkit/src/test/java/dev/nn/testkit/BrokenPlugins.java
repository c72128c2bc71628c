package dev.nn.testkit;

import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Options;
import dev.nn.api.Plugin;
import dev.nn.math.Matrix;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** By the number of the rule, a plugin that breaks it. */
final class BrokenPlugins {
  private BrokenPlugins() {}

  static Map<String, Plugin> byRule() {
    return Map.of(
        "P1", new Shouting(),
        "P2", new Forgetful(0.5),
        "P3", new Rounding(0.3),
        "P4", new Secretive(),
        "P5", new Terse(1),
        "P6", new Counting(),
        "P7", new Buffered(),
        "P9", new Decorative(1));
  }

  private static final class Shouting extends GoodActivation {
    @Override
    public String name() {
      return "Twice!";
    }
  }

  /** Its options do not come back. */
  private record Forgetful(double slope) implements ElementwiseActivation {
    @Override
    public String name() {
      return "test.forgetful";
    }

    @Override
    public Options options() {
      return Options.NONE.withReal("slope", slope);
    }

    @Override
    public Forgetful withOptions(Options complete) {
      return new Forgetful(1);
    }

    @Override
    public float value(float z) {
      return (float) slope * z;
    }

    @Override
    public float derivative(float z, float a) {
      return (float) slope;
    }
  }

  /** What it prints is not what it is. */
  private record Rounding(double slope) implements ElementwiseActivation {
    @Override
    public String name() {
      return "test.rounding";
    }

    @Override
    public Options options() {
      return Options.NONE.withReal("slope", Math.rint(slope));
    }

    @Override
    public Rounding withOptions(Options complete) {
      return new Rounding(complete.real("slope"));
    }

    @Override
    public float value(float z) {
      return (float) slope * z;
    }

    @Override
    public float derivative(float z, float a) {
      return (float) slope;
    }
  }

  /** Shows an option only after the registry has looked. */
  private static final class Secretive extends GoodActivation {
    private final AtomicInteger looks = new AtomicInteger();

    @Override
    public Options options() {
      return looks.getAndIncrement() == 0 ? Options.NONE : Options.NONE.withReal("hidden", 1);
    }
  }

  /** Its refusal helps nobody. */
  private record Terse(double slope) implements ElementwiseActivation {
    Terse {
      if (slope < 0) {
        throw new IllegalArgumentException("bad value");
      }
    }

    @Override
    public String name() {
      return "test.terse";
    }

    @Override
    public Options options() {
      return Options.NONE.withReal("slope", slope);
    }

    @Override
    public Terse withOptions(Options complete) {
      return new Terse(complete.real("slope"));
    }

    @Override
    public float value(float z) {
      return (float) slope * z;
    }

    @Override
    public float derivative(float z, float a) {
      return (float) slope;
    }
  }

  private static final class Counting extends GoodActivation {
    private int calls;

    @Override
    public void forward(Matrix z, Matrix a) {
      super.forward(z, a);
      if (z.rows() > 0) {
        a.set(0, 0, calls++);
      }
    }
  }

  /** Right on one thread: keeps the input in a field between two passes over it. */
  private static final class Buffered extends GoodActivation {
    private float[] buffer = {};

    @Override
    public void forward(Matrix z, Matrix a) {
      for (int i = 0; i < z.rows(); i++) {
        buffer = z.row(i);
        Thread.yield();
        for (int j = 0; j < z.columns(); j++) {
          a.set(i, j, 2 * buffer[j]);
        }
      }
    }
  }

  /** Keeps an option and never looks at it. */
  private record Decorative(double slope) implements ElementwiseActivation {
    @Override
    public String name() {
      return "test.decorative";
    }

    @Override
    public Options options() {
      return Options.NONE.withReal("slope", slope);
    }

    @Override
    public Decorative withOptions(Options complete) {
      return new Decorative(complete.real("slope"));
    }

    @Override
    public float value(float z) {
      return 2 * z;
    }

    @Override
    public float derivative(float z, float a) {
      return 2;
    }
  }
}
