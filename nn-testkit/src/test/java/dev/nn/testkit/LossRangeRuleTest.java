package dev.nn.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.testkit.check.LossRangeChecks;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Rules L9 to L11 find losses that fail at the ends of the range of predictions only. */
class LossRangeRuleTest {

  /** |ŷ − y| with three ways to be wrong. */
  private static class Distance extends Sum {
    @Override
    double value(double prediction, double target) {
      return Math.abs(prediction - target);
    }

    @Override
    double slope(double prediction, double target) {
      return Double.isNaN(prediction) ? prediction : Math.signum(prediction - target);
    }
  }

  /** e^(−yŷ), which overflows where y and ŷ have different signs. */
  private static final class Exponential extends Sum {
    @Override
    double value(double prediction, double target) {
      return StrictMath.exp(-target * prediction);
    }

    @Override
    double slope(double prediction, double target) {
      return -target * StrictMath.exp(-target * prediction);
    }
  }

  /** ŷ − log(ŷ + 1e-7), for predictions that are not negative; NaN for others. */
  private static final class Counts extends Sum {
    @Override
    double value(double prediction, double target) {
      return prediction - StrictMath.log(prediction + 1e-7);
    }

    @Override
    double slope(double prediction, double target) {
      return 1 - 1 / (prediction + 1e-7);
    }
  }

  @Test
  void aLossThatIsFiniteEverywherePasses() {
    LossRangeChecks.finiteAtZeroAndOne(new Distance());
    LossRangeChecks.finiteFarOut(new Distance());
    LossRangeChecks.notANumberPropagates(new Distance());
  }

  @Test
  void aPoleWhereTheTargetIsHitExactlyIsFound() {
    AssertionError failure =
        assertThrows(
            AssertionError.class,
            () ->
                LossRangeChecks.finiteAtZeroAndOne(
                    new Distance() {
                      @Override
                      double slope(double prediction, double target) {
                        return prediction == target ? 0 / (prediction - target) : 1;
                      }
                    }));
    assertTrue(failure.getMessage().startsWith("L9: for the prediction ["), failure.getMessage());
    assertTrue(failure.getMessage().contains("NaN"), failure.getMessage());
  }

  @Test
  void aPoleOfTheGradientAloneIsFound() {
    AssertionError failure =
        assertThrows(
            AssertionError.class,
            () ->
                LossRangeChecks.finiteAtZeroAndOne(
                    new Distance() {
                      @Override
                      double slope(double prediction, double target) {
                        return prediction == 1 ? 1 / (1 - prediction) : 1;
                      }
                    }));
    assertTrue(failure.getMessage().startsWith("L9: for the prediction ["), failure.getMessage());
    assertTrue(failure.getMessage().contains("Infinity"), failure.getMessage());
  }

  @Test
  void aGradientThatIsNotFiniteOnTheNegativeSideAloneIsFound() {
    AssertionError failure =
        assertThrows(
            AssertionError.class,
            () ->
                LossRangeChecks.finiteFarOut(
                    new Distance() {
                      @Override
                      double slope(double prediction, double target) {
                        return prediction < -500 ? Double.NaN : -1;
                      }
                    }));
    assertTrue(failure.getMessage().startsWith("L10: not finite at -500.0"), failure.getMessage());
  }

  @Test
  void anExponentialIsSkippedOnBothSides() {
    TestAbortedException skipped =
        assertThrows(
            TestAbortedException.class, () -> LossRangeChecks.finiteFarOut(new Exponential()));
    assertTrue(skipped.getMessage().startsWith("L10: overflows by its nature"));
    assertEquals(3, skipped.getMessage().split("overflows", -1).length, skipped.getMessage());
  }

  @Test
  void theSideOfPredictionsThatAreNotForTheLossIsSkipped() {
    assertDoesNotThrow(() -> LossRangeChecks.finiteAtZeroAndOne(new Counts()));
    TestAbortedException skipped =
        assertThrows(TestAbortedException.class, () -> LossRangeChecks.finiteFarOut(new Counts()));
    assertEquals(
        "L10: not finite for a prediction of -2.0 already, so that is not for it",
        skipped.getMessage());
  }

  @Test
  void theOtherSideIsLookedAtAllTheSame() {
    AssertionError failure =
        assertThrows(
            AssertionError.class,
            () ->
                LossRangeChecks.finiteFarOut(
                    new Sum() {
                      @Override
                      double value(double prediction, double target) {
                        return prediction > 50 ? Double.NaN : StrictMath.sqrt(prediction);
                      }

                      @Override
                      double slope(double prediction, double target) {
                        return 1;
                      }
                    }));
    assertTrue(failure.getMessage().startsWith("L10: not finite at 50.0"), failure.getMessage());
  }

  @Test
  void aGradientThatHidesNanIsFound() {
    AssertionError failure =
        assertThrows(
            AssertionError.class,
            () ->
                LossRangeChecks.notANumberPropagates(
                    new Distance() {
                      @Override
                      double slope(double prediction, double target) {
                        return prediction > target ? 1 : -1;
                      }
                    }));
    assertEquals(
        "L11: where column 0 of the prediction is NaN, the gradient is -1.0",
        failure.getMessage().replaceFirst(" ==>.*", ""));
  }
}
