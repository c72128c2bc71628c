package dev.nn.tests.conformance.document;

import dev.nn.tests.conformance.VectorResult;
import dev.nn.tests.conformance.vector.Comparison;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The last section of the page: what came of the cases that other projects test themselves with.
 */
final class VectorTable {
  /** The heading, at which the page can be cut in two. */
  static final String HEADING = "\n## Cases of other projects\n";

  private static final String START =
      """
      `GoldenConformanceTest` and `OnnxConformanceTest` read cases that other projects test
      themselves with. They are not part of this project; where they are missing those tests are
      skipped, and the build leaves this section as it is.

      Behind a project's name is the revision that the cases were taken from. A case counts for each
      plugin that takes part in it: a training for its optimizer, its layer and its activation. The
      unit of errors is the wanted number, at least the mean size of those in the same array.

      These errors are larger than those above because most of them are not ours: what goes in or
      comes out was written down with four digits or so. The last column says how much was used of the
      tolerance that comes with the case (for ONNX, 1e-5 of the wanted number and 1e-6; its authors
      allow 1e-3 and 1e-7). One error is a difference of rules: PyTorch's `rmsprop` adds epsilon to
      the root, ours adds it under the root, which makes 3.2e-4 in 1,001 steps.

      | plugin | kind | cases of | cases | numbers | largest error | of the tolerance |
      |---|---|---|---|---|---|---|
      """;

  private static final Comparator<Row> BY_KIND_AND_NAME =
      Comparator.comparing(Row::kind).thenComparing(Row::plugin).thenComparing(Row::source);

  private VectorTable() {}

  private record Row(String kind, String plugin, String source) {}

  /** What is known of a row. */
  private static final class Cells {
    private final Finding finding = new Finding(Double.POSITIVE_INFINITY);
    private int cases;
    private double share;

    void add(VectorResult result) {
      cases++;
      for (Comparison number : result.comparisons()) {
        finding.compare(number.what(), number.want(), number.got(), number.scale());
        share = Math.max(share, number.share());
      }
    }
  }

  /** The section with its heading. */
  static String of(List<VectorResult> results) {
    Map<Row, Cells> rows = new TreeMap<>(BY_KIND_AND_NAME);
    for (VectorResult result : results) {
      Row row = new Row(result.kind(), result.plugin(), result.source());
      rows.computeIfAbsent(row, any -> new Cells()).add(result);
    }
    StringBuilder section = new StringBuilder(HEADING + START);
    rows.forEach((row, cells) -> section.append(line(row, cells)));
    return section.toString();
  }

  private static String line(Row row, Cells cells) {
    return "| `%s` | %s | %s | %d | %d | %s | %d %% |\n"
        .formatted(
            row.plugin,
            row.kind,
            row.source,
            cells.cases,
            cells.finding.compared(),
            ConformanceDocument.rounded(cells.finding.error()),
            (long) Math.ceil(100 * cells.share));
  }
}
