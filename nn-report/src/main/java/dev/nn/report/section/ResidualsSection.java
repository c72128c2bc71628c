package dev.nn.report.section;

import dev.nn.data.judge.RegressionReport;
import dev.nn.data.judge.Residuals;
import dev.nn.report.page.Axis;
import dev.nn.report.page.Chart;
import dev.nn.report.page.DataTable;
import dev.nn.report.page.Histogram;
import dev.nn.report.page.Numbers;
import dev.nn.report.page.Section;
import dev.nn.report.page.Series;
import dev.nn.report.page.Thinned;
import dev.nn.report.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Where predictions of numbers are right and where not. */
public final class ResidualsSection {
  private static final int MOST_POINTS = 2000;
  private static final int BINS = 24;

  private ResidualsSection() {}

  public static Section of(JudgementSections.Target target, RegressionReport report) {
    Residuals residuals = report.residuals();
    return new Section(
        "residuals" + target.id(),
        "Residuals" + target.title(),
        "Half of the rows are off by less than %s. On the dashed line a prediction is right; a residual is what the table says less what the model says, on the mean %s."
            .formatted(
                Numbers.text(report.medianAbsoluteError().model().value()),
                Numbers.text(residuals.mean())),
        List.of(),
        List.of(scatter(target, report), histogram(target, residuals)));
  }

  private static Chart scatter(JudgementSections.Target target, RegressionReport report) {
    Residuals residuals = report.residuals();
    List<Integer> rows =
        Thinned.of(IntStream.range(0, residuals.rows()).boxed().toList(), MOST_POINTS);
    List<double[]> points = new ArrayList<>();
    DataTable table = DataTable.ofNumbers(List.of("Row", "Predicted", "Actual", "Residual"));
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int row : rows) {
      double predicted = residuals.predicted(row);
      double actual = residuals.actual(row);
      points.add(new double[] {predicted, actual});
      table.line(
          Numbers.whole(row + 1),
          Numbers.text(predicted),
          Numbers.text(actual),
          Numbers.text(residuals.residual(row)));
      min = Math.min(min, Math.min(predicted, actual));
      max = Math.max(max, Math.max(predicted, actual));
    }
    return new Chart(
        "scatter" + target.id(),
        rows.size() < residuals.rows()
            ? "Predicted and actual, some of the rows"
            : "Predicted and actual",
        "A cloud of %s around the line where both are the same; R² is %s"
            .formatted(
                Words.count(rows.size(), "point"), Numbers.text(report.r2().model().value())),
        Axis.of("predicted " + report.target()),
        Axis.of("actual " + report.target()),
        List.of(
            new Series(
                "", Series.Mark.GUIDE, List.of(new double[] {min, min}, new double[] {max, max})),
            new Series("", Series.Mark.DOT, points)),
        table);
  }

  private static Chart histogram(JudgementSections.Target target, Residuals residuals) {
    double[] values =
        IntStream.range(0, residuals.rows()).mapToDouble(residuals::residual).toArray();
    Histogram histogram = Histogram.of(values, residuals.quantile(0), residuals.quantile(1), BINS);
    DataTable table = DataTable.ofNumbers(List.of("From", "To", "Rows"));
    List<double[]> bars = new ArrayList<>();
    for (int bin = 0; bin < histogram.counts().size(); bin++) {
      bars.add(new double[] {histogram.middle(bin), histogram.counts().get(bin)});
      table.line(
          Numbers.text(histogram.from(bin)),
          Numbers.text(histogram.from(bin + 1)),
          Numbers.whole(histogram.counts().get(bin)));
    }
    return new Chart(
        "residual-histogram" + target.id(),
        "How residuals are spread",
        "From %s to %s, half of them between %s and %s"
            .formatted(
                Numbers.text(residuals.quantile(0)),
                Numbers.text(residuals.quantile(1)),
                Numbers.text(residuals.quantile(0.25)),
                Numbers.text(residuals.quantile(0.75))),
        Axis.of("residual"),
        Axis.of("rows"),
        List.of(new Series("", Series.Mark.BAR, bars)),
        table);
  }
}
