package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.api.Plugin;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.check.Rule;
import dev.nn.testkit.check.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The interfaces and the factory know the same rules. */
class ContractsTest {
  private static final Map<Class<?>, Plugin> KINDS =
      Map.of(
          ActivationContract.class, new GoodActivation(),
          InitializerContract.class, new BrokenInitializers.Good(),
          LayerContract.class, new GoodLayer(),
          LossContract.class, new BrokenLosses.Good(),
          OptimizerContract.class, new BrokenOptimizers.Good(),
          ScheduleContract.class, new BrokenSchedules.Good());

  @Test
  void eachInterfaceHasATestForEveryRuleOfItsKind() {
    KINDS.forEach(
        (contract, plugin) -> assertEquals(names(plugin), tests(contract), contract.getName()));
  }

  private static Set<String> tests(Class<?> contract) {
    return Arrays.stream(contract.getMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(method -> method.getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theNumbersOfEachKindAreConsecutive() {
    for (Plugin plugin : KINDS.values()) {
      Map<String, List<Integer>> numbers =
          rules(plugin).stream()
              .map(Rule::number)
              .collect(
                  Collectors.groupingBy(
                      number -> number.substring(0, 1),
                      Collectors.mapping(
                          number -> Integer.valueOf(number.substring(1)), Collectors.toList())));
      numbers.forEach(
          (letter, inOrder) ->
              assertEquals(
                  IntStream.rangeClosed(1, inOrder.size()).boxed().toList(), inOrder, letter));
    }
  }

  private static List<Rule> rules(Plugin plugin) {
    return Rules.in(PluginRegistry.of(plugin)).of(plugin);
  }

  /** {@code A1 zeroRows} becomes {@code a1ZeroRows}. */
  private static Set<String> names(Plugin plugin) {
    return rules(plugin).stream()
        .map(
            rule ->
                rule.number().toLowerCase(Locale.ROOT)
                    + rule.name().substring(0, 1).toUpperCase(Locale.ROOT)
                    + rule.name().substring(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
