package dev.nn.data.read;

import dev.nn.api.DataException;
import dev.nn.data.table.BlockBuilder;
import dev.nn.data.table.BlockCollector;
import dev.nn.data.table.Column;
import dev.nn.data.table.JavaCells;
import dev.nn.data.table.Quoted;
import dev.nn.data.table.Table;
import dev.nn.data.table.TableBlocks;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Time;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answer to a query, as a whole or block by block. What the columns hold is known at the
 * end only; where a later block shows that an earlier one was taken for something else, the query
 * is asked once more.
 */
public final class QueryResult implements TableBlocks {
  private static final int FETCHED_AT_ONCE = 1000;

  private final String sql;
  private final Connector database;
  private JavaCells.Kind[] known = {};

  /**
   * The answer to a query, which is not asked yet.
   *
   * @param database where it is asked, each time anew
   */
  public QueryResult(String sql, Connector database) {
    this.sql = sql;
    this.database = database;
  }

  /** How to get to a database. */
  public interface Connector {
    /** A new connection. */
    Connection open() throws SQLException;

    /** What to tell of a failure. */
    DataException failed(SQLException failure);
  }

  @Override
  public String source() {
    return "query " + Quoted.text(sql);
  }

  /**
   * Asks the query and reads the whole answer into memory.
   *
   * @throws DataException if the answer has no rows or a cell that no table holds
   */
  public Table table() {
    List<Table> read = new ArrayList<>();
    boolean fits = fits(Integer.MAX_VALUE, read::add);
    assert fits : "one block is of the kinds that it has";
    return read.get(0);
  }

  @Override
  public <T> T collect(Supplier<? extends BlockCollector<T>> collectors) {
    while (true) {
      BlockCollector<T> collector = collectors.get();
      if (fits(0, collector::add)) {
        return collector.result();
      }
    }
  }

  /** False if the kinds of the columns changed on the way; those of the whole are known then. */
  private boolean fits(int blockRows, Consumer<Table> blocks) {
    try (Connection connection = database.open()) {
      // PostgreSQL for one sends everything at once to who commits by himself.
      connection.setAutoCommit(false);
      boolean isRight;
      try (Statement statement = connection.createStatement()) {
        statement.setFetchSize(FETCHED_AT_ONCE);
        try (ResultSet answer = statement.executeQuery(sql)) {
          Pass pass = new Pass(answer.getMetaData(), blocks, connection);
          pass.read(answer, blockRows == 0 ? BlockBuilder.rowsOfBlock(pass.width()) : blockRows);
          known = pass.kinds;
          isRight = pass.isRight;
        }
      }
      // Derby for one does not close a connection within a transaction.
      connection.rollback();
      return isRight;
    } catch (SQLException e) {
      throw database.failed(e);
    }
  }

  /** Goes through the answer once. */
  private final class Pass {
    private final List<String> names = new ArrayList<>();
    private final List<List<@Nullable Object>> cells = new ArrayList<>();
    private final JavaCells.Kind[] kinds;
    private final Consumer<Table> blocks;
    private final List<String> notes;
    private long firstRow;
    private boolean isRight = true;

    Pass(ResultSetMetaData header, Consumer<Table> blocks, Connection connection)
        throws SQLException {
      for (int i = 0; i < header.getColumnCount(); i++) {
        names.add(header.getColumnLabel(i + 1));
        cells.add(new ArrayList<>());
      }
      this.blocks = blocks;
      this.notes = List.of("JDBC, " + connection.getMetaData().getDatabaseProductName());
      this.kinds = Arrays.copyOf(known, names.size());
      for (int i = known.length; i < kinds.length; i++) {
        kinds[i] = JavaCells.Kind.NONE;
      }
    }

    int width() {
      return names.size();
    }

    void read(ResultSet answer, int blockRows) throws SQLException {
      while (answer.next()) {
        for (int i = 0; i < cells.size(); i++) {
          cells.get(i).add(cell(answer.getObject(i + 1)));
        }
        if (cells.get(0).size() == blockRows) {
          endBlock();
        }
      }
      if (cells.isEmpty() || (firstRow == 0 && cells.get(0).isEmpty())) {
        throw new DataException(source() + ": no rows");
      }
      if (!cells.get(0).isEmpty()) {
        endBlock();
      }
    }

    private void endBlock() {
      for (int i = 0; i < kinds.length; i++) {
        JavaCells.Kind before = kinds[i];
        kinds[i] = JavaCells.kind(names.get(i), cells.get(i), before, firstRow);
        isRight &= firstRow == 0 || before.isColumnOf(kinds[i]);
      }
      int rows = cells.get(0).size();
      if (isRight) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < kinds.length; i++) {
          columns.add(JavaCells.column(names.get(i), cells.get(i), kinds[i]));
        }
        blocks.accept(Table.block(source(), columns, notes, firstRow));
      }
      firstRow += rows;
      cells.forEach(List::clear);
    }
  }

  /**
   * NaN and an empty text of a database are missing cells; what else has no kind here is a text.
   */
  private static @Nullable Object cell(@Nullable Object value) {
    if (value instanceof UUID || value instanceof Time) {
      return value.toString();
    }
    return value instanceof Double number && number.isNaN() ? null : value;
  }
}
