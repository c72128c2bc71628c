package dev.nn.core.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.api.FusedLoss;
import dev.nn.api.Kind;
import dev.nn.api.Loss;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.FloatMath;
import dev.nn.math.Matrix;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LossExtremesTest {
  private static final PluginRegistry REGISTRY = PluginRegistry.load();
  private static final float[] LARGE = {0, 1, -1, 30, -30, 150, -150, 1e4f, -1e4f, 1e9f, -1e9f};

  static Set<String> names() {
    return REGISTRY.names(Kind.LOSS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "binary_crossentropy",
        "binary_crossentropy(label_smoothing=0.1)",
        "binary_focal_crossentropy",
        "binary_focal_crossentropy(gamma=0)",
        "binary_focal_crossentropy(gamma=0.5)",
        "binary_focal_crossentropy(alpha=0.1, apply_class_balancing=true, label_smoothing=0.1)"
      })
  void afterASigmoidAllIsFinite(String spec) {
    FusedLoss fused = REGISTRY.loss(spec).fuse(Activation.named("sigmoid")).orElseThrow();
    for (float z : LARGE) {
      for (float y : new float[] {0, 0.25f, 1}) {
        Matrix input = Matrix.rowOf(z, 0);
        Matrix output = Matrix.rowOf(FloatMath.sigmoid(z), 0.5f);
        assertFinite(fused, input, output, Matrix.rowOf(y, 1), spec + " at " + z + ", " + y);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "categorical_crossentropy",
        "categorical_crossentropy(label_smoothing=0.1)",
        "categorical_focal_crossentropy",
        "categorical_focal_crossentropy(gamma=0)",
        "categorical_focal_crossentropy(gamma=0.5)",
        "categorical_focal_crossentropy(label_smoothing=0.1)",
        "kl_divergence"
      })
  void afterASoftmaxAllIsFinite(String spec) {
    for (String activation : List.of("softmax", "log_softmax")) {
      FusedLoss fused = REGISTRY.loss(spec).fuse(Activation.named(activation)).orElseThrow();
      for (float a : LARGE) {
        for (float b : LARGE) {
          float p = FloatMath.sigmoid(a - b);
          float q = FloatMath.sigmoid(b - a);
          Matrix output =
              activation.equals("softmax")
                  ? Matrix.rowOf(p, q)
                  : Matrix.rowOf(-FloatMath.softplus(b - a), -FloatMath.softplus(a - b));
          String where = "%s after %s at %s, %s".formatted(spec, activation, a, b);
          for (float y : new float[] {0, 0.25f, 1}) {
            assertFinite(fused, Matrix.rowOf(a, b), output, Matrix.rowOf(y, 1 - y), where);
          }
        }
      }
    }
  }

  private static void assertFinite(
      FusedLoss fused, Matrix z, Matrix output, Matrix target, String where) {
    double[] value = new double[1];
    Matrix gradient = Matrix.zeros(1, z.columns());
    fused.value(z, target, value);
    fused.gradient(z, output, target, gradient);
    assertTrue(value[0] >= -1e-6 && Double.isFinite(value[0]), () -> where + ": " + value[0]);
    for (int j = 0; j < z.columns(); j++) {
      float slope = gradient.get(0, j);
      assertTrue(Float.isFinite(slope), () -> where + ": gradient " + slope);
    }
  }

  @Test
  void logCoshIsAbsoluteForLargeErrors() {
    double[] value = new double[2];
    Matrix prediction = Matrix.copyOf(new float[][] {{1e9f}, {-1e9f}});
    Matrix gradient = Matrix.zeros(2, 1);
    new LogCosh().value(prediction, Matrix.zeros(2, 1), value);
    new LogCosh().gradient(prediction, Matrix.zeros(2, 1), gradient);
    assertEquals(1e9 - StrictMath.log(2), value[0], 1e-6);
    assertEquals(value[0], value[1]);
    assertEquals(1, gradient.get(0, 0));
    assertEquals(-1, gradient.get(1, 0));
  }

  @Test
  void logCoshIsHalfTheSquareForSmallErrors() {
    double[] value = new double[1];
    new LogCosh().value(Matrix.rowOf(1e-6f), Matrix.rowOf(0), value);
    double error = 1e-6f;
    assertEquals(error * error / 2, value[0], 1e-21);
  }

  @ParameterizedTest
  @MethodSource("names")
  void aNaNStaysOne(String name) {
    Loss loss = REGISTRY.loss(name);
    Matrix prediction = Matrix.rowOf(Float.NaN, 0.5f);
    Matrix target = loss.targetColumns(2) == 2 ? Matrix.rowOf(1, 0) : Matrix.rowOf(1);
    double[] value = new double[1];
    Matrix gradient = Matrix.zeros(1, 2);
    loss.value(prediction, target, value);
    loss.gradient(prediction, target, gradient);
    assertTrue(Double.isNaN(value[0]), "value " + value[0]);
    assertTrue(Float.isNaN(gradient.get(0, 0)), "gradient " + gradient.get(0, 0));
  }

  @ParameterizedTest
  @MethodSource("names")
  void predictionsFromMinusToPlusAMillionGiveFiniteGradients(String name) {
    Loss loss = REGISTRY.loss(name);
    for (float p : new float[] {-1e6f, -2, -1, 0, 0.5f, 1, 2, 1e6f}) {
      Matrix prediction = Matrix.rowOf(p, 0.5f);
      Matrix target = loss.targetColumns(2) == 2 ? Matrix.rowOf(1, 0) : Matrix.rowOf(1);
      Matrix gradient = Matrix.zeros(1, 2);
      loss.gradient(prediction, target, gradient);
      assertTrue(Float.isFinite(gradient.get(0, 0)), p + ": " + gradient.get(0, 0));
    }
  }
}
