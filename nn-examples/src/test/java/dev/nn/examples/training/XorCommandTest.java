package dev.nn.examples.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.examples.Console;
import dev.nn.examples.Console.Run;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XorCommandTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void learnsTheTruthTable(int seed) {
    Run run = Console.nn("xor", "--threads", "1", "--seed", String.valueOf(seed));
    assertEquals(0, run.status(), run.out());
    assertTrue(run.out().contains("XOR is learnt"), run.out());
    assertRow(run, "0", "0", "0");
    assertRow(run, "0", "1", "1");
    assertRow(run, "1", "0", "1");
    assertRow(run, "1", "1", "0");
    assertTrue(run.lastLine().matches("weights sha256 [0-9a-f]{64}"), run.out());
  }

  /** The output is on the right side of one half with some room, and rounds to the truth. */
  private static void assertRow(Run run, String a, String b, String truth) {
    String close = truth.equals("1") ? "(0\\.[89]\\d{3}|1\\.0000)" : "0\\.[01]\\d{3}";
    String row = "│ %s │ %s │ +%s │ %s │ +%s │".formatted(a, b, truth, close, truth);
    assertTrue(run.lines().stream().anyMatch(line -> line.matches(row)), run.out());
  }

  @Test
  void notEnoughTrainingIsAFailure() {
    Run run = Console.nn("xor", "--epochs", "1");
    assertEquals(1, run.status());
    assertTrue(run.out().contains("XOR is not learnt"), run.out());
    assertTrue(run.lastLine().startsWith("weights sha256 "), run.out());
  }

  @Test
  void printsTenLinesOfProgressHoweverManyEpochs() {
    Run run = Console.nn("xor", "--threads", "1", "--epochs", "100");
    assertEquals(10, run.err().lines().count(), run.err());
    assertTrue(run.err().startsWith("epoch  10/100  loss "), run.err());
  }

  @Test
  void whatNeedsRowsForValidationIsWrongUsage() {
    for (List<String> option : List.of(List.of("--patience", "3"), List.of("--keep", "best"))) {
      Run run = Console.nn("xor", option.get(0), option.get(1));
      assertEquals(2, run.status(), run.err());
      assertTrue(run.err().contains("is of no use here: all four rows are learnt from"));
    }
    assertEquals(0, Console.nn("xor", "--keep", "last").status());
  }
}
