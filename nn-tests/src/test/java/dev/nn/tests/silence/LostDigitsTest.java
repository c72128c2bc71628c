package dev.nn.tests.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.core.dataset.Dataset;
import dev.nn.data.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A number that is narrowed on its way in stays different where it was different, or is named. */
@ResourceLock("warnings")
class LostDigitsTest {
  private static final String REST =
      " loses digits as float, where numbers of this size are 1.31e+05 apart, and different rows"
          + " become equal; subtract an offset such as 1.700000000001E12 or scale the column before"
          + " it is given (the layer normalization comes too late for that)";

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("times.csv"), text);
  }

  private static void assertSaid(List<String> names, List<String> texts) {
    assertEquals(
        names.stream()
            .map(name -> name + ", from 1.700000000001E12 to 1.700000000999E12," + REST)
            .toList(),
        texts);
  }

  @Test
  void doublesThatBecomeEqualAreNamed() {
    double[][] times = {{1, 1700000000001.0}, {2, 1700000000999.0}};
    try (Warnings warnings = new Warnings()) {
      Dataset unused = Dataset.regression(times, times);
      assertSaid(List.of("feature column 1", "target column 1"), warnings.texts());
    }
  }

  @Test
  void cellsThatBecomeEqualAreNamed() throws IOException {
    Path file = file("t,x,y\n1700000000001,1,1700000000001\n1700000000999,2,1700000000999\n");
    try (Warnings warnings = new Warnings()) {
      Dataset unused = Csv.withHeader().real().read(file);
      assertSaid(
          List.of(file + ", column 1 (\"t\")", file + ", column 3 (\"y\")"), warnings.texts());
    }
    try (Warnings warnings = new Warnings()) {
      Dataset unused = Csv.withHeader().target("x").read(file);
      assertEquals(2, warnings.texts().size(), () -> String.join("\n", warnings.texts()));
    }
  }

  @Test
  void digitsThatTellNoRowsApartAreNotMissed() throws IOException {
    Path file = file("a,b,y\n0.123456789,1e-9,1.5\n0.987654321,-3.25,16777217\n5,2,0.1\n");
    try (Warnings warnings = new Warnings()) {
      Dataset unused = Csv.withHeader().real().read(file);
      assertEquals(List.of(), warnings.texts());
    }
  }
}
