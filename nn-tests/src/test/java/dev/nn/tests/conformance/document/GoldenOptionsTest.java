package dev.nn.tests.conformance.document;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import dev.nn.api.SpecException;
import dev.nn.core.layer.Parallel;
import dev.nn.core.plugin.PluginRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every option of every plugin has golden numbers that notice it: with its default in place of the
 * value of the case, at least one number is off by more than its limit. Required options have no
 * default; every case has them. The join of branches has its numbers in a document of its own,
 * which BlocksGoldenTest compares.
 */
class GoldenOptionsTest {
  private static final PluginRegistry REGISTRY = PluginRegistry.load();

  static Stream<Arguments> options() {
    List<Arguments> options = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<GoldenCase> cases = Oracle.of(Subject.valueOf(kind.name())).cases(REGISTRY).toList();
      for (Plugin plugin : REGISTRY.plugins(kind)) {
        List<GoldenCase> own =
            cases.stream().filter(golden -> golden.spec().name().equals(plugin.name())).toList();
        for (String option : plugin.options().names()) {
          if (!plugin.options().isRequired(option) && !(plugin instanceof Parallel)) {
            options.add(Arguments.of(kind.name() + " " + plugin.name(), option, own));
          }
        }
      }
    }
    return options.stream();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("options")
  void someGoldenNumbersNoticeTheOption(String plugin, String option, List<GoldenCase> cases) {
    assertTrue(
        cases.stream()
            .filter(golden -> golden.spec().options().containsKey(option))
            .anyMatch(golden -> isNoticed(option, golden)),
        () ->
            plugin
                + " has no golden numbers that depend on "
                + option
                + ": add a case with another value than the default to the module's scripts in"
                + " src/test/scripts");
  }

  private static boolean isNoticed(String option, GoldenCase golden) {
    Findings findings = new Findings();
    try {
      golden.compareWithout(option, findings);
    } catch (SpecException theOtherOptionsNeedIt) {
      return false;
    }
    return !findings.areWithinLimits();
  }
}
