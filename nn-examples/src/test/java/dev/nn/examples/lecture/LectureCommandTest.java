package dev.nn.examples.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.examples.Console;
import dev.nn.examples.Console.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LectureCommandTest {
  @TempDir private Path folder;

  @Test
  void theListHasALineForEachStatementWithTheNameThatRunsIt() {
    Run run = Console.nn("lecture");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.lines().get(0).startsWith(" 1  "), run.out());
    assertTrue(run.lines().get(0).endsWith("  features"), run.out());
    assertTrue(run.lines().get(19).startsWith("20  "), run.out());
    assertTrue(run.lines().get(19).endsWith("  loss, backprop"), run.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"forward", "activations", "vanishing", "sgd", "symmetry", "xavier", "backprop"})
  void anExperimentFitsOnATerminalAndEndsWithItsVerdict(String name) {
    Run run = Console.nn("lecture", name);
    assertEquals(0, run.status(), run.err());
    assertEquals("The claim holds, by these figures.", run.lastLine());
    for (String line : run.lines()) {
      assertTrue(line.length() <= 80, line);
    }
  }

  @Test
  void aPictureGoesIntoTheFile() throws Exception {
    Path file = folder.resolve("forward.svg");
    Run run = Console.nn("lecture", "2", "--picture", file.toString());
    assertEquals(0, run.status(), run.err());
    assertEquals("Drawn into " + file, run.lastLine());
    assertTrue(Files.readString(file).contains("<svg"));
  }

  @Test
  void whatCannotBeRunIsAnsweredWithWhatCan() {
    Run unknown = Console.nn("lecture", "sigmoid");
    assertEquals(2, unknown.status());
    assertTrue(unknown.err().contains("Take features, forward"), unknown.err());
    Run format = Console.nn("lecture", "forward", "--picture", "a.gif");
    assertEquals(2, format.status());
    assertTrue(format.err().contains("let it end with .png or .svg"), format.err());
    assertEquals(2, Console.nn("lecture", "--picture", "a.png").status());
  }

  @Test
  void aStepIsWrittenOutWithTheNumbersOfTheWeights() {
    Run run =
        Console.nn(
            "explain",
            "--layers",
            "dense(units=1, activation=relu)",
            "--input",
            "2,1",
            "--target",
            "3",
            "--weights",
            "W[1] = 1 -1 b[1] = 0.5",
            "--learning-rate",
            "0.1");
    assertEquals(0, run.status(), run.err());
    // z = 2 − 1 + 0.5 = 1.5 and ∂(ŷ − 3)²/∂ŷ = −3, so that W ← (1, −1) + 0.3 · (2, 1).
    assertTrue(run.out().contains("g = relu: max(z, 0)"), run.out());
    assertTrue(run.out().contains("− 0.1 · [ -6  -3 ] = [ 1.6  -0.7 ]"), run.out());
  }

  @Test
  void aWrongOptionOfExplainIsNamed() {
    Run run = Console.nn("explain", "--layers", "dense(units=1, activation=rellu)");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("--layers: no activation \"rellu\""), run.err());
    Run loss = Console.nn("explain", "--loss", "crossentropi");
    assertEquals(2, loss.status());
    assertTrue(loss.err().contains("--loss: no loss \"crossentropi\""), loss.err());
  }
}
