package dev.nn.report.section;

import dev.nn.data.judge.CrossValidation;
import dev.nn.data.judge.CrossValidation.FoldScore;
import dev.nn.report.page.DataTable;
import dev.nn.report.page.Numbers;
import dev.nn.report.page.Section;
import dev.nn.report.page.Words;
import java.util.List;

/** How the models of several folds did. */
public final class FoldsSection {
  private FoldsSection() {}

  public static Section of(CrossValidation validation) {
    String measure = MeasureNames.of(validation.measure());
    DataTable table =
        DataTable.ofNumbers(
            List.of("Repeat", "Fold", "Rows", Words.capitalized(measure), "Guessing"));
    for (FoldScore score : validation.scores()) {
      table.line(
          Numbers.whole(score.repeat() + 1L),
          Numbers.whole(score.fold() + 1L),
          Numbers.whole(score.rows()),
          Numbers.text(score.value()),
          Numbers.text(score.baseline()));
    }
    return new Section(
        "folds",
        "Cross-validation",
        "The %s is %s on the mean over %s, with a standard error of %s; guessing gets %s."
            .formatted(
                measure,
                Numbers.text(validation.mean()),
                Words.count(validation.scores().size(), "fold"),
                Numbers.text(validation.standardError()),
                Numbers.text(validation.baseline())),
        List.of(table.tag("Folds")),
        List.of());
  }
}
