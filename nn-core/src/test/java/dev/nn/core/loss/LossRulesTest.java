package dev.nn.core.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Kind;
import dev.nn.api.Loss;
import dev.nn.api.ShapeException;
import dev.nn.api.Spec;
import dev.nn.api.SpecException;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.math.Matrix;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LossRulesTest {
  private static final PluginRegistry REGISTRY = PluginRegistry.load();

  static Set<String> names() {
    return REGISTRY.names(Kind.LOSS);
  }

  @ParameterizedTest
  @MethodSource("names")
  void optionsAndSpecsComeBack(String name) {
    Loss loss = REGISTRY.loss(name);
    assertEquals(loss, loss.withOptions(loss.options()));
    assertEquals(loss, REGISTRY.loss(Spec.of(loss).toString()));
    assertTrue(!loss.description().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "mse, mean_squared_error",
    "mae, mean_absolute_error",
    "mape, mean_absolute_percentage_error",
    "msle, mean_squared_logarithmic_error",
    "bce, binary_crossentropy",
    "kld, kl_divergence",
    "sparse_categorical_crossentropy, categorical_crossentropy"
  })
  void kerasShortNamesAreRead(String alias, String name) {
    assertEquals(REGISTRY.loss(name), REGISTRY.loss(alias));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "huber(delta=0) | huber: delta must be more than 0, got 0",
        "quantile(q=1) | quantile: q must be more than 0 and less than 1, got 1",
        "gaussian_nll(epsilon=-1) | gaussian_nll: epsilon must be more than 0, got -1",
        "binary_focal_crossentropy(alpha=2) | binary_focal_crossentropy: alpha must be from 0 to 1,"
            + " got 2",
        "binary_focal_crossentropy(gamma=-1) | binary_focal_crossentropy: gamma must be at least 0,"
            + " got -1",
        "categorical_focal_crossentropy(alpha=-1) | categorical_focal_crossentropy: alpha must be at"
            + " least 0, got -1",
        "tversky(beta=-1) | tversky: beta must be at least 0, got -1"
      })
  void optionsOutOfRangeAreRefused(String spec, String problem) {
    assertEquals(problem, assertThrows(SpecException.class, () -> REGISTRY.loss(spec)).problem());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "poisson | -1 | target -1.0 in column 0 must be 0 or more, and finite",
        "mean_squared_logarithmic_error | -0.5 | target -0.5 in column 0 must be 0 or more,"
            + " and finite",
        "hinge | 0.5 | target 0.5 in column 0 must be -1 or 1, or 0 and 1",
        "squared_hinge | 2 | target 2.0 in column 0 must be -1 or 1, or 0 and 1",
        "binary_focal_crossentropy | 2 | target 2.0 in column 0 must be between 0 and 1",
        "dice | 1.5 | target 1.5 in column 0 must be between 0 and 1",
        "kl_divergence | -1 | target -1.0 in column 0 must be between 0 and 1",
        "huber | Infinity | target Infinity in column 0 must be a finite number"
      })
  void targetsOutsideTheDomainAreRefused(String loss, float target, String message) {
    assertEquals(
        message,
        assertThrows(
                IllegalArgumentException.class,
                () -> REGISTRY.loss(loss).checkTarget(new float[] {target}))
            .getMessage());
  }

  @ParameterizedTest
  @MethodSource("names")
  void aTargetThatIsNoNumberIsRefused(String name) {
    assertThrows(
        IllegalArgumentException.class,
        () -> REGISTRY.loss(name).checkTarget(new float[] {Float.NaN, 1}));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hinge", "squared_hinge"})
  void hingeLossesTakeZeroAsMinusOne(String name) {
    Loss loss = REGISTRY.loss(name);
    Matrix prediction = Matrix.rowOf(0.25f, 0.5f);
    assertDoesNotThrow(() -> loss.checkTarget(new float[] {0, 1}));
    double[] value = new double[2];
    loss.value(prediction, Matrix.rowOf(0, 1), value);
    double zero = value[0];
    loss.value(prediction, Matrix.rowOf(-1, 1), value);
    assertEquals(value[0], zero);
  }

  @Test
  void atTheirKinksGradientsAreZero() {
    Matrix three = Matrix.rowOf(3);
    for (String name :
        new String[] {"mean_absolute_error", "mean_absolute_percentage_error", "quantile(q=0.9)"}) {
      assertArrayEquals(new float[] {0}, gradient(REGISTRY.loss(name), three, three), name);
    }
    assertArrayEquals(
        new float[] {0}, gradient(new Hinge(), Matrix.rowOf(-1), Matrix.rowOf(0)), "hinge");
    assertArrayEquals(
        new float[] {0, 0},
        gradient(new CategoricalHinge(), Matrix.rowOf(2, 1), Matrix.rowOf(1, 0)),
        1e-30f,
        "categorical_hinge");
  }

  @Test
  void cosineSimilarityOfZerosIsZero() {
    double[] value = {1};
    new CosineSimilarity().value(Matrix.rowOf(0, 0), Matrix.rowOf(3, 4), value);
    assertEquals(0, value[0], 1e-30);
    new CosineSimilarity().value(Matrix.rowOf(1, 2), Matrix.rowOf(0, 0), value);
    assertEquals(0, value[0], 1e-30);
  }

  @Test
  void gaussianNllTakesMeansFirstAndThenLogVariances() {
    double[] value = new double[1];
    float logVariance = (float) StrictMath.log(4);
    Matrix prediction = Matrix.rowOf(1, 2, 0, logVariance);
    new GaussianNll().value(prediction, Matrix.rowOf(3, 6), value);
    assertEquals(((0 + 4) + (StrictMath.log(4) + 16.0 / 4)) / 4, value[0], 1e-6);
    assertEquals(2, new GaussianNll().targetColumns(4));
    assertEquals(
        "gaussian_nll needs a mean and a log-variance for each target, so an even number of"
            + " outputs, not 3: give the last layer units=6 for 3 targets",
        assertThrows(ShapeException.class, () -> new GaussianNll().targetColumns(3)).getMessage());
  }

  @Test
  void gaussianNllKeepsTheVarianceFromVanishing() {
    double[] value = new double[1];
    Matrix prediction = Matrix.rowOf(1, -1e4f);
    new GaussianNll(0.01).value(prediction, Matrix.rowOf(2), value);
    assertEquals((StrictMath.log(0.01) + 100) / 2, value[0], 1e-9);
    assertArrayEquals(
        new float[] {-100, 0}, gradient(new GaussianNll(0.01), prediction, Matrix.rowOf(2)), 1e-4f);
  }

  @Test
  void balancingWeighsTheClassesOfABinaryFocalLoss() {
    double[] value = new double[2];
    Matrix half = Matrix.copyOf(new float[][] {{0.5f}, {0.5f}});
    Matrix target = Matrix.copyOf(new float[][] {{1}, {0}});
    new BinaryFocalCrossentropy(0.25, 2, true, 0).value(half, target, value);
    assertEquals(0.25 * 0.25 * StrictMath.log(2), value[0], 1e-12);
    assertEquals(0.75 * 0.25 * StrictMath.log(2), value[1], 1e-12);
    new BinaryFocalCrossentropy(0.25, 2, false, 0).value(half, target, value);
    assertEquals(0.25 * StrictMath.log(2), value[0], 1e-12);
  }

  private static float[] gradient(Loss loss, Matrix prediction, Matrix target) {
    Matrix gradient = Matrix.zeros(prediction.rows(), prediction.columns());
    loss.gradient(prediction, target, gradient);
    return gradient.row(0);
  }
}
