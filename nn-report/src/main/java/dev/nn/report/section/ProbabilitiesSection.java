package dev.nn.report.section;

import dev.nn.data.judge.Calibration;
import dev.nn.data.judge.ClassificationReport;
import dev.nn.data.judge.RocCurve;
import dev.nn.report.page.Axis;
import dev.nn.report.page.Chart;
import dev.nn.report.page.DataTable;
import dev.nn.report.page.Numbers;
import dev.nn.report.page.Section;
import dev.nn.report.page.Series;
import dev.nn.report.page.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Whether the probabilities part the classes, and whether they mean what they say. */
public final class ProbabilitiesSection {
  private static final int MOST_CURVES = 6;
  private static final int MOST_POINTS = 500;
  private static final Series DIAGONAL =
      new Series("", Series.Mark.GUIDE, List.of(new double[] {0, 0}, new double[] {1, 1}));

  private ProbabilitiesSection() {}

  public static Section of(JudgementSections.Target target, ClassificationReport report) {
    List<Chart> charts = new ArrayList<>();
    String lead = "";
    if (!report.rocCurves().isEmpty()) {
      charts.add(roc(target, report));
      lead +=
          "The nearer a ROC curve comes to the upper left corner, the better the class is told from the others.";
    }
    if (!report.calibration().bins().isEmpty()) {
      charts.add(calibration(target, report.calibration()));
      lead +=
          " Probabilities mean what they say where calibration follows the dashed line; here they are off by %s on the mean."
              .formatted(Numbers.percent(report.calibration().expectedError()));
    }
    return new Section(
        "probabilities" + target.id(),
        "Probabilities" + target.title(),
        lead.strip(),
        List.of(),
        charts);
  }

  private static Chart roc(JudgementSections.Target target, ClassificationReport report) {
    List<RocCurve> curves =
        report.classes().size() == 2
            ? report.rocCurves().subList(report.rocCurves().size() - 1, report.rocCurves().size())
            : report.rocCurves().stream()
                .sorted(Comparator.comparingDouble(RocCurve::auc))
                .limit(MOST_CURVES)
                .toList();
    List<Series> series = new ArrayList<>(List.of(DIAGONAL));
    List<String> words = new ArrayList<>();
    DataTable table =
        DataTable.of("Class", "False positive rate", "True positive rate", "Threshold");
    for (RocCurve full : curves) {
      RocCurve curve = full.thinned(MOST_POINTS);
      words.add(curve.label() + " " + Numbers.share(curve.auc()));
      series.add(
          new Series(
              curves.size() == 1 ? "" : curve.label(),
              Series.Mark.LINE,
              curve.points().stream()
                  .map(point -> new double[] {point.falsePositiveRate(), point.truePositiveRate()})
                  .toList()));
      for (RocCurve.Point point : curve.points()) {
        table.line(
            curve.label(),
            Numbers.share(point.falsePositiveRate()),
            Numbers.share(point.truePositiveRate()),
            Numbers.text(point.threshold()));
      }
    }
    String which =
        curves.size() < report.rocCurves().size() && report.classes().size() > 2
            ? "ROC of the hardest classes"
            : curves.size() == 1 ? "ROC of class " + Words.shortened(curves.get(0).label()) : "ROC";
    return new Chart(
        "roc" + target.id(),
        which,
        "Areas under the curves: " + String.join(", ", words),
        Axis.between("false positive rate", 0, 1),
        Axis.between("true positive rate", 0, 1),
        series,
        table);
  }

  private static Chart calibration(JudgementSections.Target target, Calibration calibration) {
    DataTable table =
        DataTable.of("Probability", "Rows", "Mean probability", "Share that is right");
    List<double[]> points = new ArrayList<>();
    for (Calibration.Bin bin : calibration.bins()) {
      points.add(new double[] {bin.meanProbability(), bin.share()});
      table.line(
          Numbers.text(bin.low()) + " to " + Numbers.text(bin.high()),
          Numbers.whole(bin.rows()),
          Numbers.share(bin.meanProbability()),
          Numbers.share(bin.share()));
    }
    return new Chart(
        "calibration" + target.id(),
        "Calibration",
        "The expected calibration error is " + Numbers.share(calibration.expectedError()),
        Axis.between("probability of the model", 0, 1),
        Axis.between("share that is right", 0, 1),
        List.of(DIAGONAL, new Series("", Series.Mark.DOTTED, points)),
        table);
  }
}
