package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.api.Plugin;
import dev.nn.core.PluginRegistry;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The interfaces and the factory know the same rules. */
class ContractsTest {

  @Test
  void eachInterfaceHasATestForEveryRuleOfItsKind() {
    Map<Class<?>, Plugin> kinds =
        Map.of(
            ActivationContract.class, new GoodActivation(),
            InitializerContract.class, new BrokenInitializers.Good(),
            LayerContract.class, new GoodLayer(),
            LossContract.class, new BrokenLosses.Good(),
            OptimizerContract.class, new BrokenOptimizers.Good(),
            ScheduleContract.class, new BrokenSchedules.Good());
    kinds.forEach(
        (contract, plugin) -> assertEquals(names(plugin), tests(contract), contract.getName()));
  }

  private static Set<String> tests(Class<?> contract) {
    return Arrays.stream(contract.getMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(method -> method.getName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** {@code A1 zeroRows} becomes {@code a1ZeroRows}. */
  private static Set<String> names(Plugin plugin) {
    Rules.Context context = new Rules.Context(PluginRegistry.of(plugin), entries -> {});
    return Rules.of(plugin, context).stream()
        .map(
            rule ->
                rule.number().toLowerCase(Locale.ROOT)
                    + rule.name().substring(0, 1).toUpperCase(Locale.ROOT)
                    + rule.name().substring(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
