package dev.nn.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.data.read.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvDamageTest {
  private static final Csv HEADER = Csv.withHeader();
  private static final Csv PLAIN = Csv.withoutHeader();

  private static String fault(Csv csv, byte[] content) {
    return assertThrows(DataException.class, () -> csv.read(Source.of("t.csv", content)))
        .getMessage();
  }

  private static String fault(Csv csv, String text) {
    return fault(csv, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void damagedGzipFileIsRefused() {
    byte[] packed = IdxFiles.gzip("1,2,a\n3,4,b\n".getBytes(StandardCharsets.UTF_8));

    for (int length = 2; length < packed.length; length++) {
      assertEquals(
          "t.csv, offset " + length + ": the gzip data is cut short",
          fault(PLAIN, Arrays.copyOf(packed, length)));
    }
  }

  @Test
  void tenMegabytesInOneCellAreShownInShort() {
    String text = "1,2,a\n1," + "x".repeat(10 << 20) + ",b\n";
    String digits = "1,2,a\n1," + "9".repeat(10 << 20) + ",b\n";

    assertEquals(
        "t.csv, line 2, column 2: \""
            + "x".repeat(40)
            + "…\" (10485760 characters) is not a number"
            + " such as -1.5 or 2e-3; words, dates and missing cells become features with"
            + " Schema.infer(DataFile.read(file))",
        fault(PLAIN, text));
    assertEquals(
        "t.csv, line 2, column 2: \""
            + "9".repeat(40)
            + "…\" (10485760 characters) is outside the"
            + " range of float, ±3.4e38",
        fault(PLAIN, digits));
  }

  @Test
  void tenMegabytesOfCellsInOneLineAreRefused() {
    assertEquals(
        "t.csv, line 2: more than 1048576 cells",
        fault(PLAIN, "1,2,a\n" + "1,".repeat(5 << 20) + "b\n"));
  }

  @Test
  void cellLongerThanTheBufferIsRefused() {
    String message = fault(PLAIN, "1,2,a\n1,\"" + "x".repeat(20 << 20));

    assertTrue(message.startsWith("t.csv: "), message);
    assertTrue(message.contains("line 2"), message);
  }

  @Test
  void mutatedFilesGiveTypedErrorsOnly() {
    long seed = 99;
    Random random = new Random(seed);
    byte[] original =
        "x,y,\"kind\"\r\n1,2.5e-3,\"a\"\"b\"\r\n-3,4,b\r\n".getBytes(StandardCharsets.UTF_8);
    String alphabet = "\",\r\n 019.eE+-NaINf\uFEFF;x";
    List<Csv> options = List.of(HEADER, PLAIN, HEADER.real(), HEADER.binary(), HEADER.target("x"));
    int refused = 0;
    for (int i = 0; i < 30_000; i++) {
      byte[] changed = original.clone();
      for (int j = random.nextInt(4); j >= 0; j--) {
        changed[random.nextInt(changed.length)] =
            (byte)
                (random.nextBoolean()
                    ? alphabet.charAt(random.nextInt(alphabet.length()))
                    : random.nextInt());
      }
      try {
        options.get(i % options.size()).read(Source.of("t.csv", changed));
      } catch (DataException e) {
        refused++;
        assertFalse(e.getMessage().contains("\n"), "seed " + seed + ", input " + i);
      } catch (RuntimeException | IOException e) {
        throw new AssertionError("seed " + seed + ", input " + i, e);
      }
    }
    assertTrue(refused > 10_000, "seed " + seed + ": refused only " + refused);
  }
}
