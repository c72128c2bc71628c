package dev.nn.data.judge;

import dev.nn.api.DataException;
import dev.nn.data.TabularModel;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import dev.nn.data.table.TextTable;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows on which a model is most wrong. They are the first to look at: a slip in the table, a
 * case that training had too few of, or something that the columns do not tell.
 *
 * @param target the column that is predicted
 * @param rows how many rows were predicted
 * @param wrong how many of them got another answer than the table's
 * @param mistakes the worst of these, the worst first
 */
public record WorstMistakes(String target, int rows, int wrong, List<Mistake> mistakes) {

  /** Copies the list. */
  public WorstMistakes {
    mistakes = List.copyOf(mistakes);
  }

  /**
   * A row with another answer than the table's.
   *
   * @param row its number in the table that was judged, from 0, as {@link Table#select} takes it
   * @param actual what the table says
   * @param said what the model says
   * @param probability that the model gives to what it says; NaN where numbers are predicted
   * @param loss how wrong that is: −ln p of what the table says, or the absolute error
   */
  public record Mistake(int row, String actual, String said, double probability, double loss) {}

  /**
   * Looks for the worst mistakes.
   *
   * @param table rows with their targets
   * @param most how many to tell, at least 1
   * @return one element for each column of the target
   * @throws DataException if a row cannot be used, or there are none
   * @throws IllegalArgumentException if none are asked for
   */
  public static List<WorstMistakes> of(TabularModel model, Table table, int most) {
    if (most < 1) {
      throw new IllegalArgumentException("at least 1 mistake is asked for, got " + most);
    }
    return Answers.of(model, table, table).stream().map(answers -> of(answers, most)).toList();
  }

  private static WorstMistakes of(Answers answers, int most) {
    List<Mistake> all =
        answers instanceof LabelAnswers labels ? of(labels) : of((NumberAnswers) answers);
    return new WorstMistakes(
        answers.target(),
        answers.rows(),
        all.size(),
        all.stream()
            .sorted(Comparator.comparingDouble(Mistake::loss).reversed())
            .limit(most)
            .toList());
  }

  private static List<Mistake> of(LabelAnswers answers) {
    double[] losses = LabelStatistics.losses(answers);
    int[] actual = answers.actual();
    int[] said = answers.said();
    return IntStream.range(0, actual.length)
        .filter(row -> actual[row] != said[row])
        .mapToObj(
            row ->
                new Mistake(
                    row,
                    answers.labels().get(actual[row]),
                    answers.labels().get(said[row]),
                    answers.probability(row, said[row]),
                    losses[row]))
        .toList();
  }

  private static List<Mistake> of(NumberAnswers answers) {
    return IntStream.range(0, answers.rows())
        .filter(row -> answers.actual()[row] != answers.predicted()[row])
        .mapToObj(
            row ->
                new Mistake(
                    row,
                    NumberColumn.text(answers.actual()[row]),
                    NumberColumn.text(answers.predicted()[row]),
                    Double.NaN,
                    Math.abs(answers.actual()[row] - answers.predicted()[row])))
        .toList();
  }

  /** A line for each mistake; rows are counted from 1, as in messages. */
  @Override
  public String toString() {
    TextTable table = TextTable.ofNumbers(List.of("row", target, "said", "probability", "loss"));
    for (Mistake mistake : mistakes) {
      table.add(
          String.valueOf(mistake.row() + 1),
          mistake.actual(),
          mistake.said(),
          Estimate.text(mistake.probability()),
          Estimate.text(mistake.loss()));
    }
    String count = "%s of %s rows are wrong\n".formatted(wrong, rows);
    return mistakes.isEmpty() ? count : table + count;
  }
}
