package dev.nn.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.examples.Console.Run;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
