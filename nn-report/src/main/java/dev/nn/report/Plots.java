package dev.nn.report;

import dev.nn.api.DataException;
import dev.nn.core.training.EpochRecord;
import dev.nn.data.judge.Calibration;
import dev.nn.data.judge.LabelledConfusionMatrix;
import dev.nn.data.judge.Residuals;
import dev.nn.data.judge.RocCurve;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Single pictures, as PNG or SVG, for papers and slides.
 *
 * <pre>{@code
 * Plots.learningCurve(result.history()).write(Path.of("loss.svg"));
 * Plots.roc(report.rocCurves()).write(Path.of("roc.png"));
 * }</pre>
 */
public final class Plots {
  private Plots() {}

  /**
   * The loss of each epoch, that on the validation rows beside that of training.
   *
   * @throws DataException if there are no epochs
   */
  public static Plot learningCurve(List<EpochRecord> history) {
    checkPresent(history, "epochs");
    XYChart chart = PlotStyle.lines("Loss", "epoch", "loss");
    double[] epochs = history.stream().mapToDouble(EpochRecord::epoch).toArray();
    PlotStyle.line(
        chart, 0, "training", epochs, history.stream().mapToDouble(EpochRecord::loss).toArray());
    if (history.stream().allMatch(epoch -> epoch.validationLoss().isPresent())) {
      double[] losses =
          history.stream().mapToDouble(epoch -> epoch.validationLoss().orElseThrow()).toArray();
      PlotStyle.line(chart, 1, "validation", epochs, losses);
    }
    return new Plot(chart);
  }

  /**
   * The receiver operating characteristic of each class, with its area, and the diagonal of
   * guessing.
   *
   * @throws DataException if there are no curves
   */
  public static Plot roc(List<RocCurve> curves) {
    checkPresent(curves, "curves");
    XYChart chart = PlotStyle.lines("ROC", "false positive rate", "true positive rate");
    PlotStyle.unitSquare(chart);
    for (int i = 0; i < curves.size(); i++) {
      RocCurve curve = curves.get(i);
      PlotStyle.line(
          chart,
          i,
          String.format(Locale.ROOT, "%s, area %.3f", curve.label(), curve.auc()),
          curve.points().stream().mapToDouble(RocCurve.Point::falsePositiveRate).toArray(),
          curve.points().stream().mapToDouble(RocCurve.Point::truePositiveRate).toArray());
    }
    PlotStyle.guide(chart, "guessing", 0, 1);
    return new Plot(chart);
  }

  /**
   * How often the model is right where it says a probability, beside how often it should be.
   *
   * @throws DataException if the outputs of the network are no probabilities
   */
  public static Plot calibration(Calibration calibration) {
    checkPresent(calibration.bins(), "bins");
    XYChart chart =
        PlotStyle.lines("Calibration", "probability of the model", "share that is right");
    PlotStyle.unitSquare(chart);
    PlotStyle.line(
            chart,
            0,
            calibration.of(),
            calibration.bins().stream().mapToDouble(Calibration.Bin::meanProbability).toArray(),
            calibration.bins().stream().mapToDouble(Calibration.Bin::share).toArray())
        .setMarker(SeriesMarkers.CIRCLE);
    PlotStyle.guide(chart, "as it should be", 0, 1);
    return new Plot(chart);
  }

  /**
   * Which class is taken for which, a line for each class: the darker, the larger its share of the
   * line. The numbers are counts of rows.
   */
  public static Plot confusionMatrix(LabelledConfusionMatrix matrix) {
    int classes = matrix.labels().size();
    List<Number[]> cells = new ArrayList<>();
    for (int actual = 0; actual < classes; actual++) {
      for (int said = 0; said < classes; said++) {
        // XChart counts lines from the bottom.
        cells.add(new Number[] {said, classes - 1 - actual, matrix.count(actual, said)});
      }
    }
    List<String> upwards = new ArrayList<>(matrix.labels());
    Collections.reverse(upwards);
    HeatMapChart chart = PlotStyle.heatMap("Confusion matrix", "said", "is", matrix.labels());
    chart.addSeries("rows", matrix.labels(), upwards, cells);
    return new Plot(chart);
  }

  /**
   * The number that the model says beside that of the table, for each row, and the line on which
   * both are the same.
   *
   * @throws DataException if there are no rows
   */
  public static Plot residuals(Residuals residuals) {
    if (residuals.rows() == 0) {
      throw new DataException("there are no rows to plot");
    }
    XYChart chart = PlotStyle.lines("Predicted and actual", "predicted", "actual");
    double[] predicted =
        IntStream.range(0, residuals.rows()).mapToDouble(residuals::predicted).toArray();
    double[] actual = IntStream.range(0, residuals.rows()).mapToDouble(residuals::actual).toArray();
    PlotStyle.line(chart, 0, "rows", predicted, actual)
        .setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter)
        .setMarker(SeriesMarkers.CIRCLE);
    double min =
        IntStream.range(0, residuals.rows())
            .mapToDouble(row -> Math.min(actual[row], predicted[row]))
            .min()
            .orElseThrow();
    double max =
        IntStream.range(0, residuals.rows())
            .mapToDouble(row -> Math.max(actual[row], predicted[row]))
            .max()
            .orElseThrow();
    PlotStyle.guide(chart, "no residual", min, max);
    return new Plot(chart);
  }

  private static void checkPresent(List<?> list, String what) {
    if (list.isEmpty()) {
      throw new DataException("there are no " + what + " to plot");
    }
  }
}
