package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.nn.api.Initializer;
import dev.nn.api.Kind;
import dev.nn.api.Layer;
import dev.nn.api.Plugin;
import dev.nn.api.Shape;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.core.plugin.PluginRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
public interface RegistryContract {

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

  /**
   * The shape of the input that a layer is tested with. Override it for layers that take none of
   * those that are tried, vectors of up to 64 elements and small square images; without a shape
   * rule N1 fails for such a layer, and the others for what it computes are skipped.
   *
   * @param layer without unresolved references
   */
  default Optional<Shape> inputShape(Layer layer) {
    return LayerChecks.inputShape(layer);
  }

  /**
   * Rows of inputs that a layer is tested with, as {@link LayerContract#features} has them: by
   * default none, and the kit looks for some that {@code checkFeatures} accepts.
   *
   * @param layer without unresolved references
   */
  default List<float[]> features(Layer layer) {
    return List.of();
  }

  /**
   * What the values of an initializer are to be like where the fans are these: by default nothing
   * is promised, and the rules for it are skipped.
   *
   * @param initializer without unresolved references
   */
  default Promise promise(Initializer initializer, int fanIn, int fanOut) {
    return Promise.NONE;
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
    Rules.Context context =
        new Rules.Context(
            registry(),
            this::inputShape,
            this::features,
            initializer -> (fanIn, fanOut) -> promise(initializer, fanIn, fanOut),
            reporter);
    return plugins().map(plugin -> dynamicContainer(title(plugin), tests(plugin, context)));
  }

  private static Stream<DynamicTest> tests(Plugin plugin, Rules.Context context) {
    Optional<SpecException> missing = missing(plugin, context.registry());
    if (missing.isPresent()) {
      return Stream.of(dynamicTest("finds the plugins that it holds", () -> refuse(missing.get())));
    }
    return Rules.of(plugin, context).stream()
        .map(rule -> dynamicTest(rule.toString(), rule.check()::run));
  }

  private static Optional<SpecException> missing(Plugin plugin, PluginRegistry registry) {
    try {
      registry.resolve(plugin);
      return Optional.empty();
    } catch (SpecException missing) {
      return Optional.of(missing);
    } catch (RuntimeException | Error broken) {
      return Optional.empty();
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
