package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Layer;
import dev.nn.api.Plugin;
import dev.nn.api.Shape;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.check.LayerChecks;
import dev.nn.testkit.check.LayerGradientChecks;
import dev.nn.testkit.check.Rule;
import dev.nn.testkit.check.Rules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.TestAbortedException;

/** Layers get inputs that their {@code checkFeatures} accepts, and no others. */
class LayerInputTest {
  private static final Shape SIX = Shape.of(6);

  private static List<Rule> rules(Plugin plugin) {
    return Rules.in(PluginRegistry.of(plugin)).of(plugin);
  }

  private static List<String> skipped(Plugin plugin) {
    return skipped(rules(plugin));
  }

  private static List<String> skipped(List<Rule> rules) {
    List<String> numbers = new ArrayList<>();
    for (Rule rule : rules) {
      try {
        rule.run(warning -> {});
      } catch (TestAbortedException skip) {
        assertTrue(String.valueOf(skip.getMessage()).startsWith(rule.number() + ": "));
        numbers.add(rule.number());
      }
    }
    return numbers;
  }

  @ParameterizedTest
  @CsvSource({"0, Infinity", "0, 1", "-Infinity, 0", "-Infinity, Infinity"})
  void theInputGradientIsJudgedWhereverTheLayerTakesInputs(double low, double high) {
    assertDoesNotThrow(
        () -> LayerGradientChecks.inputGradient(new Restricted(Restricted.range(low, high)), SIX));
    String failure =
        assertThrows(
                AssertionError.class,
                () ->
                    LayerGradientChecks.inputGradient(
                        new Restricted.Mirrored(Restricted.range(low, high)), SIX))
            .getMessage();
    assertTrue(failure.startsWith("N5: the gradient of the input, row 0, column 0"), failure);
  }

  /**
   * P5, P9: no options; N6, N9: no parameters; N10: no activation; N12: no negative numbers; N14:
   * no drops.
   */
  @Test
  void aLayerForPositiveInputsIsJudgedByAllRulesThatConcernIt() {
    assertEquals(
        List.of("P5", "P9", "N6", "N9", "N10", "N12", "N13", "N14"),
        skipped(new Restricted(Restricted.range(0, Double.POSITIVE_INFINITY))));
  }

  /** N5: nothing lies between indices; N12, N13: they are refused far out, and so is NaN. */
  @Test
  void aLayerForIndicesIsJudgedByAllRulesThatConcernIt() {
    assertEquals(List.of("P5", "P9", "N5", "N10", "N12", "N13", "N14"), skipped(new Lookup()));
  }

  @Test
  void everyIndexThatIsTakenIsLookedUp() {
    String failure =
        assertThrows(
                AssertionError.class,
                () -> LayerGradientChecks.parameterGradients(new Lookup.ForgetsTheLastRow(), SIX))
            .getMessage();
    assertTrue(failure.startsWith("N6: the gradient of kernel, row 2, column 0"), failure);
  }

  @Test
  void aLayerThatTakesIndicesAndDoesNotSaySoIsNoReasonToTryOthers() {
    Layer silent =
        new Lookup() {
          @Override
          public void checkFeatures(float[] features) {}
        };
    assertThrows(
        IndexOutOfBoundsException.class, () -> LayerChecks.forwardWritesItsResultOnly(silent, SIX));
  }

  @Test
  void aLayerThatTakesNothingThatIsTriedFailsOnceAndIsSkippedByTheOtherRulesThatNeedInputs() {
    List<Rule> rules = rules(new Restricted(Restricted.range(1000, 2000)));
    Rule first =
        rules.stream().filter(rule -> rule.number().equals("N1")).findFirst().orElseThrow();
    String failure =
        assertThrows(AssertionError.class, () -> first.run(warning -> {})).getMessage();
    assertTrue(failure.startsWith("N1: its checkFeatures accepts none of the inputs"), failure);
    assertTrue(failure.endsWith("override features"), failure);
    assertEquals(
        Arrays.asList(
            "P5", "P6", "P7", "P9", "N2", "N3", "N4", "N5", "N6", "N7", "N8", "N9", "N10", "N11",
            "N12", "N13", "N14"),
        skipped(rules.stream().filter(rule -> rule != first).toList()));
  }
}
