package dev.nn.data.read;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.data.DataFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files that are no tables are told by their first bytes, and the message says what to do with
 * them.
 */
class ForeignFilesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          504b0304                         | a zip file: unpack it first
          50415231                         | a Parquet file: read it through JDBC with DuckDB
          894844460d0a1a0a                 | an HDF5 file: save its table as CSV or .npy
          d0cf11e0a1b11ae1                 | old spreadsheet or office program: save it as CSV
          425a6839                         | packed with bzip2: unpack it first
          fd377a585a00                     | packed with xz: unpack it first
          28b52ffd                         | packed with zstd: unpack it first
          377abcaf271c                     | a 7z archive: unpack it first
          89504e470d0a1a0a                 | a picture, not a table
          ffd8ffe0                         | a picture, not a table
          474946383961                     | a picture, not a table
          255044462d312e37                 | a PDF file, not a table
          4000000000000000 7b225f5f6d65    | a safetensors file, so a model or a converted data set
          """)
  void theFirstBytesTellWhatAFileIs(String start, String message) throws IOException {
    byte[] bytes = HexFormat.of().parseHex(start.replace(" ", ""));
    Path file = Files.write(folder.resolve("data.bin"), bytes);
    assertRefused(file, message);
  }

  @Test
  void databasesAndPagesAreToldByTheirText() throws IOException {
    assertRefused(
        Files.writeString(folder.resolve("a.db"), "SQLite format 3\0", StandardCharsets.US_ASCII),
        "an SQLite database: read it through JDBC with a query");
    assertRefused(
        Files.writeString(folder.resolve("b.csv"), "<!DOCTYPE html><html></html>"),
        "a web page, not data");
  }

  private static void assertRefused(Path file, String message) {
    String refusal = assertThrows(DataException.class, () -> DataFile.read(file)).getMessage();
    assertTrue(refusal.startsWith(file.toString()), refusal);
    assertTrue(refusal.contains(message), refusal);
  }
}
