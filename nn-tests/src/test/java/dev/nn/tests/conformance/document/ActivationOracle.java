package dev.nn.tests.conformance.document;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Matrix;
import dev.nn.tests.conformance.document.GoldenFile.Section;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Values and derivatives on a grid; of whole rows, values and what comes back of a gradient. The
 * wanted number is the unit, but where larger numbers cancel to it.
 */
final class ActivationOracle implements Oracle {
  /**
   * Their derivatives are differences of numbers of the size of the output, or of it and 1: most
   * are computed from it, as 1 − a² is, the last two cross 0.
   */
  private static final Set<String> DIFFERENCES =
      Set.of("celu", "elu", "selu", "sigmoid", "tanh", "gelu", "silu");

  private final List<GoldenFile> elementwise =
      GoldenFile.read("nn-activations", "elementwise.txt", "keras_elementwise.txt");
  private final List<GoldenFile> rowwise =
      GoldenFile.read("nn-activations", "rowwise.txt", "optax_rowwise.txt");

  @Override
  public List<String> scripts() {
    return Oracle.scripts(Stream.of(elementwise, rowwise).flatMap(List::stream));
  }

  @Override
  public Stream<GoldenCase> cases(PluginRegistry registry) {
    return Stream.concat(
        sections(elementwise)
            .map(
                section ->
                    GoldenCase.of(
                        section.title(),
                        (spec, findings) -> points(section, registry.activation(spec), findings))),
        sections(rowwise)
            .map(
                section ->
                    GoldenCase.of(
                        section.title(),
                        (spec, findings) -> rows(section, registry.activation(spec), findings))));
  }

  private static Stream<Section> sections(List<GoldenFile> files) {
    return files.stream().flatMap(file -> file.sections().stream());
  }

  private static void points(Section section, Activation activation, Findings findings) {
    ElementwiseActivation g = (ElementwiseActivation) activation;
    Finding value = findings.of(Subject.ACTIVATION, g.name(), section.oracle(), "value");
    Finding slope = findings.of(Subject.ACTIVATION, g.name(), section.oracle(), "derivative");
    for (double[] line : section.lines()) {
      float z = (float) line[0];
      String where = section.title() + " at " + z;
      float a = g.value(z);
      value.compare(where, line[1], a);
      double unit = DIFFERENCES.contains(g.name()) ? Math.min(1, Math.abs(a)) : 0;
      slope.compare(where, line[2], g.derivative(z, a), unit);
    }
  }

  private static void rows(Section section, Activation g, Findings findings) {
    Finding value = findings.of(Subject.ACTIVATION, g.name(), section.oracle(), "value");
    Finding gradient = findings.of(Subject.ACTIVATION, g.name(), section.oracle(), "derivative");
    List<double[]> lines = section.lines();
    for (int i = 0; i < lines.size(); i += 4) {
      Matrix z = Rows.row(lines.get(i));
      Matrix a = Matrix.zeros(1, z.columns());
      Matrix da = Rows.row(lines.get(i + 2));
      Matrix dz = Matrix.zeros(1, z.columns());
      g.forward(z, a);
      g.backward(z, a, da, dz);
      float max = (float) Arrays.stream(lines.get(i)).max().orElseThrow();
      for (int j = 0; j < z.columns(); j++) {
        String where = section.title() + ", row " + i / 4 + ", column " + j;
        double ofValue = unitOfValue(g.name(), z.get(0, j) - max);
        double ofGradient = unitOfGradient(g.name(), a.get(0, j), da.get(0, j));
        value.compare(where, lines.get(i + 1)[j], a.get(0, j), ofValue);
        gradient.compare(where, lines.get(i + 3)[j], dz.get(0, j), ofGradient);
      }
    }
  }

  private static double unitOfValue(String name, float belowMax) {
    return switch (name) {
      // The logarithm takes a sum of exponentials, at least 1, that was rounded to a float.
      case "log_softmax" -> 1;
      // Its values are differences of the threshold and this.
      case "sparsemax" -> Math.abs(belowMax);
      default -> 0;
    };
  }

  private static double unitOfGradient(String name, float a, float da) {
    return switch (name) {
      // A share of the sum of all da, or their mean, is taken away from da.
      case "log_softmax", "sparsemax" -> Math.abs(da);
      // a times the difference of da and the mean of all da.
      default -> Math.abs(a);
    };
  }
}
