package dev.nn.dflib;

import dev.nn.api.DataException;
import dev.nn.data.TabularModel;
import dev.nn.data.schema.FittedSchema;
import dev.nn.data.schema.Prediction;
import dev.nn.data.table.Column;
import dev.nn.data.table.DateColumn;
import dev.nn.data.table.JavaCells;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import java.time.LocalTime;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.dflib.DataFrame;
import org.dflib.Series;
import org.jspecify.annotations.Nullable;

/**
 * Makes tables of data frames, and data frames of tables and of predictions.
 *
 * <pre>{@code
 * DataFrame flowers = DataFrame.foldByRow("length", "kind").of(
 *     5.1, "setosa", 4.9, "setosa", 7.0, "versicolor", 6.4, "versicolor");
 * Table table = DataFrames.table(flowers);
 * TabularModel model = TabularModel.train(table, Schema.infer(table));
 * DataFrame predicted = DataFrames.predict(model, flowers.cols("length").select());
 * }</pre>
 */
public final class DataFrames {
  private DataFrames() {}

  /**
   * Returns the rows of a data frame. {@link Number}s of any type become a column of numbers, dates
   * of {@code java.time} one of dates, and texts, booleans and enums one of texts. A cell is
   * missing if it is {@code null}, NaN or an empty text.
   *
   * <p>What a column holds decides, and not what it says of itself: texts that spell numbers stay
   * texts, so tell DFLib's CSV loader which columns are numbers. The table keeps its cells even if
   * an array that the data frame was made of changes.
   *
   * @throws DataException if a column mixes numbers, texts and dates or holds anything else; or if
   *     names are missing or occur twice, or columns differ in length
   */
  public static Table table(DataFrame frame) {
    List<Column> columns = new ArrayList<>();
    for (@Nullable String name : frame.getColumnsIndex().toArray()) {
      if (name == null) {
        throw new DataException(
            "data frame: column %s has no name; give each column one, with DataFrame.byColumn(…)"
                .formatted(columns.size() + 1));
      }
      columns.add(JavaCells.column(name, cells(frame.getColumn(columns.size()))));
    }
    return Table.of(Objects.requireNonNullElse(frame.getName(), "data frame"), columns, List.of());
  }

  /**
   * Returns a table as a data frame. A column of numbers becomes a series of doubles, which is
   * primitive if no cell is missing; texts become strings; dates become {@link
   * java.time.LocalDate}s, or {@link java.time.LocalDateTime}s if one of them has a time of day.
   * Missing cells are {@code null}.
   */
  public static DataFrame of(Table table) {
    return DataFrame.byColumn(table.names().toArray(String[]::new))
        .of(table.columns().stream().map(DataFrames::series).toArray(Series<?>[]::new));
  }

  /**
   * Returns a data frame with the predictions for its rows beside their columns. For each column
   * {@code y} of the target there is a column {@code predicted_y} with numbers or words of the
   * table, and after these one like {@code probability_a} for each class or label {@code a}. Where
   * a data frame has such a column already, DFLib appends an underscore to the name of the new one.
   *
   * @param rows the columns that the model was trained with, by name, and any others
   * @throws DataException if the rows are no table or none of those that the model was trained for
   */
  public static DataFrame predict(TabularModel model, DataFrame rows) {
    List<Prediction> predictions = model.predict(table(rows));
    List<String> names = new ArrayList<>();
    List<Series<?>> columns = new ArrayList<>();
    for (int i = 0; i < rows.width(); i++) {
      columns.add(rows.getColumn(i));
    }
    for (Column predicted : model.schema().predicted(predictions).columns()) {
      names.add("predicted_" + predicted.name());
      columns.add(series(predicted));
    }
    for (String label : labels(model.schema())) {
      names.add("probability_" + label);
      columns.add(
          Series.ofDouble(
              predictions.stream()
                  .mapToDouble(prediction -> prediction.probabilities().getOrDefault(label, 0.0))
                  .toArray()));
    }
    return DataFrame.byColumn(rows.getColumnsIndex().expand(names.toArray(String[]::new)))
        .of(columns.toArray(Series<?>[]::new));
  }

  /** What has a probability: the classes of one target, or each of several that are yes or no. */
  private static List<String> labels(FittedSchema schema) {
    List<String> targets = schema.targetColumns();
    return targets.size() == 1
        ? schema.labels(targets.get(0))
        : targets.stream().filter(target -> !schema.labels(target).isEmpty()).toList();
  }

  /** A view, since what a series holds is often computed or counted out only when it is asked. */
  private static List<@Nullable Object> cells(Series<?> series) {
    return new AbstractList<>() {
      @Override
      public @Nullable Object get(int row) {
        return series.get(row);
      }

      @Override
      public int size() {
        return series.size();
      }
    };
  }

  private static Series<?> series(Column column) {
    if (column instanceof NumberColumn numbers) {
      double[] values = numbers.values();
      return DoubleStream.of(values).anyMatch(Double::isNaN)
          ? series(column, row -> values[row])
          : Series.ofDouble(values);
    }
    if (column instanceof DateColumn dates) {
      boolean days =
          IntStream.range(0, dates.rows())
              .allMatch(
                  row ->
                      dates.isMissing(row)
                          || dates.date(row).toLocalTime().equals(LocalTime.MIDNIGHT));
      return series(column, row -> days ? dates.date(row).toLocalDate() : dates.date(row));
    }
    return series(column, column::text);
  }

  private static Series<?> series(Column column, IntFunction<Object> cell) {
    return Series.of(
        IntStream.range(0, column.rows())
            .mapToObj(row -> column.isMissing(row) ? null : cell.apply(row))
            .toArray());
  }
}
