package dev.nn.examples.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.examples.Console;
import dev.nn.examples.Console.Run;
import dev.nn.math.Matrix;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginsCommandTest {

  @Test
  void listsEveryKindWithOptionsAndDefaults() {
    Run run = Console.nn("plugins");
    assertEquals(0, run.status(), run.err());
    for (String kind : List.of("activation", "initializer", "layer", "optimizer", "schedule")) {
      assertTrue(
          run.lines().stream().anyMatch(line -> line.matches("\\d+ " + kind + "s?")), run.out());
    }
    assertTrue(run.lines().stream().anyMatch(line -> line.matches("\\d+ losses")), run.out());
    assertTrue(run.lines().contains("  leaky_relu(negative_slope=0.2)"), run.out());
    assertTrue(run.out().contains("Metrics, which are no plugins: accuracy, "), run.out());
    assertTrue(run.out().contains("  dense(units, activation=identity,"), run.out());
    assertTrue(run.lines().stream().allMatch(line -> line.length() <= 80), run.out());
  }

  @Test
  void bareNamesAreOneALine() {
    Run run = Console.nn("plugins", "--kind", "activation", "--names");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.lines().containsAll(List.of("relu", "sigmoid", "softmax")), run.out());
    assertEquals(run.lines().stream().sorted().toList(), run.lines());
  }

  @Test
  void describesOneWithItsOptionsAndOrigin() {
    Run run = Console.nn("plugins", "leaky_relu");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.lines().contains("leaky_relu, an activation"), run.out());
    assertTrue(run.out().contains("negative_slope=0.2   a number"), run.out());
    assertTrue(run.out().contains("dev.nn.activations.LeakyRelu"), run.out());
    assertTrue(run.out().contains("g′(z)"), run.out());
  }

  @Test
  void findsPluginsByTheirOtherNames() {
    Run run = Console.nn("plugins", "swish");
    assertTrue(run.lines().contains("silu, an activation"), run.out());
    assertTrue(run.out().contains("aliases   swish"), run.out());
  }

  @Test
  void showsAPluginWithTheOptionsOfASpec() {
    Run run = Console.nn("plugins", "leaky_relu(negative_slope=0.4)");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.lines().contains("  options   negative_slope=0.4   a number"), run.out());
    // The smallest value of the plot: 0.4 · −5, where the default has 0.2 · −5.
    assertTrue(run.lines().stream().anyMatch(line -> line.startsWith("-2 ")), run.out());
    assertTrue(run.lines().stream().noneMatch(line -> line.startsWith("-1 ")), run.out());
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 55, 80, 120})
  void plotsStayInsideTheTerminal(int columns) {
    Run run = Console.nnWide(columns, "plugins", "silu");
    assertEquals(0, run.status(), run.err());
    List<String> plots = run.lines().stream().dropWhile(line -> !line.contains("g(z)")).toList();
    assertTrue(plots.stream().allMatch(line -> line.length() <= columns), run.out());
    assertEquals(columns >= 80, plots.get(0).contains("g′(z)"), run.out());
    assertTrue(run.out().contains("g′(z)"), run.out());
  }

  @Test
  void showsRequiredOptionsWithTheValuesOfASpec() {
    Run bare = Console.nn("plugins", "dense");
    assertTrue(bare.out().contains("  options   units   "), bare.out());
    Run run = Console.nn("plugins", "dense(units=3, activation=elu(alpha=2))");
    assertTrue(run.out().contains("  options   units=3   "), run.out());
    assertTrue(run.out().contains("            activation=elu(alpha=2)  "), run.out());
  }

  @Test
  void aWrongOptionOfASpecIsMarked() {
    Run run = Console.nn("plugins", "leaky_relu(negative_slop=0.4)");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("Did you mean negative_slope?"), run.err());
    assertTrue(
        run.err()
            .replace(System.lineSeparator(), "\n")
            .contains("  leaky_relu(negative_slop=0.4)\n             ^ position 12\n"),
        run.err());
  }

  @Test
  void aMisspeltNameOfASpecGetsTheNearest() {
    Run run = Console.nn("plugins", "leeky_relu(negative_slope=0.4)");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("Did you mean leaky_relu"), run.err());
  }

  @Test
  void ofTwoKindsTheOneThatTakesTheOptionsIsShown() {
    Run run = Console.nn("plugins", "constant(value=-3)");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.lines().contains("constant, an initializer"), run.out());
    assertFalse(run.lines().contains("constant, a schedule"), run.out());
    Run schedule = Console.nn("plugins", "constant(value=-3)", "--kind", "schedule");
    assertEquals(2, schedule.status());
    assertTrue(schedule.err().contains("got -3"), schedule.err());
  }

  @Test
  void namesAndOnePluginExcludeEachOther() {
    Run run = Console.nn("plugins", "--names", "relu");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("leave it out to see relu"), run.err());
  }

  @Test
  void aNameOfTwoKindsGetsBoth() {
    Run both = Console.nn("plugins", "constant");
    assertTrue(both.lines().contains("constant, an initializer"), both.out());
    assertTrue(both.lines().contains("constant, a schedule"), both.out());
    Run one = Console.nn("plugins", "constant", "--kind", "schedule");
    assertFalse(one.lines().contains("constant, an initializer"), one.out());
  }

  @Test
  void misspeltNameGetsTheNearest() {
    Run run = Console.nn("plugins", "sigmiod");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("Did you mean sigmoid"), run.err());
    Run capitals = Console.nn("plugins", "ReLU");
    assertTrue(capitals.err().contains("Did you mean relu"), capitals.err());
  }

  @Test
  void aNameLikeNoneGetsTheWayToAll() {
    Run run = Console.nn("plugins", "qqqqqq");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("nn plugins --names"), run.err());
  }

  @Test
  void unknownKindGetsAllKinds() {
    Run run = Console.nn("plugins", "--kind", "colour");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("activation, initializer, layer, loss"), run.err());
  }

  /** A second provider of a name that is taken. */
  public static final class SecondRelu implements Activation {
    @Override
    public String name() {
      return "relu";
    }

    @Override
    public void forward(Matrix z, Matrix a) {}

    @Override
    public void backward(Matrix z, Matrix a, Matrix da, Matrix dz) {}
  }

  @Test
  void ofTwoPluginsOfOneNameBothAreShownAndWhatToDo(@TempDir Path folder) throws IOException {
    Run run = withActivation(folder, SecondRelu.class.getName(), "plugins", "relu");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains(SecondRelu.class.getName()), run.out());
    assertTrue(run.out().contains("dev.nn.activations.Relu"), run.out());
    assertTrue(run.out().contains("2 plugins are called relu, so none of them"), run.out());
    assertTrue(
        run.lines().stream()
            .filter(line -> !line.startsWith("  from "))
            .allMatch(line -> line.length() <= 80),
        run.out());

    Run training = withActivation(folder, SecondRelu.class.getName(), "digits");
    assertEquals(1, training.status());
    assertTrue(
        training.err().startsWith("nn digits: activation \"relu\" is provided 2 times:"),
        training.err());
  }

  @Test
  void aNameThatIsMissingMayBeThatOfAPluginThatCouldNotBeLoaded(@TempDir Path folder)
      throws IOException {
    Run run = withActivation(folder, "acme.Lost", "plugins", "acme.lost");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("no plugin \"acme.lost\" is installed"), run.err());
    assertTrue(run.err().contains("Could not be loaded:"), run.err());
    assertTrue(run.err().contains("  activation acme.Lost, named by " + folder), run.err());
  }

  private static Run withActivation(Path folder, String className, String... arguments)
      throws IOException {
    Path services = folder.resolve("META-INF/services/" + Activation.class.getName());
    Files.createDirectories(services.getParent());
    Files.writeString(services, className);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      return Console.nn(arguments);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
