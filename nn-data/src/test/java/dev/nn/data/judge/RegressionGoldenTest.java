package dev.nn.data.judge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with scikit-learn's measures of numbers, and with scipy. */
class RegressionGoldenTest {
  private static final Golden GOLDEN = new Golden();

  private static RegressionReport report(long seed) {
    double[] actual = GOLDEN.numbers("numbers.actual");
    double[] predicted = GOLDEN.numbers("numbers.predicted");
    return RegressionReport.of(
        new NumberAnswers("y", actual, predicted, 97.5, 20), new Bootstrap(actual.length, seed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rmse", "mae", "median_absolute_error", "r2"})
  void theMeasuresAndThoseOfTheMeanAreThoseOfScikitLearn(String measure) {
    Score score = report(1).score(measure);
    assertEquals(GOLDEN.number("numbers." + measure), score.model().value(), 1e-12);
    assertEquals(GOLDEN.number("numbers.guess." + measure), score.guess().value(), 1e-12);
    double difference = score.guess().value() - score.model().value();
    assertEquals(measure.equals("r2") ? -difference : difference, score.gain().value(), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rmse", "median_absolute_error", "r2"})
  void theIntervalsAreThoseOfScipy(String measure) {
    Estimate estimate = report(1).score(measure).model();
    assertArrayEquals(
        GOLDEN.numbers("numbers." + measure + ".interval"),
        new double[] {estimate.low(), estimate.high()},
        0.3 * GOLDEN.number("numbers." + measure + ".standard_error"),
        estimate::toString);
  }

  @Test
  void residualsAreDistributedAsNumpySays() {
    Residuals residuals = report(1).residuals();
    double[] shares = {0, 0.1, 0.5, 0.75, 1};
    assertArrayEquals(
        GOLDEN.numbers("numbers.residual_quantiles"),
        Arrays.stream(shares).map(residuals::quantile).toArray(),
        1e-12);
    assertEquals(GOLDEN.number("numbers.residual_mean"), residuals.mean(), 1e-12);
    assertEquals(GOLDEN.number("numbers.residual_deviation"), residuals.standardDeviation(), 1e-12);
    assertEquals(residuals.actual(3) - residuals.predicted(3), residuals.residual(3));
  }

  @Test
  void theSeedAloneDecidesTheIntervals() {
    assertEquals(report(1), report(1));
    assertEquals(report(1).rmse().model().value(), report(2).rmse().model().value());
    assertEquals(report(1).rmse().model().margin(), report(2).rmse().model().margin(), 0.1);
    assertNotEquals(report(1).rmse().model(), report(2).rmse().model());
  }

  /** Scipy 1.10 is off by 3e-9 for 6 degrees of freedom, which R gives as 2.446911851144969. */
  @Test
  void studentsQuantilesAreThoseOfScipy() {
    double[] quantiles = GOLDEN.numbers("student_t");
    for (int freedom = 1; freedom <= quantiles.length; freedom++) {
      assertEquals(quantiles[freedom - 1], StudentT.quantile(freedom), 1e-8);
    }
    assertEquals(2.446911851144969, StudentT.quantile(6), 1e-14);
  }
}
