package dev.nn.tests.conformance.document;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.core.PluginRegistry;
import dev.nn.math.Matrix;
import dev.nn.tests.conformance.document.GoldenFile.Section;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Values and derivatives on a grid; of whole rows, values and what comes back of a gradient.
 * Derivatives are computed from the rounded output, so they are as exact as it is.
 */
final class ActivationOracle implements Oracle {
  /** Their values are differences of numbers of the size of the input, whose rounding remains. */
  private static final Set<String> DIFFERENCES = Set.of("log_softmax", "sparsemax", "tanh_shrink");

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
      value.compare(where, line[1], a, DIFFERENCES.contains(g.name()) ? 1 : 0);
      slope.compare(where, line[2], g.derivative(z, a), Math.abs(a));
    }
  }

  private static void rows(Section section, Activation g, Findings findings) {
    Finding value = findings.of(Subject.ACTIVATION, g.name(), section.oracle(), "value");
    Finding gradient = findings.of(Subject.ACTIVATION, g.name(), section.oracle(), "derivative");
    List<double[]> lines = section.lines();
    for (int i = 0; i < lines.size(); i += 4) {
      Matrix z = Rows.row(lines.get(i));
      Matrix a = Matrix.zeros(1, z.columns());
      Matrix dz = Matrix.zeros(1, z.columns());
      g.forward(z, a);
      g.backward(z, a, Rows.row(lines.get(i + 2)), dz);
      for (int j = 0; j < z.columns(); j++) {
        boolean isDifference = DIFFERENCES.contains(g.name());
        float output = a.get(0, j);
        String where = section.title() + ", row " + i / 4 + ", column " + j;
        value.compare(where, lines.get(i + 1)[j], output, isDifference ? 1 : 0);
        gradient.compare(
            where, lines.get(i + 3)[j], dz.get(0, j), isDifference ? 1 : Math.abs(output));
      }
    }
  }
}
