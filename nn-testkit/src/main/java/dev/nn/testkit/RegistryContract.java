package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.nn.api.Kind;
import dev.nn.api.Plugin;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.check.Hints;
import dev.nn.testkit.check.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;

/**
 * Every rule for every plugin of a registry:
 *
 * <pre>{@code
 * class AllPluginsTest implements RegistryContract {}
 * }</pre>
 */
public interface RegistryContract extends Hints {

  /** What is tested: by default everything that is on the path. */
  default PluginRegistry registry() {
    return PluginRegistry.load();
  }

  /**
   * The plugins that are tested: by default the prototypes of the registry, the built-in ones that
   * are on the path among them. Add configured ones where a prototype is too small to decide rules;
   * to test your own only, filter by the prefix of their names.
   */
  default Stream<Plugin> plugins() {
    return Arrays.stream(Kind.values()).flatMap(kind -> registry().plugins(kind).stream());
  }

  /** What could not be loaded keeps no rule. */
  @Test
  default void everyProviderCouldBeLoaded() {
    assertEquals(List.of(), registry().faults(), "providers that could not be loaded");
  }

  /** Where there is no plugin, all of them keep the rules. */
  @Test
  default void thereIsAPlugin() {
    assertTrue(plugins().findAny().isPresent(), "there is no plugin to test in this registry");
  }

  /**
   * A container for each plugin, a test for each rule; for a plugin that holds another one which
   * the registry does not find, one test that fails.
   */
  @TestFactory
  default Stream<DynamicNode> everyPluginKeepsTheRules(TestReporter reporter) {
    Rules rules = Rules.in(registry()).withHints(this);
    Consumer<String> warnings = Warnings.to(reporter);
    return plugins().map(plugin -> dynamicContainer(title(plugin), tests(plugin, rules, warnings)));
  }

  private static Stream<DynamicTest> tests(Plugin plugin, Rules rules, Consumer<String> warnings) {
    try {
      return rules.of(plugin).stream()
          .map(rule -> dynamicTest(rule.toString(), () -> rule.run(warnings)));
    } catch (SpecException missing) {
      return Stream.of(dynamicTest("finds the plugins that it holds", () -> refuse(missing)));
    }
  }

  private static void refuse(SpecException missing) {
    fail(
        "no rule was tested, for the registry lacks a plugin that this one holds; add the module"
            + " that has it in test scope, or leave this one out in plugins(): "
            + missing.getMessage(),
        missing);
  }

  /** One that throws where it says who it is has a title too, so that rules can fail for it. */
  private static String title(Plugin plugin) {
    try {
      return Kind.of(plugin) + " " + Spec.of(plugin);
    } catch (RuntimeException | Error nameless) {
      return Kind.of(plugin) + " " + plugin.getClass().getName();
    }
  }
}
