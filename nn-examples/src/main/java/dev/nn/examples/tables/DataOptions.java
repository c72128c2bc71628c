package dev.nn.examples.tables;

import dev.nn.api.DataException;
import dev.nn.data.DataFile;
import dev.nn.data.Database;
import dev.nn.data.table.Quoted;
import dev.nn.data.table.Table;
import dev.nn.data.table.TableBlocks;
import dev.nn.examples.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how to read a table, which mean the same in every command. */
public final class DataOptions {
  private static final String JDBC = "jdbc:";

  @Option(
      names = "--decimal-comma",
      description = "Read numbers with a decimal comma: 1,5 instead of 1.5.")
  private boolean decimalComma;

  @Option(
      names = "--header",
      negatable = true,
      description = {"Whether the first row names the columns; it is found out otherwise."})
  private @Nullable Boolean header;

  @Option(
      names = "--separator",
      paramLabel = "CHARACTER",
      description = {
        "What parts the cells, such as \";\" or tab; a blank is any run of blanks and tabs. It is found"
            + " out otherwise."
      })
  private Optional<String> separator = Optional.empty();

  @Option(
      names = "--missing",
      paramLabel = "TEXT",
      split = ",",
      description = {
        "What stands for a missing cell, such as -999,unknown, in place of ?, NA and the like."
      })
  private List<String> missing = List.of();

  @Option(
      names = "--zero-based",
      negatable = true,
      description = {
        "Whether the indices of a LIBSVM file count from 0; it is found out otherwise."
      })
  private @Nullable Boolean zeroBased;

  @Option(
      names = "--query",
      paramLabel = "SQL",
      description = {
        "Ask a database: DATA is then its JDBC URL, such as jdbc:duckdb: or jdbc:sqlite:shop.db, whose"
            + " driver is in the jars of --plugins or NN_PLUGINS."
      })
  private Optional<String> query = Optional.empty();

  /**
   * Reads a table, and tells on standard error how its format was understood.
   *
   * @param data a file or, with {@code --query}, the URL of a database
   */
  public Table read(String data, Terminal terminal) throws IOException {
    return query.isPresent() ? Database.query(data, query.get()) : readFile(path(data), terminal);
  }

  /** Reads a table from a file, and tells on standard error how its format was understood. */
  public Table readFile(Path file, Terminal terminal) throws IOException {
    Table table = file(file).read();
    table.notes().forEach(note -> terminal.err().println(file + ": " + note));
    return table;
  }

  /** The rows of a table in pieces, for one that may not fit in memory. */
  public TableBlocks blocks(String data) throws IOException {
    return query.isPresent() ? Database.blocks(data, query.get()) : file(path(data)).blocks();
  }

  /**
   * The file that DATA names.
   *
   * @throws DataException if it is the URL of a database, but there is no query
   */
  public Path path(String data) {
    if (data.startsWith(JDBC)) {
      throw new DataException(
          data + " is a database: say by --query which rows, such as \"select * from flowers\"");
    }
    return Path.of(data);
  }

  /** Whether DATA is a file, and not a database. */
  public boolean isFile() {
    return query.isEmpty();
  }

  /** The file that is read, which a database may be too. */
  public Optional<Path> source(String data) {
    if (!data.startsWith(JDBC)) {
      return Optional.of(Path.of(data));
    }
    // jdbc:sqlite:shop.db, jdbc:sqlite:file:shop.db?x=y and jdbc:h2:./shop name files.
    String url = data.substring(data.indexOf(':', JDBC.length()) + 1);
    String name = url.startsWith("file:") ? url.substring("file:".length()) : url;
    try {
      Path file = Path.of(name.split("[?;]", 2)[0]);
      Path ofH2 = Path.of(file + ".mv.db");
      return Optional.of(Files.exists(ofH2) ? ofH2 : file);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private DataFile file(Path file) {
    DataFile data = DataFile.of(file);
    if (decimalComma) {
      data = data.decimalComma();
    }
    if (header != null) {
      data = data.header(header);
    }
    if (separator.isPresent()) {
      data = data.separator(character(separator.get()));
    }
    if (!missing.isEmpty()) {
      data = data.missing(missing.toArray(String[]::new));
    }
    return zeroBased == null ? data : data.zeroBased(zeroBased);
  }

  private static char character(String text) {
    if (text.equals("tab") || text.equals("\\t")) {
      return '\t';
    }
    if (text.length() != 1 || "\"\r\n#".contains(text)) {
      throw new DataException(
          "--separator is one character or tab, such as --separator \";\", and no double quote or #, not "
              + Quoted.text(text));
    }
    return text.charAt(0);
  }
}
