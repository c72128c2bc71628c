package dev.nn.data.schema;

import dev.nn.api.DataException;
import dev.nn.data.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Says what each column of a table is for. Unless a column is given a role, it is found out:
 *
 * <ul>
 *   <li>The target is the last column. It is yes or no if it has two different texts or whole
 *       numbers. It is classes if it holds texts, or whole numbers of which there are at most 20
 *       different ones and at least five rows for each. Otherwise it is a number.
 *   <li>A column of numbers is a number, and a column of dates is a date.
 *   <li>A column of texts is categorical if it has at most 20 different texts, unless each row has
 *       its own, or if it has at most 1,000 and at most a tenth as many as there are rows.
 *   <li>Columns that are empty or constant, whole numbers that count the rows, and other texts are
 *       left out.
 * </ul>
 *
 * <p>{@link #remarks} says in words what a person should look at. Any column can be given another
 * role:
 *
 * <pre>{@code
 * Schema schema = Schema.infer(table, "id=ignore, zip=categorical, price=target");
 * System.out.println(schema);
 * FittedSchema fitted = schema.fit(table);
 * }</pre>
 *
 * <p>A role is {@code ignore}, {@code number}, {@code categorical}, {@code date} or {@code target},
 * with the options that {@link Role} names. The name of a column must stand in double quotes if it
 * has a comma or an equals sign in it.
 */
public final class Schema {
  private final String source;
  private final List<ColumnPlan> columns;
  private final List<String> remarks;

  Schema(String source, List<ColumnPlan> columns, List<String> remarks) {
    this.source = source;
    this.columns = List.copyOf(columns);
    this.remarks = List.copyOf(remarks);
  }

  /**
   * Finds out what the columns are for.
   *
   * @throws DataException if the table has no rows or nothing to learn from
   */
  public static Schema infer(Table table) {
    return infer(table, "");
  }

  /**
   * Finds out what the columns are for, except for those that are given a role here.
   *
   * @param columns the roles by column, such as {@code "id=ignore, zip=categorical, y=target"}
   * @throws DataException if a name or a role is unknown or does not fit, or if there is nothing to
   *     learn from
   */
  public static Schema infer(Table table, String columns) {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(columns, "columns");
    return Inference.schema(table, columns);
  }

  /** Returns what the schema says of each column, in the order of the table. */
  public List<ColumnPlan> columns() {
    return columns;
  }

  /**
   * Returns what is suspicious about the columns. Each remark is a sentence that says what to do.
   */
  public List<String> remarks() {
    return remarks;
  }

  /**
   * Learns from the rows to train with what the roles need: means, categories, classes. The rows to
   * test with must not be among them, or the test would judge what it has seen.
   *
   * @throws DataException if a column is missing or a cell does not fit its role
   */
  public FittedSchema fit(Table table) {
    return Fitting.of(this, table);
  }

  String source() {
    return source;
  }

  /**
   * Returns a table of the columns with their roles, followed by the remarks, for people to read.
   */
  @Override
  public String toString() {
    List<String[]> lines = new ArrayList<>();
    lines.add(new String[] {"column", "holds", "role", "why"});
    for (ColumnPlan plan : columns) {
      lines.add(new String[] {plan.name(), plan.kind(), plan.role().spec().toString(), plan.why()});
    }
    int[] widths = new int[4];
    for (String[] line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line[i].length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (String[] line : lines) {
      for (int i = 0; i < widths.length; i++) {
        boolean last = i == widths.length - 1;
        text.append(line[i]).append(last ? "\n" : " ".repeat(widths[i] - line[i].length() + 2));
      }
    }
    remarks.forEach(remark -> text.append("note: ").append(remark).append('\n'));
    return text.toString();
  }
}
