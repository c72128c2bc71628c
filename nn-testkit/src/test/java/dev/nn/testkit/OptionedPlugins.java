package dev.nn.testkit;

import dev.nn.api.BackwardPass;
import dev.nn.api.ElementwiseActivation;
import dev.nn.api.ForwardPass;
import dev.nn.api.Layer;
import dev.nn.api.Options;
import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.math.Matrix;

/** Plugins with one option each, whose effect is hard to see. */
final class OptionedPlugins {
  private OptionedPlugins() {}

  /** The input itself up to ±limit, and ±limit beyond; limits below 16 are refused. */
  record Clipped(double limit, boolean isUsed) implements ElementwiseActivation {
    Clipped {
      if (!(limit >= 16)) {
        throw new IllegalArgumentException("limit must be at least 16, got " + limit);
      }
    }

    @Override
    public String name() {
      return "test.clipped";
    }

    @Override
    public Options options() {
      return Options.NONE.withReal("limit", limit);
    }

    @Override
    public Clipped withOptions(Options complete) {
      return new Clipped(complete.real("limit"), isUsed);
    }

    @Override
    public float value(float z) {
      float end = isUsed ? (float) limit : 20;
      return Math.max(-end, Math.min(z, end));
    }

    @Override
    public float derivative(float z, float a) {
      return Math.abs(z) < (isUsed ? limit : 20) ? 1 : 0;
    }
  }

  /** Takes vectors of one width and multiplies them. */
  record Narrow(int width, double factor, boolean isUsed) implements Layer {
    @Override
    public String name() {
      return "test.narrow";
    }

    @Override
    public Options options() {
      return Options.NONE.withReal("factor", factor);
    }

    @Override
    public Narrow withOptions(Options complete) {
      return new Narrow(width, complete.real("factor"), isUsed);
    }

    @Override
    public Shape outputShape(Shape input) {
      return only(width, input);
    }

    @Override
    public void forward(ForwardPass pass) {
      multiply(pass.input(), isUsed ? (float) factor : 2, pass.output());
    }

    @Override
    public void backward(BackwardPass pass) {
      if (pass.wantsInputGradient()) {
        multiply(pass.outputGradient(), isUsed ? (float) factor : 2, pass.inputGradient());
      }
    }
  }

  /** Takes vectors of one width, and this is the option. */
  record Width(int width) implements Layer {
    @Override
    public String name() {
      return "test.width";
    }

    @Override
    public Options options() {
      return Options.NONE.withInteger("width", width);
    }

    @Override
    public Width withOptions(Options complete) {
      return new Width(complete.integer("width"));
    }

    @Override
    public Shape outputShape(Shape input) {
      return only(width, input);
    }

    @Override
    public void forward(ForwardPass pass) {
      multiply(pass.input(), 1, pass.output());
    }

    @Override
    public void backward(BackwardPass pass) {
      if (pass.wantsInputGradient()) {
        multiply(pass.outputGradient(), 1, pass.inputGradient());
      }
    }
  }

  /** Takes any factor, and cannot compute with other ones than 2. */
  record Fragile(double factor) implements ElementwiseActivation {
    @Override
    public String name() {
      return "test.fragile";
    }

    @Override
    public Options options() {
      return Options.NONE.withReal("factor", factor);
    }

    @Override
    public Fragile withOptions(Options complete) {
      return new Fragile(complete.real("factor"));
    }

    @Override
    public float value(float z) {
      if (factor != 2) {
        throw new IllegalArgumentException("not made for factor " + factor);
      }
      return 2 * z;
    }

    @Override
    public float derivative(float z, float a) {
      return 2;
    }
  }

  private static Shape only(int width, Shape input) {
    if (!input.equals(Shape.of(width))) {
      throw new ShapeException("it takes [" + width + "], not " + input);
    }
    return input;
  }

  private static void multiply(Matrix left, float factor, Matrix result) {
    for (int i = 0; i < left.rows(); i++) {
      for (int j = 0; j < left.columns(); j++) {
        result.set(i, j, factor * left.get(i, j));
      }
    }
  }
}
