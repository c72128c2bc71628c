package dev.nn.spark.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.core.training.EpochRecord;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProgressLogTest {
  private static EpochRecord epoch(OptionalDouble loss, Map<String, Double> metrics) {
    return new EpochRecord(2, 0.5, loss, new TreeMap<>(metrics), 0.1, Duration.ZERO);
  }

  @Test
  void whatCannotBeJudgedIsSaid() {
    assertEquals(
        Optional.of(
            "NaN in the validation of epoch 2: loss, roc_auc. Early stopping and schedules take NaN"
                + " for no improvement; look whether these rows have examples of every class and no"
                + " huge numbers"),
        ProgressLog.nan(
            epoch(OptionalDouble.of(Double.NaN), Map.of("roc_auc", Double.NaN, "accuracy", 1.0))));
  }

  @Test
  void numbersAndNoValidationRowsAreNoReasonToWarn() {
    assertEquals(
        Optional.empty(), ProgressLog.nan(epoch(OptionalDouble.of(1), Map.of("accuracy", 0.0))));
    assertEquals(Optional.empty(), ProgressLog.nan(epoch(OptionalDouble.empty(), Map.of())));
  }
}
