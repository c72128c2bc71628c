package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Layer;
import dev.nn.api.Plugin;
import dev.nn.api.Shape;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.OptionedPlugins.Clipped;
import dev.nn.testkit.OptionedPlugins.Fragile;
import dev.nn.testkit.OptionedPlugins.Narrow;
import dev.nn.testkit.OptionedPlugins.Width;
import dev.nn.testkit.check.OptionChecks;
import java.util.Optional;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Rule P9 sees effects where they are, and does not judge where nothing can be computed. */
class OptionRuleTest {

  /** A test of an author whose layer takes one shape only. */
  private record AuthorsTest(Layer plugin, Shape inputShape) implements LayerContract {
    @Override
    public PluginRegistry registry() {
      return PluginRegistry.of(plugin);
    }
  }

  private static void check(Plugin plugin) {
    OptionChecks.everyOptionHasAnEffect(plugin, PluginRegistry.of(plugin));
  }

  private static String skipReason(Runnable check) {
    return assertThrows(TestAbortedException.class, check::run).getMessage();
  }

  private static String failure(Runnable check) {
    return assertThrows(AssertionError.class, check::run).getMessage();
  }

  @Test
  void anOptionThatActsFarOutOnlyHasAnEffect() {
    check(new Clipped(20, true));
    check(new Clipped(50_000, true));
    assertEquals(
        "P9: no value of the option limit that was tried changes anything",
        failure(() -> check(new Clipped(20, false))));
  }

  @Test
  void aLayerThatTakesAnUncommonVectorIsDecided() {
    check(new Narrow(9, 2, true));
    assertEquals(
        "P9: no value of the option factor that was tried changes anything",
        failure(() -> check(new Narrow(9, 2, false))));
  }

  @Test
  void aLayerThatTakesNoneOfTheShapesIsSkipped() {
    assertEquals(
        "P9: it takes none of the input shapes that are tried, such as"
            + " [(6), (2, 3, 2), (3, 4), (1), (2)]; override inputShape",
        skipReason(() -> check(new Narrow(100, 2, true))));
  }

  @Test
  void theShapeOfTheAuthorDecides() {
    new AuthorsTest(new Narrow(100, 2, true), Shape.of(100)).p9EveryOptionHasAnEffect();
    assertEquals(
        "P9: no value of the option factor that was tried changes anything",
        failure(
            new AuthorsTest(new Narrow(100, 2, false), Shape.of(100))::p9EveryOptionHasAnEffect));
  }

  @Test
  void theShapeOfTheAuthorServesTheOtherRulesForAllPlugins() {
    LayerContract test = new AuthorsTest(new Narrow(100, 2, true), Shape.of(100));
    test.p6IsDeterministic();
    test.p7ServesEightThreads();
    test.n5InputGradient();
  }

  @Test
  void whichInputsALayerTakesIsAnEffectToo() {
    check(new Width(8));
  }

  @Test
  void whereNothingCanBeComputedTheRuleIsSkipped() {
    assertEquals(
        "P9: nothing can be computed with another value of factor",
        skipReason(() -> check(new Fragile(2))));
  }

  @Test
  void aRegistryHasTheShapeThatItsTestGives() {
    Layer layer = new Narrow(100, 2, true);
    assertTrue(
        skipReason(() -> ofRegistry(layer, Optional.empty())).startsWith("P9: it takes none"));
    ofRegistry(layer, Optional.of(Shape.of(100)));
    Layer broken = new Narrow(100, 2, false);
    String message = failure(() -> ofRegistry(broken, Optional.of(Shape.of(100))));
    assertTrue(message.startsWith("P9: no value of the option factor"), message);
  }

  private static void ofRegistry(Layer plugin, Optional<Shape> shape) {
    RegistryContract contract =
        new RegistryContract() {
          @Override
          public PluginRegistry registry() {
            return PluginRegistry.of(plugin);
          }

          @Override
          public Optional<Shape> inputShape(Layer layer) {
            return shape;
          }
        };
    DynamicContainer container =
        (DynamicContainer)
            contract.everyPluginKeepsTheRules(entries -> {}).findFirst().orElseThrow();
    DynamicTest rule =
        (DynamicTest)
            container
                .getChildren()
                .filter(test -> test.getDisplayName().startsWith("P9 "))
                .findFirst()
                .orElseThrow();
    try {
      rule.getExecutable().execute();
    } catch (RuntimeException | Error outcome) {
      throw outcome;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
