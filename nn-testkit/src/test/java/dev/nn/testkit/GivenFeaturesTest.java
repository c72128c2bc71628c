package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.testkit.bench.LayerFeatures;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The author of a layer gives inputs that the kit does not know. */
class GivenFeaturesTest {

  /** Takes numbers from 1000 to 2000. */
  private record Thousands(Layer plugin, List<float[]> features) implements LayerContract {
    @Override
    public PluginRegistry registry() {
      return PluginRegistry.of(plugin);
    }

    @Override
    public Shape inputShape() {
      return Shape.of(2);
    }
  }

  private static LayerContract thousands(float[]... features) {
    return new Thousands(new Restricted.Mirrored(Restricted.range(1000, 2000)), List.of(features));
  }

  @Test
  void anAuthorGivesTheInputsThatTheKitDoesNotKnow() {
    LayerContract contract = thousands(new float[] {1200, 1500}, new float[] {1300, 1800});
    assertDoesNotThrow(contract::n2ForwardWritesItsResultOnly);
    assertDoesNotThrow(contract::p6IsDeterministic);
    String failure = assertThrows(AssertionError.class, contract::n5InputGradient).getMessage();
    assertTrue(
        failure.startsWith("N5: the gradient of the input, row 0, column 0, at 1200.0"), failure);
  }

  @Test
  void inputsThatCannotServeAreRefused() {
    assertRefused("at least 2 rows", thousands(new float[] {1001, 1500}));
    assertRefused(
        "rows of 2 numbers, as many as inputShape() has; row 1 has 3",
        thousands(new float[] {1001, 1500}, new float[] {1001, 1500, 1600}));
    assertRefused(
        "feature 3.0 is not for this layer",
        thousands(new float[] {1001, 1500}, new float[] {3, 1500}));
  }

  private static void assertRefused(String reason, LayerContract contract) {
    String message =
        assertThrows(AssertionError.class, contract::n2ForwardWritesItsResultOnly).getMessage();
    assertTrue(message.startsWith("N2: it threw "), message);
    assertTrue(message.contains(reason), message);
  }

  /** A method of {@link Layer} that is forgotten would be that of no layer. */
  @Test
  void aLayerWithGivenInputsIsStillTheSameLayer() {
    Class<?> given = LayerFeatures.given(new GoodLayer(), List.of(new float[6])).getClass();
    assertNotEquals(GoodLayer.class, given);
    List<String> forgotten =
        Arrays.stream(Layer.class.getMethods())
            .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
            .filter(method -> !isDeclared(method, given))
            .map(Method::getName)
            .toList();
    assertEquals(List.of(), forgotten);
  }

  private static boolean isDeclared(Method method, Class<?> given) {
    try {
      given.getDeclaredMethod(method.getName(), method.getParameterTypes());
      return true;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }
}
