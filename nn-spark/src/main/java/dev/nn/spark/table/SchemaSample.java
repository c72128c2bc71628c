package dev.nn.spark.table;

import dev.nn.data.schema.FittedSchema;
import dev.nn.data.schema.Role;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of a table that a schema learns from. If there are more than wanted, they are chosen by
 * a hash of what they hold, and their order is that of the hash, so neither depends on partitions
 * or machines. Of a target of classes, a row of each class is among them.
 */
public final class SchemaSample {
  private static final Logger LOG = LoggerFactory.getLogger("dev.nn.spark.Training");
  private static final String HASH = "nn_hash";

  private final CellColumns columns;
  private final Dataset<Row> hashed;
  private final String roles;
  private final long rows;
  private final long limit;

  private SchemaSample(Dataset<?> table, String roles, long limit) {
    Set<String> ignored = Set.copyOf(Schema.ignored(roles));
    this.columns = CellColumns.all(table.schema(), ignored);
    this.roles = roles;
    this.limit = limit;
    Dataset<Row> read = table.select(columns.of(table));
    Column[] cells = columns.names().stream().map(SchemaSample::column).toArray(Column[]::new);
    this.hashed = read.withColumn(HASH, functions.xxhash64(cells));
    this.rows = hashed.count();
  }

  /**
   * Finds out what the columns of a table are for, and learns what their roles need.
   *
   * @param roles those that are given, as {@link Schema#infer(Table, String)} takes them
   * @param limit of how many rows at most
   * @throws dev.nn.api.DataException if there is nothing to learn from, or a column cannot be read
   */
  public static FittedSchema fit(Dataset<?> table, String roles, long limit) {
    return new SchemaSample(table, roles, limit).fit();
  }

  /** All rows of a table in the order of their hashes. */
  static Table inOrder(Dataset<?> table, String roles) {
    SchemaSample all = new SchemaSample(table, roles, Long.MAX_VALUE);
    return all.table(all.hashed.collectAsList());
  }

  private FittedSchema fit() {
    // The share of all hashes that as many rows have as are wanted.
    long most = rows <= limit ? Long.MAX_VALUE : hashBelow((double) limit / rows);
    List<Row> chosen = hashed.where(functions.col(HASH).leq(most)).collectAsList();
    Schema schema = Schema.infer(table(chosen), roles);
    schema.remarks().forEach(LOG::warn);
    if (most == Long.MAX_VALUE) {
      return schema.fit(table(chosen));
    }
    List<Row> all = new ArrayList<>(chosen);
    for (String target : classes(schema)) {
      all.addAll(firstOfEach(target, most));
    }
    return schema.fit(table(all));
  }

  private static long hashBelow(double share) {
    return (long) (Long.MIN_VALUE + share * 0x1p64);
  }

  private static List<String> classes(Schema schema) {
    return schema.columns().stream()
        .filter(plan -> plan.role() instanceof Role.Target target && isOfWords(target))
        .map(plan -> plan.name())
        .toList();
  }

  private static boolean isOfWords(Role.Target target) {
    return target.kind() != Role.TargetKind.NUMBER;
  }

  /** Of the rows that are not chosen, the first of each class. */
  private List<Row> firstOfEach(String target, long most) {
    List<Column> inOrder = new ArrayList<>(List.of(functions.col(HASH)));
    for (String name : columns.names()) {
      inOrder.add(column(name));
    }
    Column[] parts = inOrder.toArray(Column[]::new);
    Column first = functions.min(functions.struct(parts)).as("first");
    return hashed
        .where(functions.col(HASH).gt(most))
        .groupBy(column(target))
        .agg(first)
        .selectExpr("first.*")
        .select(columnsThenHash())
        .collectAsList();
  }

  /** The column of this name, whatever is in the name. */
  private static Column column(String name) {
    return functions.col("`" + name.replace("`", "``") + "`");
  }

  private Column[] columnsThenHash() {
    return Arrays.stream(hashed.columns()).map(SchemaSample::column).toArray(Column[]::new);
  }

  private Table table(List<Row> unordered) {
    int hash = columns.names().size();
    List<Row> inOrder = new ArrayList<>(unordered);
    inOrder.sort(
        Comparator.comparingLong((Row row) -> row.getLong(hash))
            .thenComparing(row -> row.mkString("\u0001")));
    return columns.block("table", inOrder);
  }
}
