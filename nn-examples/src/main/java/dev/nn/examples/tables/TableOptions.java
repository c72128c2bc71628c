package dev.nn.examples.tables;

import com.google.common.base.Splitter;
import dev.nn.api.DataException;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import dev.nn.examples.terminal.Terminal;
import dev.nn.examples.terminal.Words;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options about a table to learn from: how to read it, and what its columns are for. */
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

  @Mixin private DataOptions data = new DataOptions();

  /** How to read the table. */
  public DataOptions data() {
    return data;
  }

  /** Returns what the columns of a table are for, as the options and the cells tell. */
  public Schema schema(Table table) {
    target.ifPresent(name -> checkIsOne(name, table));
    return Schema.infer(table, roles());
  }

  private static void checkIsOne(String name, Table table) {
    List<String> parts = Splitter.on(',').trimResults().splitToList(name);
    if (!table.names().contains(name) && parts.size() > 1 && table.names().containsAll(parts)) {
      throw new DataException(
          "--target names one column; for several say --columns \"%s\", or kind=number for quantities"
              .formatted(
                  String.join(
                      ", ", parts.stream().map(part -> part + "=target(kind=labels)").toList())));
    }
  }

  /**
   * Returns the rows whose target is known, and says how many others there are: nothing can be
   * learnt from these, nor judged by them.
   *
   * @param targets the columns that are predicted
   */
  public static Table labelled(Table table, List<String> targets, Terminal terminal) {
    if (!table.names().containsAll(targets)) {
      return table; // Whoever needs the target says what is missing.
    }
    Table known = table.withoutMissing(targets);
    int left = table.rows() - known.rows();
    if (left > 0) {
      terminal
          .err()
          .println(
              Terminal.printable(
                  "%s: left out %s without %s, of %s"
                      .formatted(
                          table.source(),
                          Words.count(left, "row"),
                          String.join(" or ", targets),
                          table.rows())));
    }
    return known;
  }

  /** What the options say of columns, as {@link Schema#infer(Table, String)} takes it. */
  public String roles() {
    String roles = target.map(column -> column + "=target").orElse("");
    String separator = roles.isEmpty() || columns.isEmpty() ? "" : ", ";
    return roles + separator + columns;
  }
}
