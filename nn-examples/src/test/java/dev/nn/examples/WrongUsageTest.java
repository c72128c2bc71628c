package dev.nn.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.examples.Console.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongUsageTest {

  private static Run refused(String... arguments) {
    Run run = Console.nn(arguments);
    assertEquals(2, run.status(), run.err());
    assertEquals("", run.out());
    assertFalse(run.err().contains("\tat "), run.err());
    return run;
  }

  @Test
  void misspeltActivationIsMarkedInTheLayers() {
    Run run = refused("digits", "--layers", "dense(units=8, activation=rellu), dense(units=10)");
    String[] lines = run.err().lines().toArray(String[]::new);
    assertEquals(
        "nn digits: --layers: no activation \"rellu\" is installed. Did you mean relu?", lines[0]);
    assertEquals("  dense(units=8, activation=rellu), dense(units=10)", lines[2]);
    assertEquals("                            ^ position 27", lines[3]);
    assertEquals("See: nn help digits", lines[4]);
  }

  @Test
  void wrongOptimizerIsMarked() {
    Run run = refused("xor", "--optimizer", "sgd(learning_rat=1)");
    assertTrue(run.err().contains("Did you mean learning_rate?"), run.err());
    assertTrue(
        run.err().replace(System.lineSeparator(), "\n").contains("sgd(learning_rat=1)\n      ^"),
        run.err());
  }

  @Test
  void wrongActivationIsMarked() {
    Run run = refused("digits", "--activation", "leaky_relu(negative_slope=steep)");
    assertTrue(run.err().contains("--activation: negative_slope"), run.err());
    assertTrue(run.err().contains("^ position 12"), run.err());
  }

  @Test
  void aMisspeltOptionGetsTheNearest() {
    Run run = refused("digits", "--activation", "elu(alfa=2)");
    assertTrue(run.err().contains("elu has no option alfa. Did you mean alpha?"), run.err());
  }

  @Test
  void aNumberForARateIsRefusedByTheNameOfItsOption() {
    Run run = refused("xor", "--optimizer", "adam(learning_rate=-1)");
    assertTrue(
        run.err().contains("--optimizer: adam: learning_rate must be at least 0, got -1"),
        run.err());
  }

  @Test
  void activationAndLayersExcludeEachOther() {
    Run run = refused("xor", "--activation", "tanh", "--layers", "dense(units=1)");
    assertTrue(run.err().contains("write the activation into its layers"), run.err());
  }

  @Test
  void layersThatDoNotFitTheDataSayHowToFit() {
    Run run = refused("digits", "--layers", "dense(units=3, activation=softmax)");
    assertTrue(run.err().contains("give the last layer units=10"), run.err());
  }

  @Test
  void numbersOutOfRangeNameTheOption() {
    assertTrue(refused("xor", "--epochs", "0").err().contains("--epochs must be at least 1"));
    assertTrue(refused("xor", "--batch", "0").err().contains("--batch must be at least 1"));
    assertTrue(refused("xor", "--threads", "0").err().contains("--threads must be at least 1"));
  }

  @Test
  void wordsInPlaceOfNumbersAreToldWhatIsMissing() {
    assertEquals(
        "nn xor: Invalid value for option '--seed': 'banana' is not a seed, with which"
            + " a result is repeated and which can be any whole number",
        firstLine(refused("xor", "--seed", "banana")));
    assertEquals(
        "nn evaluate: Invalid value for option '--seed': '1.5' is not a seed, with"
            + " which a result is repeated and which can be any whole number",
        firstLine(refused("evaluate", "m", "--seed", "1.5")));
    assertTrue(
        firstLine(refused("xor", "--seed", "99999999999999999999"))
            .endsWith("any whole number from -9223372036854775808 to 9223372036854775807"));
    assertEquals(
        "nn digits: Invalid value for option '--epochs': 'many' is not a whole number",
        firstLine(refused("digits", "--epochs", "many")));
    assertEquals(
        "nn digits: Invalid value for option '--batch': '3000000000' is not a whole number from"
            + " -2147483648 to 2147483647",
        firstLine(refused("digits", "--batch", "3000000000")));
  }

  private static String firstLine(Run run) {
    return run.err().lines().findFirst().orElse("");
  }

  @Test
  void unknownCommandGetsSuggestions() {
    Run run = refused("digit");
    assertTrue(run.err().startsWith("nn: no such command: digit"), run.err());
    assertTrue(run.err().contains("Did you mean: nn digits"), run.err());
  }

  @Test
  void onlyWhatIsNearIsSuggested() {
    assertEquals("Did you mean: nn train", refused("trian").err().lines().toList().get(1));
    assertEquals("See: nn help", refused("foo").err().lines().toList().get(1));
    assertEquals(
        "Did you mean: --epochs", refused("xor", "--epoch", "3").err().lines().toList().get(1));
  }

  @Test
  void helpForAnUnknownCommandGetsSuggestions() {
    Run run = refused("help", "plugns");
    assertTrue(run.err().startsWith("nn: no such command: plugns"), run.err());
    assertTrue(run.err().contains("Did you mean: nn plugins"), run.err());
  }

  @Test
  void noCommandAtAllGetsTheHelp() {
    Run run = refused();
    assertTrue(run.err().startsWith("Usage: nn"), run.err());
  }

  @Test
  void missingFolderIsSaidToBeMissing(@TempDir Path folder) {
    Path nothing = folder.resolve("nothing");
    Run run = refused("mnist", "--data", nothing.toString());
    assertEquals(
        "nn mnist: --data: there is no folder "
            + nothing
            + "; name the one with the files of MNIST",
        run.err().lines().findFirst().orElse(""));
  }

  @Test
  void emptyFolderNamesWhatWasLookedFor(@TempDir Path folder) {
    Run run = Console.nn("mnist", "--data", folder.toString());
    assertEquals(1, run.status());
    assertTrue(run.err().contains("train-images-idx3-ubyte.gz"), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
  }

  @Test
  void divergenceIsAFailureWithAdvice() {
    Run run = Console.nn("digits", "--optimizer", "sgd(learning_rate=1e30)");
    assertEquals(1, run.status());
    assertTrue(run.err().contains("training diverged in epoch 1"), run.err());
    assertTrue(run.err().contains("smaller learning rate"), run.err());
    assertFalse(run.out().contains("weights sha256"), run.out());
  }

  @Test
  void verboseShowsWhereAnErrorComesFrom() {
    Run run = Console.nn("-v", "xor", "--optimizer", "nothing");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("\tat "), run.err());
  }
}
