package dev.nn.examples.tables;

import dev.nn.api.DataException;
import dev.nn.data.DataFile;
import dev.nn.data.Database;
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

  @Option(
      names = "--query",
      paramLabel = "SQL",
      description = {
        "Ask a database: DATA is then its JDBC URL, such as jdbc:duckdb: or jdbc:sqlite:shop.db, whose"
            + " driver is in the class path NN_PLUGINS."
      })
  private Optional<String> query = Optional.empty();

  /**
   * Reads a table, and tells on standard error how its format was understood.
   *
   * @param data a file or, with {@code --query}, the URL of a database
   */
  public Table read(String data, Terminal terminal) throws IOException {
    if (query.isPresent()) {
      return Database.query(data, query.get());
    }
    if (data.startsWith("jdbc:")) {
      throw new DataException(
          data + " is a database: say by --query which rows, such as \"select * from flowers\"");
    }
    return readFile(Path.of(data), terminal);
  }

  /** Reads a table from a file, and tells on standard error how its format was understood. */
  public Table readFile(Path file, Terminal terminal) throws IOException {
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
