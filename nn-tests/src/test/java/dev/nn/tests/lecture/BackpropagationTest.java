package dev.nn.tests.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingSession;
import dev.nn.core.dataset.Dataset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Statements 19 and 20: the chain rule, written out by hand for one example. */
class BackpropagationTest {
  private static final float[] X = {0.5f, -1.5f, 0.75f};
  private static final int HIDDEN = 2;
  private static final double ALPHA = 0.5;
  private static final double TOLERANCE = 1e-6;

  @Test
  void statement19GradientsFollowTheChainRuleFromTheOutputBack() {
    Model before = Model.initial(network("tanh"), 3);
    Model after = afterOneStep(before, "mean_squared_error", 0.25f);

    double[] w1 = widen(before.parameter("0.dense.kernel")); // 3 × 2
    double[] w2 = widen(before.parameter("1.dense.kernel")); // 2 × 1
    double[] a1 = new double[HIDDEN];
    double z2 = 0;
    for (int j = 0; j < HIDDEN; j++) {
      a1[j] = StrictMath.tanh(X[0] * w1[j] + X[1] * w1[2 + j] + X[2] * w1[4 + j]);
      z2 += a1[j] * w2[j];
    }
    double a2 = StrictMath.tanh(z2);
    double da2 = 2 * (a2 - 0.25);
    double dz2 = da2 * (1 - a2 * a2); // ∂L/∂z = ∂L/∂a ⊙ g′(z)
    assertMovedBy(dz2, before, after, "1.dense.bias", 0); // ∂L/∂b = ∂L/∂z
    for (int j = 0; j < HIDDEN; j++) {
      assertMovedBy(dz2 * a1[j], before, after, "1.dense.kernel", j); // ∂L/∂W = ∂L/∂z · aᵀ
      double da1 = w2[j] * dz2; // ∂L/∂a[l−1] = Wᵀ ∂L/∂z
      double dz1 = da1 * (1 - a1[j] * a1[j]);
      assertMovedBy(dz1, before, after, "0.dense.bias", j);
      for (int i = 0; i < X.length; i++) {
        assertMovedBy(dz1 * X[i], before, after, "0.dense.kernel", HIDDEN * i + j);
      }
    }
  }

  @Test
  void statement20AfterASigmoidTheFirstGradientIsPredictionMinusTarget() {
    for (int y = 0; y <= 1; y++) {
      Model before = Model.initial(network("sigmoid"), 4);
      double prediction = before.predict(X)[0];
      Model after = afterOneStep(before, "binary_crossentropy", y);
      assertMovedBy(prediction - y, before, after, "1.dense.bias", 0);
    }
  }

  @Test
  void statement20HoldsWhereTheSigmoidIsSaturated() {
    // σ(200) is 1 in floating point: the two steps apart would give 0/0, the closed form gives 1.
    Model before =
        Model.of(
            Network.of(Shape.of(1), "dense(units=1, activation=sigmoid)"),
            Map.of("0.dense.kernel", new float[] {200}, "0.dense.bias", new float[1]));
    try (TrainingSession session =
        trainer("binary_crossentropy")
            .start(before, Dataset.binary(new float[][] {{1}}, new int[] {0}))) {
      session.step();
      assertEquals(200, session.batchLoss(), TOLERANCE);
      assertEquals(-ALPHA * 1, session.model().parameter("0.dense.bias")[0], TOLERANCE);
    }
  }

  private static Network network(String output) {
    return Network.of(
        Shape.of(3),
        "dense(units=2, activation=tanh, initializer=uniform(min=-1, max=1))",
        "dense(units=1, activation=" + output + ", initializer=uniform(min=-1, max=1))");
  }

  private static Trainer trainer(String loss) {
    return Trainer.builder().loss(loss).optimizer("sgd(learning_rate=" + ALPHA + ")").build();
  }

  private static Model afterOneStep(Model before, String loss, float target) {
    Dataset example = Dataset.regression(new float[][] {X}, new float[] {target});
    try (TrainingSession session = trainer(loss).start(before, example)) {
      session.step();
      return session.model();
    }
  }

  private static void assertMovedBy(
      double gradient, Model before, Model after, String parameter, int index) {
    assertEquals(
        before.parameter(parameter)[index] - ALPHA * gradient,
        after.parameter(parameter)[index],
        TOLERANCE,
        parameter + "[" + index + "]");
  }

  private static double[] widen(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }
}
