package dev.nn.tests.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements 7 to 11: the activation functions. */
class ActivationsTest {
  private static final PluginRegistry REGISTRY = PluginRegistry.load();

  @ParameterizedTest
  @ValueSource(strings = {"sigmoid", "tanh", "relu"})
  void statement7AnActivationIsMonotonicAndNotLinear(String name) {
    Activation g = REGISTRY.activation(name);
    float previous = Float.NEGATIVE_INFINITY;
    for (float z = -20; z <= 20; z += 0.01f) {
      float a = value(g, z);
      assertTrue(a >= previous, name + " falls at " + z);
      previous = a;
    }
    double slopeBelow = value(g, 0) - value(g, -2);
    double slopeAbove = value(g, 3) - value(g, 1);
    assertTrue(Math.abs(slopeBelow - slopeAbove) > 0.1, name + " is linear");
  }

  @Test
  void statement8SigmoidIsOneOverOnePlusEToTheMinusZ() {
    Activation g = REGISTRY.activation("sigmoid");
    assertEquals(0.5f, value(g, 0));
    for (double z = -30; z <= 30; z += 0.37) {
      double expected = 1 / (1 + StrictMath.exp(-(float) z));
      assertEquals(expected, value(g, (float) z), 2e-7 * expected);
    }
  }

  @Test
  void statement9TanhIsTheQuotientOfTheDifferenceAndTheSumOfTheExponentials() {
    Activation g = REGISTRY.activation("tanh");
    assertEquals(0f, value(g, 0));
    for (double z = -10; z <= 10; z += 0.37) {
      double up = StrictMath.exp((float) z);
      double down = StrictMath.exp(-(float) z);
      assertEquals((up - down) / (up + down), value(g, (float) z), 2e-7);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sigmoid", "tanh"})
  void statement10SigmoidAndTanhSaturateFarFromZero(String name) {
    Activation g = REGISTRY.activation(name);
    assertTrue(derivative(g, 0) >= 0.25f);
    assertTrue(derivative(g, 10) < 1e-4f && derivative(g, 10) >= 0);
    assertTrue(derivative(g, -10) < 1e-4f && derivative(g, -10) >= 0);
  }

  @Test
  void statement11ReluIsTheLargerOfZAndZero() {
    Activation g = REGISTRY.activation("relu");
    assertEquals(0f, value(g, -3));
    assertEquals(0f, value(g, 0));
    assertEquals(3.5f, value(g, 3.5f));
    assertEquals(0f, derivative(g, -3));
    assertEquals(1f, derivative(g, 3.5f));
  }

  private static float value(Activation g, float z) {
    Matrix a = Matrix.zeros(1, 1);
    g.forward(Matrix.rowOf(z), a);
    return a.get(0, 0);
  }

  private static float derivative(Activation g, float z) {
    Matrix dz = Matrix.rowOf(1);
    g.backward(Matrix.rowOf(z), Matrix.rowOf(value(g, z)), dz, dz);
    return dz.get(0, 0);
  }
}
