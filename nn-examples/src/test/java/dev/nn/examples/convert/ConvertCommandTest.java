package dev.nn.examples.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.data.MappedTable;
import dev.nn.examples.Console;
import dev.nn.examples.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {
  @TempDir private Path folder;

  private Path table(int rows) throws IOException {
    StringBuilder text = new StringBuilder("id,size,kind\n");
    for (int i = 0; i < rows; i++) {
      text.append("u%d,%d.5,%s\n".formatted(i, i * 37 % 100, i % 3 == 0 ? "a" : "b"));
    }
    return Files.writeString(folder.resolve("rows" + rows + ".csv"), text);
  }

  @Test
  void aTableBecomesAMappedFile() throws IOException {
    Path output = folder.resolve("rows.safetensors");
    Run run =
        Console.nn(
            "convert",
            table(300).toString(),
            "--output",
            output.toString(),
            "--target",
            "size",
            "--columns",
            "id=ignore");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("300 rows of 2 features written to"), run.out());
    assertTrue(run.out().lines().anyMatch(line -> line.matches("size +numbers +target.*")));
    assertEquals(300, MappedTable.open(output).rows());

    Path test = folder.resolve("test.safetensors");
    Run second =
        Console.nn(
            "convert",
            table(20).toString(),
            "--output",
            test.toString(),
            "--schema-of",
            output.toString());
    assertEquals(0, second.status(), second.err());
    assertEquals(MappedTable.open(output).schema(), MappedTable.open(test).schema());
  }

  @Test
  void whatIsWrongIsSaid() throws IOException {
    String output = folder.resolve("a.safetensors").toString();
    Run missing = Console.nn("convert", table(30).toString());
    assertEquals(2, missing.status());
    assertTrue(missing.err().contains("--output"), missing.err());
    Run column =
        Console.nn("convert", table(30).toString(), "--output", output, "--target", "sizes");
    assertEquals(1, column.status());
    assertTrue(column.err().contains("\"size\""), column.err());
    Run both =
        Console.nn(
            "convert",
            table(30).toString(),
            "--output",
            output,
            "--target",
            "size",
            "--schema-of",
            output);
    assertEquals(1, both.status());
    assertTrue(both.err().contains("leave out --target and --columns"), both.err());
  }
}
