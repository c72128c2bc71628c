package dev.nn.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.core.DatasetFile;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.dataset.Dataset;
import dev.nn.data.schema.FittedSchema;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import dev.nn.math.Matrix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionTest {
  private static final int ROWS = 20_000;
  private static final String COLUMNS = "id=ignore, price=number(missing=median)";

  @TempDir private Path folder;

  private static void assertSame(Dataset expected, Dataset found) {
    assertEquals(expected.rows(), found.rows());
    assertEquals(expected.featureNames(), found.featureNames());
    assertEquals(expected.targets(), found.targets());
    Matrix one = Matrix.zeros(1, expected.shape().size());
    Matrix other = Matrix.zeros(1, expected.shape().size());
    Matrix target = Matrix.zeros(1, expected.targets().columns());
    Matrix otherTarget = Matrix.zeros(1, expected.targets().columns());
    for (int row = 0; row < expected.rows(); row++) {
      expected.readFeatures(row, one, 0);
      found.readFeatures(row, other, 0);
      assertArrayEquals(one.data(), other.data());
      expected.readTarget(row, target, 0);
      found.readTarget(row, otherTarget, 0);
      assertArrayEquals(target.data(), otherTarget.data());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        COLUMNS,
        "id=ignore, kind=target(kind=classes)",
        "code=target(kind=number), id=ignore, price=number(missing=0)"
      })
  void theMappedRowsAreThoseInMemory(String columns) throws IOException {
    Table whole = BlocksTest.mixed(ROWS, "").read();
    FittedSchema schema = Schema.infer(whole, columns).fit(whole);
    Path file = folder.resolve("a.safetensors");

    MappedTable mapped =
        Conversion.of(BlocksTest.mixed(ROWS, "").blocks()).columns(columns).to(file);

    assertEquals(schema, mapped.schema());
    assertSame(schema.dataset(whole), mapped.dataset());
    mapped.verify();
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count(), "the temporary files are gone");
    }
  }

  @Test
  void trainingGivesTheSameBits() throws IOException {
    Table whole = BlocksTest.mixed(ROWS, "").read();
    FittedSchema schema = Schema.infer(whole, COLUMNS).fit(whole);
    Path file = folder.resolve("a.safetensors");
    Conversion.of(BlocksTest.mixed(ROWS, "").blocks()).columns(COLUMNS).to(file);

    MappedTable mapped = MappedTable.open(file);

    assertEquals(sha256(schema, schema.dataset(whole)), sha256(mapped.schema(), mapped.dataset()));
  }

  private static String sha256(FittedSchema schema, Dataset data) {
    Network network =
        Network.of(schema.shape(), "dense(units=8, activation=relu)", schema.outputLayer());
    Trainer trainer =
        Trainer.builder()
            .loss(schema.loss())
            .optimizer("adam(learning_rate=0.003)")
            .epochs(2)
            .seed(42)
            .build();
    Split split = Split.stratified(data, 0.8, 1);
    return trainer.fit(network, split.train(), split.test()).model().weightsSha256();
  }

  @Test
  void aTestSetIsEncodedAsTheTrainingSet() throws IOException {
    Path file = folder.resolve("train.safetensors");
    FittedSchema schema =
        Conversion.of(BlocksTest.mixed(ROWS, "").blocks()).columns(COLUMNS).to(file).schema();
    String last = "x,5e10,3,unseen,2030-01-01,no\n";
    Table test = BlocksTest.mixed(100, last).read();
    MappedTable mapped =
        Conversion.of(BlocksTest.mixed(100, last).blocks())
            .to(folder.resolve("test.safetensors"), schema);
    assertEquals(schema, mapped.schema());
    assertSame(schema.dataset(test), mapped.dataset());
  }

  @Test
  void aFaultLeavesNoFile() throws IOException {
    Path file = folder.resolve("a.safetensors");
    DataFile bad = BlocksTest.mixed(ROWS, "x,1,1,a,2020-01-01,\n");
    Conversion conversion = Conversion.of(bad.blocks()).columns(COLUMNS);
    String message = assertThrows(DataException.class, () -> conversion.to(file)).getMessage();
    assertTrue(message.startsWith("row 20001, column \"kind\": the target is missing"), message);
    DataFile ragged = BlocksTest.mixed(ROWS, "x,1\n");
    message =
        assertThrows(DataException.class, () -> Conversion.of(ragged.blocks()).to(file))
            .getMessage();
    assertTrue(message.startsWith("mixed.csv, line 20002: 2 cells"), message);
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
    assertThrows(
        IOException.class,
        () -> Conversion.of(bad.blocks()).to(folder.resolve("none").resolve("a")));
  }

  @Test
  void whatHasNoSchemaIsSaid() throws IOException {
    Path file = folder.resolve("a.safetensors");
    Dataset data = Dataset.regression(new float[][] {{1}, {2}}, new float[] {1, 2});
    DatasetFile.write(file, data, Map.of());
    assertTrue(
        assertThrows(DataException.class, () -> MappedTable.open(file))
            .getMessage()
            .contains("a data set without a schema"));
    DatasetFile.write(file, data, Map.of("nn.schema", "schema(version=9)"));
    assertThrows(DataException.class, () -> MappedTable.open(file));
    String text = "a,b\n1,2.5\n3,4\n";
    FittedSchema other = fitted(text.replace(",", ",1,"));
    DatasetFile.write(file, data, Map.of("nn.schema", other.text()));
    assertTrue(
        assertThrows(DataException.class, () -> MappedTable.open(file))
            .getMessage()
            .contains("its schema makes features of shape"));
  }

  private static FittedSchema fitted(String text) throws IOException {
    Table table =
        DataFile.of("a.csv", text.replaceFirst("1", "c").getBytes(StandardCharsets.UTF_8)).read();
    return Schema.infer(table, "c=number").fit(table);
  }
}
