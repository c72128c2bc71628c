package dev.nn.data.schema;

import dev.nn.api.DataException;
import dev.nn.data.table.Table;
import dev.nn.data.table.TableBlocks;
import dev.nn.data.table.TextTable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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
 *   <li>Columns that are empty or constant, whole numbers that count the rows (but years, and an
 *       only feature), and other texts are left out.
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
    try {
      return Inference.schema(TableBlocks.of(table), columns);
    } catch (IOException e) {
      throw new AssertionError("a table is in memory", e);
    }
  }

  /**
   * The same for rows that need not fit in memory, which are gone through once. What is found out
   * is what would be found out of the whole table in memory.
   *
   * @throws IOException if the rows cannot be read
   */
  public static Schema infer(TableBlocks rows, String columns) throws IOException {
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(columns, "columns");
    return Inference.schema(rows, columns);
  }

  /**
   * The columns that are left out by what is said, as {@link #infer(Table, String)} takes it:
   * nobody needs to read them.
   */
  public static List<String> ignored(String columns) {
    return RoleParser.parse(columns).entrySet().stream()
        .filter(role -> role.getValue().name().equals("ignore"))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns what the schema says of each column, in the order of the table. */
  public List<ColumnPlan> columns() {
    return columns;
  }

  /** Returns the names of the columns that are predicted, in the order of the table. */
  public List<String> targetColumns() {
    return columns.stream()
        .filter(plan -> plan.role() instanceof Role.Target)
        .map(ColumnPlan::name)
        .toList();
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
    try {
      return fit(TableBlocks.of(table));
    } catch (IOException e) {
      throw new AssertionError("a table is in memory", e);
    }
  }

  /**
   * The same for rows that need not fit in memory, which are gone through once, or four times if a
   * median is wanted. The result is that for the whole table in memory, bit for bit.
   *
   * @throws IOException if the rows cannot be read
   */
  public FittedSchema fit(TableBlocks rows) throws IOException {
    return Fitting.of(this, rows);
  }

  String source() {
    return source;
  }

  /**
   * Returns a table of the columns with their roles, followed by the remarks, for people to read.
   */
  @Override
  public String toString() {
    TextTable table = TextTable.ofTexts(List.of("column", "holds", "role", "why"));
    for (ColumnPlan plan : columns) {
      table.add(plan.name(), plan.kind(), plan.role().spec().toString(), plan.why());
    }
    StringBuilder text = new StringBuilder(table.toString());
    remarks.forEach(remark -> text.append("note: ").append(remark).append('\n'));
    return text.toString();
  }
}
