package dev.nn.report.section;

import dev.nn.data.judge.Importance;
import dev.nn.data.judge.Importance.ColumnImportance;
import dev.nn.report.page.Axis;
import dev.nn.report.page.Chart;
import dev.nn.report.page.DataTable;
import dev.nn.report.page.Numbers;
import dev.nn.report.page.Section;
import dev.nn.report.page.Series;
import dev.nn.report.page.Words;
import java.util.ArrayList;
import java.util.List;

/** Which columns the model leans on. */
public final class ImportanceSection {
  private static final int MOST_COLUMNS = 20;

  private ImportanceSection() {}

  public static Section of(Importance importance) {
    List<ColumnImportance> columns = importance.columns();
    List<ColumnImportance> shown = columns.subList(0, Math.min(MOST_COLUMNS, columns.size()));
    String measure = MeasureNames.of(importance.measure());
    DataTable table = DataTable.of("Column", "Loss of " + measure, "Standard deviation");
    for (ColumnImportance column : columns) {
      table.line(
          column.column(), Numbers.text(column.mean()), Numbers.text(column.standardDeviation()));
    }
    List<double[]> bars = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      bars.add(new double[] {shown.get(i).mean(), i});
    }
    List<String> first = shown.stream().limit(3).map(ColumnImportance::column).toList();
    return new Section(
        "importance",
        "Importance of the columns",
        "By how much the %s gets worse when a column is shuffled, so that it tells nothing any more. Columns that tell the same stand in for each other, and then each looks unimportant."
            .formatted(measure),
        List.of(),
        List.of(
            new Chart(
                "importance-chart",
                shown.size() < columns.size() ? "The most important columns" : "Importance",
                "The most important columns are " + Words.list(first),
                Axis.of("loss of " + measure),
                Axis.of("", shown.stream().map(ColumnImportance::column).toList()),
                List.of(new Series("", Series.Mark.BAR, bars)),
                table)));
  }
}
