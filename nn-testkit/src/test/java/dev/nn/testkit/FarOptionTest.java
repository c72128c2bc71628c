package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.BackwardPass;
import dev.nn.api.ForwardPass;
import dev.nn.api.Layer;
import dev.nn.api.Optimizer;
import dev.nn.api.Options;
import dev.nn.api.ParameterTile;
import dev.nn.api.Plugin;
import dev.nn.api.Schedule;
import dev.nn.api.Shape;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.check.OptionChecks;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule P9 sees options that act only on unusual numbers, and still finds those that never act. */
class FarOptionTest {
  private static final int UNUSED = 700;

  /** At least 500, the value of an option that acts late. */
  private static int late(int value) {
    if (value < 500) {
      throw new IllegalArgumentException("limit must be at least 500, got " + value);
    }
    return value;
  }

  private static Options option(int limit) {
    return Options.NONE.withInteger("limit", limit);
  }

  /** 1 until the step of the limit, then a half. */
  private record Late(int limit, boolean isUsed) implements Schedule {
    private Late {
      late(limit);
    }

    @Override
    public String name() {
      return "test.late";
    }

    @Override
    public Options options() {
      return option(limit);
    }

    @Override
    public Late withOptions(Options complete) {
      return new Late(complete.integer("limit"), isUsed);
    }

    @Override
    public double rate(long step, double[] state) {
      return step < (isUsed ? limit : UNUSED) ? 1 : 0.5;
    }
  }

  /** Descends along the gradient, clipped. */
  private record Clipping(int limit, boolean isUsed) implements Optimizer {
    private Clipping {
      late(limit);
    }

    @Override
    public String name() {
      return "test.clipping";
    }

    @Override
    public Options options() {
      return option(limit);
    }

    @Override
    public Clipping withOptions(Options complete) {
      return new Clipping(complete.integer("limit"), isUsed);
    }

    @Override
    public Schedule learningRate() {
      return new BrokenSchedules.Good();
    }

    @Override
    public void update(ParameterTile tile) {
      float most = isUsed ? limit : UNUSED;
      for (int i = tile.from(); i < tile.to(); i++) {
        float gradient = Math.max(-most, Math.min(tile.gradients()[i], most));
        tile.weights()[i] -= (float) tile.learningRate() * gradient;
      }
    }
  }

  /** |ŷ − y|, but no more than the limit. */
  private static final class Bounded extends Sum {
    private final int limit;
    private final boolean isUsed;

    Bounded(int limit, boolean isUsed) {
      this.limit = late(limit);
      this.isUsed = isUsed;
    }

    @Override
    public Options options() {
      return option(limit);
    }

    @Override
    public Bounded withOptions(Options complete) {
      return new Bounded(complete.integer("limit"), isUsed);
    }

    @Override
    double value(double prediction, double target) {
      return Math.min(Math.abs(prediction - target), isUsed ? limit : UNUSED);
    }

    @Override
    double slope(double prediction, double target) {
      return Math.signum(prediction - target);
    }
  }

  /** The input, clipped. */
  private record ClippedInput(int limit, boolean isUsed) implements Layer {
    private ClippedInput {
      late(limit);
    }

    @Override
    public String name() {
      return "test.clipped_input";
    }

    @Override
    public Options options() {
      return option(limit);
    }

    @Override
    public ClippedInput withOptions(Options complete) {
      return new ClippedInput(complete.integer("limit"), isUsed);
    }

    @Override
    public Shape outputShape(Shape input) {
      return input;
    }

    @Override
    public void forward(ForwardPass pass) {
      float most = isUsed ? limit : UNUSED;
      for (int i = 0; i < pass.input().rows(); i++) {
        for (int j = 0; j < pass.input().columns(); j++) {
          pass.output().set(i, j, Math.max(-most, Math.min(pass.input().get(i, j), most)));
        }
      }
    }

    @Override
    public void backward(BackwardPass pass) {
      if (pass.wantsInputGradient()) {
        pass.outputGradient().copyTo(pass.inputGradient());
      }
    }
  }

  static Stream<Plugin> used() {
    return Stream.of(
        new Late(600, true),
        new Clipping(600, true),
        new Bounded(600, true),
        new ClippedInput(600, true));
  }

  static Stream<Plugin> unused() {
    return Stream.of(
        new Late(600, false),
        new Clipping(600, false),
        new Bounded(600, false),
        new ClippedInput(600, false));
  }

  @ParameterizedTest
  @MethodSource("used")
  void anOptionThatActsOnUnusualNumbersPasses(Plugin plugin) {
    OptionChecks.everyOptionHasAnEffect(plugin, PluginRegistry.of(plugin));
  }

  @ParameterizedTest
  @MethodSource("unused")
  void anOptionThatNeverActsFails(Plugin plugin) {
    AssertionError failure =
        assertThrows(
            AssertionError.class,
            () -> OptionChecks.everyOptionHasAnEffect(plugin, PluginRegistry.of(plugin)));
    assertEquals(
        "P9: no value of the option limit that was tried changes anything", failure.getMessage());
  }
}
