package dev.nn.examples.plugins.mistakes;

import java.util.Map;

/** Plugins without a mistake, each in a project of its own. */
final class RightPlugins {
  /** strength·z² + shift within its bounds, bent where it leaves them. */
  static final Draft BENT =
      draft(
          "Bent",
          """
          package acme;
          import dev.nn.api.*;
          @NnPlugin
          public record Bent(double strength, double shift) implements ElementwiseActivation {
            public Bent() { this(0.5, 0.25); }
            public Bent {
              strength = Range.between(0, 10).check("strength", strength);
              shift = Range.between(-10, 10).check("shift", shift);
            }
            public String name() { return "acme.bent"; }
            public Options options() {
              return Options.NONE.withReal("strength", strength).withReal("shift", shift);
            }
            public Bent withOptions(Options complete) {
              return new Bent(complete.real("strength"), complete.real("shift"));
            }
            public float value(float z) {
              return z + (float) strength * (float) Math.sqrt(z * z + 1) + (float) shift;
            }
            public float derivative(float z, float a) {
              return 1 + (float) strength * z / (float) Math.sqrt(z * z + 1);
            }
          }
          """);

  /** Factors that are learnt. */
  static final Draft SCALE =
      draft(
          "Scale",
          """
          package acme;
          import dev.nn.api.*;
          import dev.nn.math.Matrix;
          import java.util.List;
          @NnPlugin
          public record Scale() implements Layer {
            public String name() { return "acme.scale"; }
            public Shape outputShape(Shape input) { return input; }
            public List<Parameter> parameters(Shape input) {
              return List.of(Parameter.of("scale", Shape.of(input.size()), Initializer.named("ones")));
            }
            public Needs needs(Shape input) { return Needs.NONE.withSaved(input.size()); }
            public void forward(ForwardPass pass) {
              multiply(pass.input(), pass.parameter(0), pass.output());
            }
            public void backward(BackwardPass pass) {
              Matrix x = pass.input();
              Matrix da = pass.outputGradient();
              for (int i = 0; i < x.rows(); i++) {
                for (int j = 0; j < x.columns(); j++) {
                  pass.saved(0).set(i, j, da.get(i, j) * x.get(i, j));
                }
              }
              if (pass.wantsInputGradient()) {
                multiply(da, pass.parameter(0), pass.inputGradient());
              }
            }
            public void parameterGradient(GradientPass pass) {
              pass.columnSums(pass.saved(0));
            }
            private static void multiply(Matrix x, Matrix factors, Matrix result) {
              for (int i = 0; i < x.rows(); i++) {
                for (int j = 0; j < x.columns(); j++) {
                  result.set(i, j, x.get(i, j) * factors.get(0, j));
                }
              }
            }
          }
          """);

  /** A ball that rolls down the loss. */
  static final Draft BALL =
      draft(
          "Ball",
          """
          package acme;
          import dev.nn.api.*;
          @NnPlugin
          public record Ball(Schedule learningRate) implements Optimizer {
            public Ball() { this(Schedule.constant(0.01)); }
            public String name() { return "acme.ball"; }
            public Options options() {
              return Options.NONE.withPlugin("learning_rate", learningRate);
            }
            public Ball withOptions(Options complete) {
              return new Ball(complete.plugin("learning_rate", Schedule.class));
            }
            public int slots() { return 1; }
            public void update(ParameterTile tile) {
              float[] w = tile.weights();
              float[] v = tile.slot(0);
              for (int i = tile.from(); i < tile.to(); i++) {
                v[i] = 0.5f * v[i] - (float) tile.learningRate() * tile.gradients()[i];
                w[i] += v[i];
              }
            }
          }
          """);

  private RightPlugins() {}

  private static Draft draft(String className, String source) {
    return new Draft(Map.of("acme/" + className + ".java", source));
  }
}
