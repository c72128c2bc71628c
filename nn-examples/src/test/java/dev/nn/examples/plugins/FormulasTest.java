package dev.nn.examples.plugins;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import dev.nn.core.plugin.PluginRegistry;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The formulas that {@code nn plugins} shows are all written in the same way. */
class FormulasTest {
  /** What a formula must not contain, and what stands for it. */
  private static final Map<Pattern, String> WRONG =
      Map.of(
          Pattern.compile("\\*"), "·",
          Pattern.compile("(^|[\\s(\\[^])-"), "−",
          Pattern.compile("sqrt"), "√",
          Pattern.compile("\\^[23](?!\\d)"), "² or ³",
          Pattern.compile("[<>]="), "≤ or ≥",
          Pattern.compile("[-+]="), "←",
          Pattern.compile("(?i)\\b(pi|phi|sigma|tau|sum over)\\b"), "its letter or sign",
          Pattern.compile("\\b(log|tanh|cosh|cos) "), "parentheses");

  /** An option stands by the name that one types, so its letter in the literature is not free. */
  private static final Map<String, String> LETTERS =
      Map.of(
          "alpha", "α",
          "beta", "β",
          "gamma", "γ",
          "delta", "δ",
          "epsilon", "ε",
          "rho", "ρ",
          "learning_rate", "η");

  static Stream<Plugin> builtIn() {
    PluginRegistry registry = PluginRegistry.load();
    return Stream.of(Kind.values()).flatMap(kind -> registry.plugins(kind).stream());
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void formulasUseTheSignsOfMathematics(Plugin plugin) {
    String formula = plugin.description();
    assertFalse(formula.isBlank());
    WRONG.forEach(
        (wrong, right) ->
            assertFalse(
                wrong.matcher(formula).find(),
                () -> formula + " has " + wrong + ", write " + right));
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void formulasNameOptionsAsTheyAreTyped(Plugin plugin) {
    String formula = plugin.description();
    List<String> options = List.copyOf(plugin.options().names());
    LETTERS.forEach(
        (option, letter) ->
            assertTrue(
                !options.contains(option) || !formula.contains(letter),
                () -> formula + " has " + letter + ", write " + option));
  }
}
