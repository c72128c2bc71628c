package dev.nn.core.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.api.FusedLoss;
import dev.nn.api.Loss;
import dev.nn.math.Matrix;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossentropyTest {
  @ParameterizedTest
  @ValueSource(floats = {0, 1, -1, 20, -20, 1e4f, -1e4f, 1e9f, -1e9f, Float.MAX_VALUE})
  void afterASigmoidTheLossIsFiniteAndExactForEveryZ(float z) {
    FusedLoss fused = fused(new BinaryCrossentropy(), "sigmoid");
    double[] loss = new double[2];
    fused.value(
        Matrix.copyOf(new float[][] {{z}, {z}}), Matrix.copyOf(new float[][] {{0}, {1}}), loss);
    assertEquals(softplus(z), loss[0], 1e-7 * (1 + softplus(z)));
    assertEquals(softplus(-z), loss[1], 1e-7 * (1 + softplus(-z)));
  }

  private static double softplus(double z) {
    return Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z)));
  }

  @Test
  void afterASoftmaxTheLossIsFiniteAndExactForEveryZ() {
    FusedLoss fused = fused(new CategoricalCrossentropy(), "softmax");
    double[] loss = new double[3];
    fused.value(
        Matrix.copyOf(new float[][] {{1e9f, -1e9f, 0}, {-1e4f, 1e4f, 0}, {1, 2, 3}}),
        Matrix.copyOf(new float[][] {{0, 1, 0}, {0, 1, 0}, {0, 1, 0}}),
        loss);
    assertEquals(2e9, loss[0], 100);
    assertEquals(0, loss[1]);
    assertEquals(StrictMath.log(StrictMath.exp(-1) + 1 + StrictMath.exp(1)), loss[2], 1e-7);
  }

  @Test
  void theGradientAfterASigmoidIsPredictionMinusTargetOverTheColumns() {
    Matrix gradient = Matrix.zeros(1, 2);
    fused(new BinaryCrossentropy(), "sigmoid")
        .gradient(Matrix.rowOf(0, 0), Matrix.rowOf(0.25f, 0.5f), Matrix.rowOf(1, 0), gradient);
    assertArrayEquals(new float[] {-0.375f, 0.25f}, gradient.row(0));
  }

  @Test
  void theGradientAfterASoftmaxIsPredictionMinusTarget() {
    Matrix gradient = Matrix.zeros(1, 3);
    fused(new CategoricalCrossentropy(), "softmax")
        .gradient(
            Matrix.rowOf(0, 0, 0),
            Matrix.rowOf(0.25f, 0.5f, 0.25f),
            Matrix.rowOf(1, 0, 0),
            gradient);
    assertArrayEquals(new float[] {-0.75f, 0.5f, 0.25f}, gradient.row(0));
  }

  @Test
  void otherActivationsDoNotFuse() {
    assertEquals(Optional.empty(), new BinaryCrossentropy().fuse(Activation.named("tanh")));
    assertEquals(Optional.empty(), new CategoricalCrossentropy().fuse(Activation.named("sigmoid")));
  }

  @Test
  void withoutFusionThePredictionIsClipped() {
    double[] loss = new double[2];
    Matrix prediction = Matrix.copyOf(new float[][] {{0}, {1}});
    Matrix target = Matrix.copyOf(new float[][] {{1}, {0}});
    new BinaryCrossentropy().value(prediction, target, loss);
    assertEquals(-StrictMath.log(1e-7), loss[0], 1e-5);
    assertEquals(-StrictMath.log(1e-7), loss[1], 1e-5);
    Matrix gradient = Matrix.zeros(2, 1);
    new BinaryCrossentropy().gradient(prediction, target, gradient);
    assertArrayEquals(new float[][] {{0}, {0}}, gradient.toArray());
  }

  @Test
  void aNaNStaysOne() {
    Matrix prediction = Matrix.rowOf(Float.NaN, 0.5f);
    Matrix target = Matrix.rowOf(1, 0);
    for (Loss loss : new Loss[] {new BinaryCrossentropy(), new CategoricalCrossentropy()}) {
      double[] value = new double[1];
      loss.value(prediction, target, value);
      assertTrue(Double.isNaN(value[0]), loss.name());
    }
  }

  @Test
  void smoothingMovesTargetsTowardsTheMiddle() {
    double[] loss = new double[1];
    new BinaryCrossentropy(0.2).value(Matrix.rowOf(0.75f), Matrix.rowOf(1), loss);
    assertEquals(-(0.9 * StrictMath.log(0.75) + 0.1 * StrictMath.log(0.25)), loss[0], 1e-7);
    new CategoricalCrossentropy(0.3)
        .value(Matrix.rowOf(0.5f, 0.25f, 0.25f), Matrix.rowOf(1, 0, 0), loss);
    assertEquals(-(0.8 * StrictMath.log(0.5) + 0.2 * StrictMath.log(0.25)), loss[0], 1e-7);
    assertEquals(
        "label_smoothing must be from 0 to 1, got 1.5",
        assertThrows(IllegalArgumentException.class, () -> new BinaryCrossentropy(1.5))
            .getMessage());
  }

  @Test
  void targetsMustBeProbabilities() {
    assertEquals(
        "target 2.0 in column 1 must be between 0 and 1",
        assertThrows(
                IllegalArgumentException.class,
                () -> new BinaryCrossentropy().checkTarget(new float[] {0, 2}))
            .getMessage());
    assertEquals(
        "the target must add up to 1, as one-hot rows do, but gives 2.0; for class indices"
            + " use Dataset.classes",
        assertThrows(
                IllegalArgumentException.class,
                () -> new CategoricalCrossentropy().checkTarget(new float[] {1, 1}))
            .getMessage());
  }

  private static FusedLoss fused(Loss loss, String activation) {
    return loss.fuse(Activation.named(activation)).orElseThrow();
  }
}
