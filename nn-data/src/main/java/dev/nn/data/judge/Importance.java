package dev.nn.data.judge;

import dev.nn.api.DataException;
import dev.nn.data.TabularModel;
import dev.nn.data.table.Column;
import dev.nn.data.table.Table;
import dev.nn.data.table.TextTable;
import dev.nn.math.CounterRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much a model leans on each column: by how much the headline measure of {@link Judgement} gets
 * worse when the cells of the column are shuffled among the rows, so that they tell nothing any
 * more (permutation importance; Breiman, <i>Random Forests</i>, 2001).
 *
 * <p>It is about this model and these rows, not about the world: of two columns that tell the same,
 * each may look unimportant, since the other is still there. Rows that the model has not seen are
 * the ones to ask.
 *
 * @param measure {@code accuracy}, {@code rmse} or {@code scaled_rmse}
 * @param value the measure with all columns as they are
 * @param repeats how often each column was shuffled
 * @param columns from the most important one to the least, without those that the model leaves out
 */
public record Importance(
    String measure, double value, int repeats, List<ColumnImportance> columns) {
  /** "shuffle" in ASCII. */
  private static final long PURPOSE = 0x73_68_75_66_66_6c_65L;

  /** Copies the list. */
  public Importance {
    columns = List.copyOf(columns);
  }

  /**
   * The importance of a column.
   *
   * @param column its name
   * @param mean the mean loss of the measure: positive where shuffling makes the model worse
   * @param standardDeviation of the losses, over the repeats; the root of their mean squared
   *     deviation
   */
  public record ColumnImportance(String column, double mean, double standardDeviation) {}

  /**
   * Shuffles each column in turn.
   *
   * @param table rows with their targets, best those that the model has not seen
   * @param repeats how often, at least 1; 5 is a start
   * @param seed of the shuffles
   * @throws DataException if a row cannot be used, or there are none
   * @throws IllegalArgumentException if there are no repeats
   */
  public static Importance of(TabularModel model, Table table, int repeats, long seed) {
    if (repeats < 1) {
      throw new IllegalArgumentException("at least 1 repeat is needed, got " + repeats);
    }
    Headline whole = headline(model, table);
    List<ColumnImportance> columns = new ArrayList<>();
    List<String> names = model.schema().columns();
    for (int column = 0; column < names.size(); column++) {
      double[] losses = new double[repeats];
      for (int repeat = 0; repeat < repeats; repeat++) {
        CounterRandom random = CounterRandom.of(seed, PURPOSE, column, repeat);
        Headline shuffled = headline(model, shuffled(table, names.get(column), random));
        double difference = whole.value() - shuffled.value();
        losses[repeat] = whole.moreIsBetter() ? difference : -difference;
      }
      columns.add(importance(names.get(column), losses));
    }
    columns.sort(Comparator.comparingDouble(ColumnImportance::mean).reversed());
    return new Importance(whole.measure(), whole.value(), repeats, columns);
  }

  private static Headline headline(TabularModel model, Table table) {
    return Headline.of(Answers.of(model, table, table));
  }

  private static Table shuffled(Table table, String name, CounterRandom random) {
    int[] rows = IntStream.range(0, table.rows()).toArray();
    for (int left = rows.length; left > 1; left--) {
      int chosen = random.nextInt(left);
      int row = rows[chosen];
      rows[chosen] = rows[left - 1];
      rows[left - 1] = row;
    }
    List<Column> columns = new ArrayList<>(table.columns());
    columns.replaceAll(column -> column.name().equals(name) ? column.select(rows) : column);
    return Table.of(table.source(), columns, List.of());
  }

  private static ColumnImportance importance(String column, double[] losses) {
    double mean = 0;
    for (double loss : losses) {
      mean += loss / losses.length;
    }
    double squares = 0;
    for (double loss : losses) {
      squares += (loss - mean) * (loss - mean);
    }
    return new ColumnImportance(column, mean, Math.sqrt(squares / losses.length));
  }

  /** A line for each column. */
  @Override
  public String toString() {
    TextTable table = TextTable.ofNumbers(List.of("column", measure + " lost", "deviation"));
    for (ColumnImportance each : columns) {
      table.add(each.column(), Estimate.text(each.mean()), Estimate.text(each.standardDeviation()));
    }
    return table.toString();
  }
}
