package dev.nn.report.section;

import dev.nn.core.training.EpochRecord;
import dev.nn.report.page.Axis;
import dev.nn.report.page.Chart;
import dev.nn.report.page.DataTable;
import dev.nn.report.page.Numbers;
import dev.nn.report.page.Section;
import dev.nn.report.page.Series;
import dev.nn.report.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** How loss and metrics went from epoch to epoch. */
public final class LearningSection {
  /** From the largest loss to the smallest, a factor beyond which powers of ten say more. */
  private static final double WIDE_RANGE = 50;

  private LearningSection() {}

  public static Section of(List<EpochRecord> history) {
    List<Chart> charts = new ArrayList<>();
    charts.add(loss(history));
    Set<String> metrics = new TreeSet<>();
    history.forEach(epoch -> metrics.addAll(epoch.trainingMetrics().keySet()));
    history.forEach(epoch -> metrics.addAll(epoch.validationMetrics().keySet()));
    for (String metric : metrics) {
      charts.add(metric(metric, charts.size(), history));
    }
    if (history.stream().mapToDouble(EpochRecord::learningRate).distinct().count() > 1) {
      List<Curve> rate = List.of(new Curve("", EpochRecord::learningRate));
      charts.add(chart("learning-rate", "Learning rate", "learning rate", rate, history));
    }
    return new Section("learning", "Learning curves", lead(history), List.of(), charts);
  }

  private static String lead(List<EpochRecord> history) {
    EpochRecord last = history.get(history.size() - 1);
    String text =
        "After %s the loss is %s, from %s in the first."
            .formatted(
                history.size() == 1 ? "one epoch" : Numbers.whole(last.epoch()) + " epochs",
                Numbers.text(last.loss()),
                Numbers.text(history.get(0).loss()));
    return last.validationLoss().isEmpty()
        ? text
        : text
            + " Where the curve of the validation rows turns up while that of training goes on down,"
            + " the network learns its rows by heart.";
  }

  private static Chart loss(List<EpochRecord> history) {
    List<Curve> curves = new ArrayList<>(List.of(new Curve("training", EpochRecord::loss)));
    if (history.stream().anyMatch(epoch -> epoch.validationLoss().isPresent())) {
      curves.add(new Curve("validation", epoch -> epoch.validationLoss().orElse(Double.NaN)));
    }
    return chart("loss", "Loss", "loss", curves, history);
  }

  private static Chart metric(String metric, int number, List<EpochRecord> history) {
    List<Curve> curves = new ArrayList<>();
    if (history.stream().anyMatch(epoch -> epoch.trainingMetrics().containsKey(metric))) {
      curves.add(new Curve("training", epoch -> value(epoch.trainingMetrics(), metric)));
    }
    if (history.stream().anyMatch(epoch -> epoch.validationMetrics().containsKey(metric))) {
      curves.add(new Curve("validation", epoch -> value(epoch.validationMetrics(), metric)));
    }
    String name = metric.replace('_', ' ');
    String title = Words.capitalized(name);
    return chart("metric-" + number, title, name, curves, history);
  }

  private static double value(Map<String, Double> metrics, String metric) {
    return metrics.getOrDefault(metric, Double.NaN);
  }

  /**
   * A number of each epoch.
   *
   * @param rows on which it was measured, or nothing where that needs no word
   */
  private record Curve(String rows, ToDoubleFunction<EpochRecord> number) {
    String named(String name) {
      return rows.isEmpty() ? name : rows + " " + name;
    }

    Series series(List<EpochRecord> history) {
      return new Series(
          rows,
          Series.Mark.LINE,
          history.stream()
              .map(epoch -> new double[] {epoch.epoch(), number.applyAsDouble(epoch)})
              .toList());
    }

    String words(String name, List<EpochRecord> history) {
      return "%s from %s in the first epoch to %s in the last"
          .formatted(
              named(name),
              Numbers.text(number.applyAsDouble(history.get(0))),
              Numbers.text(number.applyAsDouble(history.get(history.size() - 1))));
    }
  }

  private static Chart chart(
      String id, String title, String name, List<Curve> curves, List<EpochRecord> history) {
    List<String> head = new ArrayList<>(List.of("Epoch"));
    curves.forEach(curve -> head.add(Words.capitalized(curve.named(name))));
    DataTable table = DataTable.ofNumbers(head);
    for (EpochRecord epoch : history) {
      List<String> cells = new ArrayList<>(List.of(Numbers.whole(epoch.epoch())));
      curves.forEach(curve -> cells.add(Numbers.text(curve.number().applyAsDouble(epoch))));
      table.line(cells);
    }
    List<Series> series = curves.stream().map(curve -> curve.series(history)).toList();
    return new Chart(
        id,
        title,
        Words.capitalized(
            Words.list(curves.stream().map(curve -> curve.words(name, history)).toList())),
        Axis.of("epoch"),
        isWide(series) ? Axis.log(name) : Axis.of(name),
        series,
        table);
  }

  /** Whether powers of ten are the better scale; zero has no place among them. */
  private static boolean isWide(List<Series> series) {
    double smallest = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (Series each : series) {
      for (double[] point : each.points()) {
        if (Double.isFinite(point[1])) {
          smallest = Math.min(smallest, point[1]);
          largest = Math.max(largest, point[1]);
        }
      }
    }
    return smallest > 0 && largest > WIDE_RANGE * smallest;
  }
}
