package dev.nn.examples.tables;

import dev.nn.data.DataFile;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import dev.nn.examples.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options for reading a table, which mean the same in every command. */
public final class TableOptions {
  @Option(
      names = "--target",
      paramLabel = "COLUMN",
      description = "The column to predict. Default: the last one.")
  private Optional<String> target = Optional.empty();

  @Option(
      names = "--columns",
      paramLabel = "ROLES",
      description = {
        "What columns are for, where they were not recognised correctly, such as"
            + " \"id=ignore, zip=categorical, age=number(missing=median)\"."
      })
  private String columns = "";

  @Option(
      names = "--decimal-comma",
      description = "Read numbers with a decimal comma: 1,5 instead of 1.5.")
  private boolean decimalComma;

  /** Reads a table, and tells on standard error how its format was understood. */
  public Table read(Path file, Terminal terminal) throws IOException {
    DataFile data = DataFile.of(file);
    Table table = (decimalComma ? data.decimalComma() : data).read();
    table.notes().forEach(note -> terminal.err().println(file + ": " + note));
    return table;
  }

  /** Returns what the columns of a table are for, as the options and the cells tell. */
  public Schema schema(Table table) {
    String roles = target.map(column -> column + "=target").orElse("");
    String parted = roles.isEmpty() || columns.isEmpty() ? "" : ", ";
    return Schema.infer(table, roles + parted + columns);
  }
}
