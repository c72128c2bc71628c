package dev.nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.api.SpecValue;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.BlockCollector;
import dev.nn.data.table.Column;
import dev.nn.data.table.Table;
import dev.nn.data.table.TableBlocks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes block by block is what is read as a whole. */
class BlocksTest {
  private static final int ROWS = 30_000;
  private static final long SEED = 5;

  @TempDir private Path folder;

  /** The cells of all blocks, column by column, and how many blocks there were. */
  private record All(List<List<String>> cells, List<String> notes, int blocks) {}

  private static All all(TableBlocks rows) throws IOException {
    Supplier<BlockCollector<All>> collector =
        () ->
            new BlockCollector<>() {
              private final List<List<String>> cells = new ArrayList<>();
              private List<String> notes = List.of();
              private int blocks;

              @Override
              public void add(Table block) {
                if (cells.isEmpty()) {
                  block.columns().forEach(column -> cells.add(new ArrayList<>()));
                }
                assertEquals(cells.get(0).size(), block.firstRow());
                append(block, cells);
                notes = block.notes();
                blocks++;
              }

              @Override
              public All result() {
                return new All(cells, notes, blocks);
              }
            };
    return rows.collect(collector);
  }

  private static void append(Table block, List<List<String>> cells) {
    for (int i = 0; i < cells.size(); i++) {
      Column column = block.columns().get(i);
      for (int row = 0; row < block.rows(); row++) {
        cells.get(i).add(column.kind() + " " + column.text(row));
      }
    }
  }

  private static void assertSame(Table whole, TableBlocks rows) throws IOException {
    List<List<String>> expected = new ArrayList<>();
    whole.columns().forEach(column -> expected.add(new ArrayList<>()));
    append(whole, expected);
    for (int pass = 0; pass < 2; pass++) {
      All found = all(rows);
      assertTrue(found.blocks > 1, () -> found.blocks + " blocks");
      assertEquals(expected, found.cells);
      assertEquals(whole.notes(), found.notes);
    }
  }

  /** All kinds of columns, with missing cells; the last row is given. */
  static DataFile mixed(int rows, String last) {
    Random random = new Random(SEED);
    StringBuilder text = new StringBuilder("id,price,code,\"place, or none\",built,kind\n");
    for (int i = 0; i < rows; i++) {
      text.append("u%d,".formatted(i));
      text.append(i % 7 == 3 ? "," : "%s,".formatted(1e9 + random.nextGaussian()));
      text.append("%d,".formatted(random.nextInt(5)));
      text.append(i % 11 == 5 ? "?," : "\"place \"\"%d\"\"\",".formatted(random.nextInt(12)));
      text.append("20%02d-0%d-1%d 0%d:30,".formatted(i % 20, 1 + i % 9, i % 10, i % 8));
      text.append(random.nextBoolean() ? "yes\n" : "no\n");
    }
    text.append(last);
    return DataFile.of("mixed.csv", text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aCsvFileComesInBlocks() throws IOException {
    assertSame(mixed(ROWS, "").read(), mixed(ROWS, "").blocks());
  }

  @Test
  void aLateCellOfAnotherKindChangesAllBlocks() throws IOException {
    String last = "x,dear,007,a,soon,no\ny,cheap,1,a,2020-01-01,yes\n";
    Table whole = mixed(ROWS, last).read();
    assertEquals("texts", whole.column("price").kind());
    assertEquals(5, whole.notes().size(), whole.notes().toString());
    assertSame(whole, mixed(ROWS, last).blocks());
  }

  @Test
  void anArffFileComesInBlocks() throws IOException {
    Random random = new Random(SEED);
    StringBuilder text =
        new StringBuilder("@relation r\n@attribute x real\n@attribute c {a,'b c'}\n@data\n");
    for (int i = 0; i < ROWS; i++) {
      text.append(random.nextBoolean() ? "{0 1.5}\n" : "?,'b c'\n");
    }
    DataFile file = DataFile.of("r.arff", text.toString().getBytes(StandardCharsets.UTF_8));
    assertSame(file.read(), file.blocks());
  }

  @Test
  void theAnswerToAQueryComesInBlocks() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("a.db");
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("create table t (id integer, empty text, big, late text)");
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("insert into t values (?, null, ?, ?)")) {
        for (int i = 0; i < ROWS; i++) {
          insert.setInt(1, i);
          insert.setLong(2, i < ROWS - 5 ? i : Long.MAX_VALUE - i);
          insert.setString(3, i < ROWS - 7 ? null : "word");
          insert.addBatch();
        }
        insert.executeBatch();
      }
      connection.commit();
    }
    String sql = "select * from t order by id";
    Table whole = Database.query(url, sql);
    assertEquals("texts", whole.column("big").kind());
    assertEquals("9223372036854745808", whole.column("big").text(ROWS - 1));
    assertSame(whole, Database.blocks(url, sql));
  }

  @Test
  void whatCannotComeInBlocksSaysSo() throws IOException {
    DataFile file = DataFile.of("a.svm", "1 1:2\n0 2:3\n".getBytes(StandardCharsets.UTF_8));
    All all = all(file.blocks());
    assertEquals(1, all.blocks);
    assertTrue(all.notes.get(all.notes.size() - 1).startsWith("read into memory as a whole"));
  }

  @Test
  void aSchemaOfBlocksIsThatOfTheWhole() throws IOException {
    for (String columns :
        List.of(
            "kind=target",
            "price=number(missing=median), code=categorical, id=categorical",
            "code=target(kind=number), \"place, or none\"=categorical(encoding=ordinal)")) {
      Table whole = mixed(ROWS, "").read();
      TableBlocks rows = mixed(ROWS, "").blocks();
      Schema schema = Schema.infer(whole, columns);
      assertEquals(schema.toString(), Schema.infer(rows, columns).toString());
      assertEquals(schema.fit(whole).text(), schema.fit(rows).text());
    }
  }

  @Test
  void aMedianIsExact() throws IOException {
    double[] values = {-1.5, 1e300, -0.0, 3, 3.0000000000000004, -1e-300, 7, 1e9};
    // In order: −1.5, −1e−300, −0, 3, 3.0000000000000004, 7, 1e9, 1e300
    assertMedian(3 + (3.0000000000000004 - 3) / 2, values);
    assertMedian(3, new double[] {-1.5, -0.0, 3, 7, 1e9});
    assertMedian(-0.0, new double[] {0, -0.0, -0.0});
  }

  private static void assertMedian(double expected, double[] values) {
    StringBuilder text = new StringBuilder("x,y\n,a\n");
    for (double value : values) {
      text.append("%s,%s\n".formatted(value, value > 1 ? "a" : "b"));
    }
    Table table;
    try {
      table = DataFile.of("m.csv", text.toString().getBytes(StandardCharsets.UTF_8)).read();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    String fitted = Schema.infer(table, "x=number(missing=median)").fit(table).text();
    assertTrue(
        fitted.contains(new SpecValue.Decimal(expected).toString()),
        () -> fitted + " has no median " + expected);
  }

  @Test
  void aFaultInALateBlockNamesTheRowOfTheTable() throws IOException {
    DataFile file = mixed(ROWS, "u,1,1,a,2020-01-01,\n");
    String message =
        assertThrows(DataException.class, () -> Schema.infer(file.blocks(), "").fit(file.blocks()))
            .getMessage();
    assertEquals(
        "row 30001, column \"kind\": the target is missing; leave out the rows that have none",
        message);
    assertEquals(
        message,
        assertThrows(DataException.class, () -> Schema.infer(file.read()).fit(file.read()))
            .getMessage());
  }
}
