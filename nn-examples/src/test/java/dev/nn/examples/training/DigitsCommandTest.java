package dev.nn.examples.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.examples.Console;
import dev.nn.examples.Console.Run;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsCommandTest {
  private static final Pattern PARTS =
      Pattern.compile(
          "1,294 pictures to learn from, 144 for validation, 359 kept aside for the test\n"
              + ".*│ layer .*│ output shape │ parameters │\n"
              + ".*│ total .* 19,210 │\n"
              + ".*of 359 test pictures read correctly"
              + ".*What it was"
              + ".*a \\d, read as \\d \\(\\d+ %\\) +a \\d, read as \\d \\(\\d+ %\\) +"
              + "a \\d, read as \\d \\(\\d+ %\\)\n"
              + "\ntrained in \\d+\\.\\d s\n"
              + "test accuracy 0\\.\\d{4}\n"
              + "baseline 0\\.\\d{4}\n"
              + "weights sha256 [0-9a-f]{64}\n",
          Pattern.DOTALL);

  @Test
  void printsAllPartsInOrder() {
    Run run = Console.nn("digits", "--epochs", "1");
    assertEquals(0, run.status(), run.err());
    String out = run.out().replace(System.lineSeparator(), "\n");
    assertTrue(PARTS.matcher(out).matches(), out);
  }

  @Test
  void readsAtLeast97OfAHundredUnseenDigits() {
    Run run = Console.nn("digits");
    assertEquals(0, run.status(), run.err());
    Matcher accuracy = Pattern.compile("test accuracy (.*)").matcher(run.out());
    assertTrue(accuracy.find(), run.out());
    assertTrue(Double.parseDouble(accuracy.group(1)) >= 0.97, accuracy.group());
  }

  @Test
  void confusionMatrixCountsEveryTestPicture() {
    Run run = Console.nn("digits", "--epochs", "1");
    int sum = 0;
    for (String line : run.lines()) {
      if (line.matches("│ [0-9] │.*")) {
        List<String> cells = List.of(line.split("│", -1));
        for (String cell : cells.subList(2, cells.size() - 1)) {
          sum += cell.isBlank() || cell.contains("·") ? 0 : Integer.parseInt(cell.strip());
        }
      }
    }
    assertEquals(359, sum, run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "3"})
  void weightsDoNotDependOnTheNumberOfThreads(String threads) {
    Run one = Console.nn("digits", "--epochs", "2", "--threads", "1");
    Run more = Console.nn("digits", "--epochs", "2", "--threads", threads);
    assertTrue(one.lastLine().startsWith("weights sha256 "), one.out());
    assertEquals(one.lastLine(), more.lastLine());
  }

  @Test
  void anotherSeedGivesOtherWeights() {
    Run zero = Console.nn("digits", "--epochs", "1");
    Run one = Console.nn("digits", "--epochs", "1", "--seed", "1");
    assertNotEquals(zero.lastLine(), one.lastLine());
  }

  @Test
  void logsALineForEachEpochToStandardError() {
    Run run = Console.nn("digits", "--epochs", "2");
    List<String> lines = run.err().lines().toList();
    assertEquals(2, lines.size(), run.err());
    assertTrue(
        lines.get(1).matches("epoch 2/2  loss \\d\\.\\d{4}  validation accuracy 0\\.\\d{4}"),
        run.err());
    assertFalse(run.out().contains("epoch 2/2"), run.out());
  }

  @Test
  void manyEpochsHaveTenLinesInALog() {
    for (int epochs : new int[] {11, 20, 25}) {
      Run run = Console.nn("digits", "--epochs", String.valueOf(epochs));
      List<String> lines = run.err().lines().toList();
      assertTrue(lines.size() >= 6 && lines.size() <= 10, run.err());
      String last = lines.get(lines.size() - 1);
      assertTrue(last.startsWith("epoch " + epochs + "/" + epochs + "  loss"), last);
    }
  }

  @Test
  void onlyProbabilitiesAreShownAsPercentages() {
    Run softmax = Console.nn("digits", "--epochs", "1");
    assertTrue(softmax.out().matches("(?s).*a \\d, read as \\d \\(\\d{1,3} %\\).*"), softmax.out());
    Run linear = Console.nn("digits", "--epochs", "1", "--layers", "dense(units=10)");
    assertTrue(linear.out().contains(", read as "), linear.out());
    assertFalse(linear.out().contains("%)"), linear.out());
  }

  @Test
  void drawsBarsOnATerminalThatFitInItsLines() {
    Run run = Console.nnLive("digits", "--epochs", "2");
    List<String> lines = run.err().lines().toList();
    String last = run.err().substring(run.err().lastIndexOf('\r') + 1).stripTrailing();
    assertTrue(last.startsWith("epoch 2/2  ███"), run.err());
    assertTrue(last.contains("validation accuracy 0."), run.err());
    assertFalse(last.contains("░"), run.err());
    assertTrue(lines.stream().allMatch(line -> line.length() < 80), run.err());
  }

  @Test
  void otherLayersAreUsedAndShown() {
    Run run =
        Console.nn("digits", "--epochs", "1", "--layers", "dense(units=10, activation=softmax)");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("│ dense(activation=softmax, units=10) │"), run.out());
    assertTrue(run.out().contains("650 │"), run.out());
  }

  @Test
  void anotherActivationChangesTheHiddenLayersOnly() {
    Run run = Console.nn("digits", "--epochs", "1", "--activation", "tanh");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("│ dense(activation=tanh, initializer=he_normal,"), run.out());
    assertTrue(run.out().contains("│ dense(activation=softmax, units=10) "), run.out());
  }
}
