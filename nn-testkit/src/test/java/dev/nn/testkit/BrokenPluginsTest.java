package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.nn.api.Plugin;
import dev.nn.testkit.check.Rule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/** Each rule fails for the plugin that breaks it, and holds for the one that does not. */
class BrokenPluginsTest {
  /** P8 warns and never fails. */
  private static final Set<String> WARNINGS = Set.of("P8");

  private static final List<Plugin> GOOD =
      List.of(
          new GoodActivation(),
          new BrokenInitializers.Good(),
          new GoodLayer(),
          new BrokenLosses.Good(),
          new BrokenOptimizers.Good(),
          new BrokenSchedules.Good());

  @TestFactory
  Stream<DynamicTest> theRightRuleFails() {
    return Broken.byRule().entrySet().stream()
        .map(
            entry ->
                dynamicTest(
                    entry.getKey() + " " + entry.getValue().getClass().getSimpleName(),
                    () -> assertFails(entry.getKey(), entry.getValue())));
  }

  private static void assertFails(String number, Plugin plugin) {
    Rule rule =
        Broken.rules(plugin).stream()
            .filter(bound -> bound.number().equals(number))
            .findFirst()
            .orElseThrow();
    Throwable failure = assertThrows(Throwable.class, () -> rule.run(warning -> {}));
    String message = String.valueOf(assertInstanceOf(AssertionError.class, failure).getMessage());
    assertTrue(message.startsWith(number + ": "), message);
  }

  @TestFactory
  Stream<DynamicTest> pluginsThatKeepTheRulesPassOrAreSkipped() {
    return GOOD.stream()
        .flatMap(
            plugin ->
                Broken.rules(plugin).stream()
                    .map(
                        rule ->
                            dynamicTest(
                                plugin.name() + " " + rule, () -> rule.run(warning -> {}))));
  }

  @Test
  void everyRuleHasAPluginThatBreaksIt() {
    Set<String> numbers =
        GOOD.stream()
            .flatMap(plugin -> Broken.rules(plugin).stream())
            .map(Rule::number)
            .filter(number -> !WARNINGS.contains(number))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(numbers, new TreeSet<>(Broken.byRule().keySet()));
  }

  @Test
  void aSkippedRuleSaysWhy() {
    Rule rule =
        Broken.rules(new GoodActivation()).stream()
            .filter(bound -> bound.number().equals("A8"))
            .findFirst()
            .orElseThrow();
    TestAbortedException skipped =
        assertThrows(TestAbortedException.class, () -> rule.run(warning -> {}));
    assertEquals("A8: not elementwise, there is nothing to compare with", skipped.getMessage());
  }
}
