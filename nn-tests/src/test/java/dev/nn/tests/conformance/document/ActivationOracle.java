package dev.nn.tests.conformance.document;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.core.PluginRegistry;
import dev.nn.math.Matrix;
import dev.nn.tests.conformance.document.GoldenFile.Section;
import java.util.List;

/** Values and derivatives on a grid; of whole rows, values and what comes back of a gradient. */
final class ActivationOracle implements Oracle {
  private final GoldenFile elementwise = GoldenFile.read("nn-activations", "elementwise.txt");
  private final GoldenFile rowwise = GoldenFile.read("nn-activations", "rowwise.txt");

  @Override
  public List<String> scripts() {
    return Oracle.scripts(elementwise, rowwise);
  }

  @Override
  public void check(PluginRegistry registry, Findings findings) {
    for (Section section : elementwise.sections()) {
      points(section, registry.activation(section.title()), findings);
    }
    for (Section section : rowwise.sections()) {
      rows(section, registry.activation(section.title()), findings);
    }
  }

  private static void points(Section section, Activation activation, Findings findings) {
    ElementwiseActivation g = (ElementwiseActivation) activation;
    Finding value = findings.of(Subject.ACTIVATION, g.name(), section.oracle(), "value");
    Finding slope = findings.of(Subject.ACTIVATION, g.name(), section.oracle(), "derivative");
    for (double[] line : section.lines()) {
      float z = (float) line[0];
      String where = section.title() + " at " + z;
      value.compare(where, line[1], g.value(z));
      slope.compare(where, line[2], g.derivative(z, g.value(z)));
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
      value.compare(section.title() + ", row " + i / 4, lines.get(i + 1), a.row(0));
      gradient.compare(section.title() + ", row " + i / 4, lines.get(i + 3), dz.row(0));
    }
  }
}
