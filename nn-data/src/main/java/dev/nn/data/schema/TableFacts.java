package dev.nn.data.schema;

import dev.nn.api.DataException;
import dev.nn.data.table.BlockCollector;
import dev.nn.data.table.Column;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import dev.nn.data.table.TableBlocks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What one pass over a table shows.
 *
 * @param source where it comes from
 * @param notes what its reader found out
 * @param columns the facts of each column
 * @param equal pairs of a target and another column that tells it in every row
 */
record TableFacts(String source, List<String> notes, List<ColumnFacts> columns, Set<Pair> equal) {

  /** Two columns. */
  record Pair(String target, String other) {}

  /**
   * Goes through a table.
   *
   * @param targets which of its columns are targets
   * @throws DataException if it has no rows
   */
  static TableFacts of(TableBlocks rows, Function<Table, List<String>> targets) throws IOException {
    return rows.collect(() -> new Scan(rows.source(), targets));
  }

  ColumnFacts column(String name) {
    return columns.stream().filter(facts -> facts.name().equals(name)).findFirst().orElseThrow();
  }

  List<String> names() {
    return columns.stream().map(ColumnFacts::name).toList();
  }

  long rows() {
    return columns.isEmpty() ? 0 : columns.get(0).rows();
  }

  private static final class Scan implements BlockCollector<TableFacts> {
    private final String source;
    private final Function<Table, List<String>> targets;
    private final List<ColumnScan> columns = new ArrayList<>();
    private final Set<Pair> equal = new HashSet<>();
    private List<String> notes = List.of();
    private long rows;

    Scan(String source, Function<Table, List<String>> targets) {
      this.source = source;
      this.targets = targets;
    }

    @Override
    public void add(Table block) {
      List<Column> parts = block.columns();
      if (columns.isEmpty()) {
        notes = block.notes();
        parts.forEach(part -> columns.add(new ColumnScan(part)));
        for (String target : targets.apply(block)) {
          block.names().forEach(other -> equal.add(new Pair(target, other)));
        }
      }
      for (int i = 0; i < parts.size(); i++) {
        columns.get(i).add(parts.get(i));
      }
      equal.removeIf(pair -> !areEqual(block.column(pair.target), block.column(pair.other)));
      rows += block.rows();
    }

    private static boolean areEqual(Column target, Column other) {
      boolean numbers = target instanceof NumberColumn && other instanceof NumberColumn;
      for (int row = 0; row < target.rows(); row++) {
        boolean isEqual =
            numbers
                ? areEqual(((NumberColumn) target).value(row), ((NumberColumn) other).value(row))
                : target.text(row).equals(other.text(row));
        if (!isEqual) {
          return false;
        }
      }
      return true;
    }

    private static boolean areEqual(double one, double other) {
      return one == other || (Double.isNaN(one) && Double.isNaN(other));
    }

    @Override
    public TableFacts result() {
      if (rows == 0) {
        throw new DataException(source + ": no rows");
      }
      return new TableFacts(
          source, notes, columns.stream().map(ColumnScan::facts).toList(), Set.copyOf(equal));
    }
  }
}
