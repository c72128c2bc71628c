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
 * Tests every plugin of a registry for every rule, so that a plugin that is added later is tested
 * too:
 *
 * <pre>{@code
 * class AllPluginsTest implements RegistryContract {}
 * }</pre>
 */
public interface RegistryContract extends Hints {

  /**
   * Returns the registry that is tested, by default that of all plugins on the class path or module
   * path.
   */
  default PluginRegistry registry() {
    return PluginRegistry.load();
  }

  /**
   * Returns the plugins that are tested, by default the prototypes of the registry, including the
   * built-in ones. Add configured plugins if a prototype is too small to decide some rules. To test
   * only your own, filter them by the prefix of their names:
   *
   * <pre>{@code
   * @Override
   * public Stream<Plugin> plugins() {
   *   return RegistryContract.super.plugins().filter(plugin -> plugin.name().startsWith("acme."));
   * }
   * }</pre>
   */
  default Stream<Plugin> plugins() {
    return Arrays.stream(Kind.values()).flatMap(kind -> registry().plugins(kind).stream());
  }

  /** Fails if a provider could not be loaded, because its plugin would not be tested. */
  @Test
  default void everyProviderCouldBeLoaded() {
    assertEquals(List.of(), registry().faults(), "providers that could not be loaded");
  }

  /** Fails if there is no plugin, because then all of them would keep the rules. */
  @Test
  default void thereIsAPlugin() {
    assertTrue(plugins().findAny().isPresent(), "there is no plugin to test in this registry");
  }

  /**
   * Returns a container for each plugin with a test for each rule. For a plugin that holds another
   * one which the registry does not find, there is one test that fails.
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

  /**
   * Returns a title even for a plugin that throws when it is asked for its name, so that rules can
   * fail for it.
   */
  private static String title(Plugin plugin) {
    try {
      return Kind.of(plugin) + " " + Spec.of(plugin);
    } catch (RuntimeException | Error nameless) {
      return Kind.of(plugin) + " " + plugin.getClass().getName();
    }
  }
}
