package dev.nn.examples.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.examples.Console;
import dev.nn.examples.Console.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands that train print for scripts. */
class OutputTest {
  private static final String SHA256 = "[0-9a-f]{64}";

  @TempDir private Path folder;

  private Path table(String name, int rows) throws IOException {
    StringBuilder text = new StringBuilder("x,y\n");
    for (int i = 0; i < rows; i++) {
      text.append(i * 37 % 101 / 100.0).append(',').append(i * 37 % 101 / 50.0 + 1).append('\n');
    }
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void quietLeavesTheLastLines() throws IOException {
    Run train = Console.nn("train", table("a.csv", 120).toString(), "--target", "y", "--quiet");

    assertEquals(0, train.status(), train.err());
    assertEquals("", train.err());
    assertEquals(3, train.lines().size(), train.out());
    assertTrue(train.lines().get(0).matches("test rmse 0\\.\\d{4}"), train.out());
    assertTrue(train.lines().get(1).matches("baseline 0\\.\\d{4}"), train.out());
    Run digits = Console.nn("digits", "--epochs", "1", "--quiet");
    assertTrue(
        digits
            .out()
            .matches(
                "test accuracy 0\\.\\d{4}\\Rbaseline 0\\.\\d{4}\\Rweights sha256 "
                    + SHA256
                    + "\\R"),
        digits.out());
    Run xor = Console.nn("xor", "--quiet");
    assertTrue(xor.out().matches("weights sha256 " + SHA256 + "\\R"), xor.out());
  }

  @Test
  void jsonIsOneLineWithAllDigits() throws IOException {
    Run train = Console.nn("train", table("a.csv", 120).toString(), "--target", "y", "--json");

    assertEquals(0, train.status(), train.err());
    assertTrue(
        train
            .out()
            .matches(
                "\\{\"test_rmse\":[0-9.E-]{8,},\"baseline\":0\\.\\d{5,},\"weights_sha256\":\""
                    + SHA256
                    + "\"\\}\\R"),
        train.out());
    // 96 of the 120 rows are 3 steps, and 167 times 3 steps are 501.
    assertTrue(train.err().contains("epoch 167/167"), train.err());
  }

  @Test
  void theTestMayComeFromAFileOfItsOwn() throws IOException {
    Run train =
        Console.nn(
            "train",
            table("a.csv", 120).toString(),
            "--test-data",
            table("b.csv", 30).toString(),
            "--target",
            "y");

    assertEquals(0, train.status(), train.err());
    assertTrue(train.out().contains("on the 30 rows that it has not seen"), train.out());
  }

  @Test
  void theLossCanBeChosen() throws IOException {
    String table = table("a.csv", 120).toString();
    List<String> usual = Console.nn("train", table, "--target", "y", "--quiet").lines();
    Run huber =
        Console.nn("train", table, "--target", "y", "--quiet", "--loss", "huber(delta=0.1)");

    assertEquals(0, huber.status(), huber.err());
    assertEquals(usual.get(1), huber.lines().get(1));
    assertTrue(!usual.get(2).equals(huber.lines().get(2)), huber.out());
    Run wrong = Console.nn("train", table, "--loss", "hubert");
    assertEquals(2, wrong.status());
    assertTrue(wrong.err().contains("nn train: --loss: no loss"), wrong.err());
  }

  @Test
  void theExamplesTakeAnotherLossToo() {
    Run usual = Console.nn("xor", "--epochs", "3", "--quiet");
    Run squared = Console.nn("xor", "--epochs", "3", "--quiet", "--loss", "mean_squared_error");

    assertEquals("", squared.err());
    assertNotEquals(usual.lastLine(), squared.lastLine());
    Run digits = Console.nn("digits", "--epochs", "1", "--loss", "crossentropy");
    assertEquals(2, digits.status());
    assertTrue(digits.err().contains("nn digits: --loss: no loss"), digits.err());
  }

  /** Only what is about the columns of a table is for tables alone. */
  @Test
  void everyCommandThatTrainsHasTheSameOptions() {
    for (String command : List.of("train", "digits", "mnist", "xor")) {
      assertTrue(
          Console.optionsOf(command)
              .containsAll(
                  List.of(
                      "--layers",
                      "--activation",
                      "--loss",
                      "--optimizer",
                      "--epochs",
                      "--batch",
                      "--seed",
                      "--threads",
                      "--like",
                      "--patience",
                      "--keep",
                      "--save",
                      "--checkpoint",
                      "--checkpoint-steps",
                      "--resume",
                      "--report",
                      "--log",
                      "--json",
                      "--quiet",
                      "--plugins")),
          command);
    }
    assertTrue(
        Console.optionsOf("train")
            .containsAll(
                List.of("--target", "--columns", "--query", "--folds", "--group", "--test-data")));
  }

  @Test
  void aTrainingEndsWhenNothingImprovesAndLeavesALog() throws IOException {
    Path log = folder.resolve("log.csv");
    Run run =
        Console.nn(
            "train",
            table("a.csv", 120).toString(),
            "--target",
            "y",
            "--epochs",
            "5000",
            "--patience",
            "3",
            "--quiet",
            "--log",
            log.toString());

    assertEquals(0, run.status(), run.err());
    int epochs = Files.readAllLines(log).size() - 1;
    assertTrue(epochs > 3 && epochs < 5000, epochs + " epochs");
    Run wrong = Console.nn("train", table("a.csv", 120).toString(), "--patience", "0");
    assertEquals(2, wrong.status());
    assertTrue(wrong.err().contains("--patience must be at least 1, got 0"), wrong.err());
  }

  @Test
  void theBestEpochIsKeptWhereThatIsAsked() throws IOException {
    String table = table("a.csv", 120).toString();
    List<String> options = List.of("train", table, "--target", "y", "--quiet", "--epochs", "40");
    String last = sha256(options, List.of());
    String kept = sha256(options, List.of("--keep", "last"));
    String best = sha256(options, List.of("--keep", "best"));

    assertEquals(last, kept);
    assertTrue(!best.equals(last), best);
  }

  private static String sha256(List<String> options, List<String> more) {
    Run run = Console.nn(Stream.concat(options.stream(), more.stream()).toArray(String[]::new));
    assertEquals(0, run.status(), run.err());
    return run.lines().get(2);
  }

  @Test
  void aDatabaseNeedsAQuery() throws IOException {
    Run describe = Console.nn("describe", "jdbc:sqlite:shop.db");

    assertEquals(1, describe.status());
    assertTrue(
        describe
            .err()
            .contains(
                "jdbc:sqlite:shop.db is a database: say by --query which rows, such as \"select *"
                    + " from flowers\""),
        describe.err());
  }
}
