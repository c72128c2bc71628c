package dev.nn.tests.conformance.document;

import dev.nn.api.Spec;
import dev.nn.core.metric.Metrics;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.tests.conformance.document.GoldenFile.Section;
import java.util.List;
import java.util.stream.Stream;

/** Metrics of some sets of predictions. */
final class MetricOracle implements Oracle {
  private final List<GoldenFile> golden = GoldenFile.read("nn-core", "metrics.txt");

  @Override
  public List<String> scripts() {
    return Oracle.scripts(golden.stream());
  }

  @Override
  public Stream<GoldenCase> cases(PluginRegistry registry) {
    return golden.stream()
        .flatMap(file -> file.sections().stream())
        .map(
            section ->
                GoldenCase.of(section.title(), (spec, findings) -> check(section, spec, findings)));
  }

  private static void check(Section section, String spec, Findings findings) {
    String name = Spec.parse(spec).name();
    Finding finding = findings.of(Subject.METRIC, name, section.oracle(), "value");
    List<double[]> lines = section.lines();
    for (int i = 0; i < lines.size(); i += 4) {
      int columns = (int) lines.get(i)[1];
      double value =
          Metrics.of(spec)
              .of(Rows.matrix(lines.get(i + 1), columns), Rows.matrix(lines.get(i + 2), columns));
      finding.compare(section.title() + ", case " + i / 4, lines.get(i + 3)[0], value);
    }
  }
}
