package dev.nn.report.section;

import dev.nn.data.table.ColumnSummary;
import dev.nn.report.page.Svg;
import j2html.tags.DomContent;
import java.util.List;

/** The small histogram of a column. */
final class ColumnGlance {
  private static final double WIDTH = 96;
  private static final double HEIGHT = 24;

  private ColumnGlance() {}

  static DomContent of(ColumnSummary summary) {
    List<Integer> counts = summary.histogram();
    int most = counts.stream().mapToInt(count -> count).max().orElse(1);
    double step = WIDTH / ColumnSummary.BINS;
    DomContent[] bars = new DomContent[counts.size()];
    for (int i = 0; i < bars.length; i++) {
      double height = counts.get(i) == 0 ? 0 : Math.max(1, HEIGHT * counts.get(i) / most);
      bars[i] = Svg.rectangle(i * step, HEIGHT - height, step - 1, height);
    }
    return Svg.picture(WIDTH, HEIGHT, bars).withClass("spark").attr("aria-hidden", "true");
  }
}
