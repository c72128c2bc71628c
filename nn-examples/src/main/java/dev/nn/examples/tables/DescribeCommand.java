package dev.nn.examples.tables;

import dev.nn.data.table.Column;
import dev.nn.data.table.ColumnSummary;
import dev.nn.data.table.Table;
import dev.nn.data.table.TextTable;
import dev.nn.examples.terminal.Terminal;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what the columns of a table would be taken for. */
@Command(
    name = "describe",
    description = {
      "Show what the columns of a table are taken for, and what is suspicious about them."
    },
    sortOptions = false)
public final class DescribeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DATA", description = "A table: CSV, ARFF, LIBSVM, NumPy or IDX.")
  private String data = "";

  @Mixin private TableOptions options = new TableOptions();

  private final Terminal terminal;

  /** Makes the command, which prints to a terminal. */
  public DescribeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Table table = options.data().read(data, terminal);
    terminal.printf("%,d rows, %,d columns", table.rows(), table.columns().size());
    terminal.out().println();
    TextTable glance =
        TextTable.ofTexts(List.of("column", "holds", "missing", "distinct", "cells", "values"));
    for (Column column : table.columns()) {
      ColumnSummary summary = ColumnSummary.of(column);
      glance.add(
          summary.name(),
          summary.kind(),
          String.valueOf(summary.missing()),
          String.valueOf(summary.distinct()),
          summary.bars(),
          summary.values());
    }
    terminal.out().println(glance);
    terminal.out().print(options.schema(table));
    return 0;
  }
}
