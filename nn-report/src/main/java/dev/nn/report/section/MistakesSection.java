package dev.nn.report.section;

import dev.nn.data.judge.WorstMistakes;
import dev.nn.data.judge.WorstMistakes.Mistake;
import dev.nn.data.table.Column;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import dev.nn.report.page.DataTable;
import dev.nn.report.page.Numbers;
import dev.nn.report.page.Section;
import dev.nn.report.page.Words;
import java.util.ArrayList;
import java.util.List;

/** The rows that are worth a look. */
public final class MistakesSection {
  private static final int MOST_CELLS = 5;
  private static final int LONGEST_NUMBER = 10;

  private MistakesSection() {}

  /**
   * The worst mistakes in one column.
   *
   * @param table the rows that were judged
   * @param places of these rows in the table that they were taken from; none if they are all of it
   * @param columns the columns whose cells may be shown, the most telling first
   */
  public static Section of(
      WorstMistakes worst, Table table, List<Integer> places, List<String> columns, String id) {
    List<String> shown = columns.subList(0, Math.min(MOST_CELLS, columns.size()));
    boolean hasProbability =
        worst.mistakes().stream().anyMatch(mistake -> !Double.isNaN(mistake.probability()));
    List<String> head = new ArrayList<>(List.of("Row", "Is", "Said"));
    head.add(hasProbability ? "Probability" : "Off by");
    head.addAll(shown);
    DataTable lines = DataTable.ofNumbers(head).stacked();
    if (hasProbability) {
      lines.texts(1, 2);
    }
    for (int i = 0; i < shown.size(); i++) {
      if (!(table.column(shown.get(i)) instanceof NumberColumn)) {
        lines.texts(head.size() - shown.size() + i);
      }
    }
    for (Mistake mistake : worst.mistakes()) {
      List<String> cells = new ArrayList<>();
      int row = places.isEmpty() ? mistake.row() : places.get(mistake.row());
      cells.add(Numbers.whole(row + 1L));
      cells.add(hasProbability ? mistake.actual() : number(mistake.actual()));
      cells.add(hasProbability ? mistake.said() : number(mistake.said()));
      cells.add(
          hasProbability ? Numbers.percent(mistake.probability()) : Numbers.text(mistake.loss()));
      shown.forEach(column -> cells.add(cell(table.column(column), mistake.row())));
      lines.line(cells);
    }
    String wrong =
        hasProbability
            ? "%s of %s got another answer than the table's."
                .formatted(Numbers.whole(worst.wrong()), Words.count(worst.rows(), "row"))
            : "The rows on which the model is farthest off.";
    return new Section(
        id,
        "The worst mistakes",
        wrong
            + " These are the first to look at: a slip in the table, a rare case, or something that the columns do not tell.",
        List.of(lines.tag("The worst mistakes")),
        List.of());
  }

  /** As the table has it, but for numbers with more digits than anybody reads. */
  private static String cell(Column column, int row) {
    if (column.isMissing(row)) {
      return "–";
    }
    String text = column.text(row);
    return column instanceof NumberColumn numbers && text.length() > LONGEST_NUMBER
        ? Numbers.text(numbers.value(row))
        : text;
  }

  private static String number(String text) {
    return Numbers.text(Double.parseDouble(text));
  }
}
