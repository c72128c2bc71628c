package dev.nn.processor;

import java.util.Map;
import java.util.TreeMap;

/** The source code of plugins, complete and as short as they get. */
final class Samples {
  static final String ACTIVATION =
      """
      package acme;
      @dev.nn.api.NnPlugin
      public record CLASS() implements dev.nn.api.ElementwiseActivation {
        @Override public String name() { return "NAME"; }
        @Override public float value(float z) { return z; }
        @Override public float derivative(float z, float a) { return 1; }
      }
      """;

  private Samples() {}

  static String fill(String template, Map<String, String> words) {
    String text = template;
    for (Map.Entry<String, String> word : words.entrySet()) {
      text = text.replace(word.getKey(), word.getValue());
    }
    return text;
  }

  /** By the interface of its kind, the body of a plugin that is called {@code Sample}. */
  static Map<String, String> ofAllKinds() {
    Map<String, String> bodies = new TreeMap<>();
    bodies.put(
        "Activation",
        """
        @Override public void forward(Matrix z, Matrix a) {}
        @Override public void backward(Matrix z, Matrix a, Matrix da, Matrix dz) {}
        """);
    bodies.put(
        "Initializer",
        """
        @Override public void initialize(Matrix w, int in, int out, RandomGenerator random) {}
        """);
    bodies.put(
        "Layer",
        """
        @Override public Shape outputShape(Shape input) { return input; }
        @Override public void forward(ForwardPass pass) {}
        @Override public void backward(BackwardPass pass) {}
        """);
    bodies.put(
        "Loss",
        """
        @Override public void value(Matrix prediction, Matrix target, double[] loss) {}
        @Override public void gradient(Matrix prediction, Matrix target, Matrix gradient) {}
        """);
    bodies.put(
        "Optimizer",
        """
        @Override public Schedule learningRate() { return Schedule.constant(1); }
        @Override public void update(ParameterTile tile) {}
        """);
    bodies.put(
        "Schedule",
        """
        @Override public double rate(long step, double[] state) { return 1; }
        """);
    bodies.replaceAll(
        (kind, body) ->
            """
            package acme;
            import dev.nn.api.*;
            import dev.nn.math.Matrix;
            import java.util.random.RandomGenerator;
            @NnPlugin
            public record Sample%1$s() implements %1$s {
              @Override public String name() { return "acme.sample"; }
            %2$s}
            """
                .formatted(kind, body.indent(2)));
    return bodies;
  }
}
