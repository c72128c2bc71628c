package dev.nn.lecture.explain;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.api.Loss;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.lecture.step.LayerStep;
import dev.nn.lecture.step.Step;
import dev.nn.math.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Turns what the engine computed into the formulas of the lecture.
 *
 * @param step the step
 * @param target y, as a row
 * @param learningRate α
 */
record StepWriter(Step step, Matrix target, Loss loss, double learningRate) {
  private static final double ROUNDING = 1e-5;

  List<Line> forward() {
    List<Line> lines = new ArrayList<>();
    for (LayerStep layer : step.layers()) {
      String l = "[" + layer.number() + "]";
      String below = "[" + (layer.number() - 1) + "]";
      List<Part> parts = new ArrayList<>();
      parts.add(new Part("", Layout.transposed(layer.w())));
      parts.add(new Part("·", Layout.transposed(layer.input())));
      layer.b().ifPresent(b -> parts.add(new Part("+", Layout.transposed(b))));
      parts.add(new Part("=", Layout.transposed(layer.z())));
      String plus = layer.b().isPresent() ? " + b" + l : "";
      lines.add(new Line("z" + l, "z%s = W%s a%s%s".formatted(l, l, below, plus), parts));
      boolean isLast = layer.number() == step.layers().size();
      lines.add(
          new Line(
              "a" + l,
              "a%s%s = g(z%s), g = %s".formatted(l, isLast ? " = ŷ" : "", l, g(layer)),
              List.of(
                  new Part("g", Layout.transposed(layer.z())),
                  new Part("=", Layout.transposed(layer.a())))));
    }
    return lines;
  }

  private static String g(LayerStep layer) {
    Activation g = layer.activation();
    if (g.equals(PluginRegistry.load().activation("relu"))) {
      return "relu: max(z, 0)";
    }
    return g.description().isEmpty() ? g.name() : g.name() + ": " + g.description();
  }

  /** The formula of g′, for the activations of the lecture; their options would change it. */
  private static String slope(Activation g) {
    String formula =
        switch (g.name()) {
          case "sigmoid" -> ", g′ = a (1 − a)";
          case "tanh" -> ", g′ = 1 − a²";
          case "relu" -> ", g′ = 1 for z > 0, else 0";
          case "identity" -> ", g′ = 1";
          default -> "";
        };
    return formula.isEmpty() || g.equals(PluginRegistry.load().activation(g.name())) ? formula : "";
  }

  List<Line> backward() {
    List<Line> lines = new ArrayList<>();
    List<LayerStep> layers = step.layers();
    for (int i = layers.size() - 1; i >= 0; i--) {
      LayerStep layer = layers.get(i);
      String l = "[" + layer.number() + "]";
      Optional<LayerStep> above =
          i + 1 < layers.size() ? Optional.of(layers.get(i + 1)) : Optional.empty();
      layer.da().ifPresent(da -> lines.add(outputGradient(l, da, above)));
      lines.add(layer.da().map(da -> throughG(l, layer, da)).orElseGet(() -> atOnce(l, layer)));
      lines.add(
          new Line(
              "∂L/∂W" + l,
              "∂L/∂W%s = ∂L/∂z%s · a[%s]ᵀ".formatted(l, l, layer.number() - 1),
              List.of(
                  new Part("", Layout.transposed(layer.dz())),
                  new Part("·", layer.input()),
                  new Part("=", Layout.transposed(layer.dw())))));
      layer
          .db()
          .ifPresent(
              db ->
                  lines.add(
                      new Line(
                          "∂L/∂b" + l,
                          "∂L/∂b%s = ∂L/∂z%s".formatted(l, l),
                          List.of(new Part("", Layout.transposed(db))))));
    }
    return lines;
  }

  private Line outputGradient(String l, Matrix da, Optional<LayerStep> above) {
    Part value = new Part("=", Layout.transposed(da));
    return above
        .map(
            next ->
                new Line(
                    "∂L/∂a" + l,
                    "∂L/∂a%s = W[%s]ᵀ ∂L/∂z[%s]".formatted(l, next.number(), next.number()),
                    List.of(
                        new Part("", next.w()),
                        new Part("·", Layout.transposed(next.dz())),
                        value)))
        .orElseGet(
            () ->
                new Line(
                    "∂L/∂a" + l,
                    "∂L/∂a%s = ∂L/∂ŷ, the derivative of the loss%s".formatted(l, derivative()),
                    List.of(new Part("", value.matrix()))));
  }

  /** The formula, for the losses whose formula everybody knows; their options would change it. */
  private String derivative() {
    int k = target.columns();
    String formula =
        switch (loss.name()) {
          case "mean_squared_error" -> ": 2 (ŷ − y)" + (k == 1 ? "" : " / " + k);
          case "binary_crossentropy" -> ": (ŷ − y) / (ŷ (1 − ŷ))" + (k == 1 ? "" : " / " + k);
          case "categorical_crossentropy" -> ": −y / ŷ";
          default -> "";
        };
    return formula.isEmpty() || loss.equals(PluginRegistry.load().loss(loss.name())) ? formula : "";
  }

  /** ∂L/∂z from ∂L/∂a: with g′, or with the matrix of derivatives if g mixes its inputs. */
  private static Line throughG(String l, LayerStep layer, Matrix da) {
    int n = layer.z().columns();
    boolean isElementwise = layer.activation() instanceof ElementwiseActivation;
    Part column = new Part(isElementwise ? "⊙" : "·", Layout.transposed(da));
    Part value = new Part("=", Layout.transposed(layer.dz()));
    if (isElementwise) {
      float[] ones = new float[n];
      Arrays.fill(ones, 1);
      return new Line(
          "∂L/∂z" + l,
          "∂L/∂z%s = ∂L/∂a%s ⊙ g′(z%s)%s".formatted(l, l, l, slope(layer.activation())),
          List.of(
              new Part("", column.matrix()),
              new Part("⊙", Layout.transposed(pulled(layer, Matrix.rowOf(ones)))),
              value));
    }
    float[][] jacobian = new float[n][];
    for (int i = 0; i < n; i++) {
      float[] unit = new float[n];
      unit[i] = 1;
      jacobian[i] = pulled(layer, Matrix.rowOf(unit)).row(0);
    }
    return new Line(
        "∂L/∂z" + l,
        "∂L/∂z%s = Jᵀ ∂L/∂a%s, J_ij = ∂a_i%s/∂z_j%s".formatted(l, l, l, l),
        List.of(new Part("", Layout.transposed(Matrix.copyOf(jacobian))), column, value));
  }

  /** What the activation makes of a gradient at this z. */
  private static Matrix pulled(LayerStep layer, Matrix da) {
    Matrix dz = Matrix.zeros(1, da.columns());
    layer.activation().backward(layer.z(), layer.a(), da, dz);
    return dz;
  }

  /** ∂L/∂z where loss and activation are one formula; mostly it is ŷ − y. */
  private Line atOnce(String l, LayerStep layer) {
    Part value = new Part("=", Layout.transposed(layer.dz()));
    boolean isDifference = target.columns() == layer.dz().columns();
    for (int i = 0; isDifference && i < target.columns(); i++) {
      double difference = (double) layer.a().get(0, i) - target.get(0, i);
      isDifference = Math.abs(difference - layer.dz().get(0, i)) < ROUNDING;
    }
    return isDifference
        ? new Line(
            "∂L/∂z" + l,
            "∂L/∂z%s = g(z%s) − y, g′ and the derivative of the loss in one".formatted(l, l),
            List.of(
                new Part("", Layout.transposed(layer.a())),
                new Part("−", Layout.transposed(target)),
                value))
        : new Line(
            "∂L/∂z" + l,
            "∂L/∂z%s, g′ and the derivative of the loss in one".formatted(l),
            List.of(new Part("", value.matrix())));
  }

  List<Line> update() {
    List<Line> lines = new ArrayList<>();
    for (LayerStep layer : step.layers()) {
      String l = "[" + layer.number() + "]";
      lines.add(updated("W" + l, layer.w(), layer.dw(), layer.newW()));
      layer
          .b()
          .ifPresent(
              b ->
                  lines.add(
                      updated("b" + l, b, layer.db().orElseThrow(), layer.newB().orElseThrow())));
    }
    return lines;
  }

  private Line updated(String symbol, Matrix before, Matrix gradient, Matrix after) {
    return new Line(
        symbol,
        "%s ← %s − α ∂L/∂%s".formatted(symbol, symbol, symbol),
        List.of(
            new Part("", Layout.transposed(before)),
            new Part("− " + Layout.number(learningRate) + " ·", Layout.transposed(gradient)),
            new Part("=", Layout.transposed(after))));
  }
}
