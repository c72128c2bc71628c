package dev.nn.data;

import dev.nn.api.DataException;
import dev.nn.api.Printable;
import dev.nn.data.read.QueryResult;
import dev.nn.data.table.Table;
import dev.nn.data.table.TableBlocks;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables from a database through JDBC. No driver comes with this library. Put one on the
 * class path, or its jar into a class loader that you pass in; it is found as a {@link Driver} by
 * {@link ServiceLoader}. DuckDB's driver also reads Parquet and JSON files:
 *
 * <pre>{@code
 * Table trips = Database.query("jdbc:duckdb:", "select * from 'trips.parquet' where fare > 0");
 * }</pre>
 */
public final class Database {
  private Database() {}

  /** Runs a query with a driver that the context class loader sees, and reads its whole answer. */
  public static Table query(String url, String sql) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return query(url, sql, context == null ? ClassLoader.getSystemClassLoader() : context);
  }

  /**
   * Runs a query and reads its whole answer.
   *
   * @param url the URL of the database, such as {@code jdbc:sqlite:shop.db}
   * @param sql a select statement
   * @param drivers where drivers are looked for
   * @throws DataException if no driver takes the URL, if the database refuses the connection or the
   *     query, or if a column has a type that no table holds
   */
  public static Table query(String url, String sql, ClassLoader drivers) {
    return result(url, sql, drivers).table();
  }

  /**
   * Asks a query for rows that need not fit in memory, with a driver that the context class loader
   * sees. It is asked anew each time the rows are gone through. Some drivers hold the whole answer
   * in memory unless the URL tells them not to: DuckDB's needs {@code
   * jdbc:duckdb:FILE;jdbc_stream_results=true}.
   */
  public static TableBlocks blocks(String url, String sql) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return blocks(url, sql, context == null ? ClassLoader.getSystemClassLoader() : context);
  }

  /**
   * Asks a query for rows that need not fit in memory; what can be wrong with it shows when the
   * rows are gone through.
   *
   * @param url such as {@code jdbc:sqlite:shop.db}
   * @param sql a select statement
   * @param drivers where drivers are looked for
   */
  public static TableBlocks blocks(String url, String sql, ClassLoader drivers) {
    return result(url, sql, drivers);
  }

  private static QueryResult result(String url, String sql, ClassLoader drivers) {
    return new QueryResult(
        sql,
        new QueryResult.Connector() {
          @Override
          public Connection open() throws SQLException {
            return connect(url, drivers);
          }

          @Override
          public DataException failed(SQLException failure) {
            return new DataException("%s: %s".formatted(shown(url), failure.getMessage()), failure);
          }
        });
  }

  private static Connection connect(String url, ClassLoader drivers) throws SQLException {
    List<String> tried = new ArrayList<>();
    Iterator<Driver> found = ServiceLoader.load(Driver.class, drivers).iterator();
    while (true) {
      Driver driver;
      try {
        if (!found.hasNext()) {
          break;
        }
        driver = found.next();
      } catch (ServiceConfigurationError | LinkageError e) {
        // A bad driver must not hide the others.
        tried.add("(%s)".formatted(e.getMessage()));
        continue;
      }
      @Nullable Connection connection =
          driver.acceptsURL(url) ? driver.connect(url, new Properties()) : null;
      if (connection != null) {
        return connection;
      }
      tried.add(driver.getClass().getName());
    }
    throw new DataException(
        "%s: no JDBC driver takes this URL; put the jar of one, such as org.xerial:sqlite-jdbc for SQLite, on the class path, or name it with --plugins FILE.jar. Found: %s"
            .formatted(shown(url), tried.isEmpty() ? "none" : String.join(", ", tried)));
  }

  /** The URL without what may be a password. */
  private static String shown(String url) {
    int end = url.length();
    for (char mark : new char[] {'?', ';'}) {
      int at = url.indexOf(mark);
      end = at < 0 ? end : Math.min(end, at);
    }
    return Printable.line(url.substring(0, end).replaceAll("//[^/@]*@", "//…@"));
  }
}
