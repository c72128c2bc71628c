package dev.nn.core.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossOptionsTest {
  @ParameterizedTest
  @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NaN})
  void optionsThatSpecsCannotHoldAreRefused(double value) {
    for (Executable loss :
        new Executable[] {
          () -> new Huber(value),
          () -> new GaussianNll(value),
          () -> new Quantile(value),
          () -> new BinaryCrossentropy(value),
          () -> new CategoricalCrossentropy(value),
          () -> new BinaryFocalCrossentropy(value, 2, true, 0),
          () -> new BinaryFocalCrossentropy(0.25, value, true, 0),
          () -> new BinaryFocalCrossentropy(0.25, 2, true, value),
          () -> new CategoricalFocalCrossentropy(value, 2, 0),
          () -> new CategoricalFocalCrossentropy(0.25, value, 0),
          () -> new CategoricalFocalCrossentropy(0.25, 2, value),
          () -> new Tversky(value, 0.5),
          () -> new Tversky(0.5, value)
        }) {
      assertThrows(IllegalArgumentException.class, loss);
    }
  }

  @Test
  void negativeZeroIsZero() {
    for (Loss loss :
        new Loss[] {
          new BinaryCrossentropy(-0.0),
          new CategoricalCrossentropy(-0.0),
          new BinaryFocalCrossentropy(-0.0, -0.0, true, -0.0),
          new CategoricalFocalCrossentropy(-0.0, -0.0, -0.0),
          new Tversky(-0.0, -0.0)
        }) {
      assertEquals(loss, loss.withOptions(loss.options()));
    }
  }
}
