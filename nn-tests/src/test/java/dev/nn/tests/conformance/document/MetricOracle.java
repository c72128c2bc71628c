package dev.nn.tests.conformance.document;

import dev.nn.core.Metrics;
import dev.nn.core.PluginRegistry;
import dev.nn.tests.conformance.document.GoldenFile.Section;
import java.util.List;

/** Metrics of some sets of predictions. */
final class MetricOracle implements Oracle {
  private final GoldenFile golden = GoldenFile.read("nn-core", "metrics.txt");

  @Override
  public List<String> scripts() {
    return Oracle.scripts(golden);
  }

  @Override
  public void check(PluginRegistry registry, Findings findings) {
    for (Section section : golden.sections()) {
      String name = section.title().replaceFirst("\\(.*", "");
      Finding finding = findings.of(Subject.METRIC, name, section.oracle(), "value");
      List<double[]> lines = section.lines();
      for (int i = 0; i < lines.size(); i += 4) {
        int columns = (int) lines.get(i)[1];
        double value =
            Metrics.of(section.title())
                .of(Rows.matrix(lines.get(i + 1), columns), Rows.matrix(lines.get(i + 2), columns));
        finding.compare(section.title() + ", case " + i / 4, lines.get(i + 3)[0], value);
      }
    }
  }
}
