package dev.nn.core.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.Activation;
import dev.nn.api.Initializer;
import dev.nn.api.Layer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerOptionsTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private static final Map<String, Executable> WRONG =
      Map.ofEntries(
          Map.entry(
              "stddev must be a finite float, got Infinity", () -> new GaussianNoise(INFINITY)),
          Map.entry("stddev must be a finite float, got 1.0E39", () -> new GaussianNoise(1e39)),
          Map.entry("stddev must be at least 0, got -1.0E-60", () -> new GaussianNoise(-1e-60)),
          Map.entry(
              "epsilon must be a finite float, got Infinity",
              () -> new BatchNormalization(0.9, INFINITY)),
          Map.entry("epsilon must be more than 0, got 0", () -> new BatchNormalization(0.9, 0)),
          Map.entry(
              "epsilon must be at least 1.4E-45, the first float above 0, got 1.0E-200",
              () -> new BatchNormalization(0.9, 1e-200)),
          Map.entry(
              "momentum must be from 0 to 1, got 1.5", () -> new BatchNormalization(1.5, 0.001)),
          Map.entry(
              "epsilon must be a finite float, got NaN", () -> new LayerNormalization(Double.NaN)),
          Map.entry(
              "epsilon must be a finite float, got -Infinity",
              () -> new LayerNormalization(-INFINITY)),
          Map.entry("negative_slope must be a finite float, got NaN", () -> new PRelu(Double.NaN)),
          Map.entry(
              "negative_slope must be a finite float, got Infinity", () -> new PRelu(INFINITY)),
          Map.entry(
              "kernel_l1 must be a finite float, got Infinity", () -> dense(INFINITY, 0, 0, 0)),
          Map.entry("kernel_l2 must be at least 0, got -1", () -> dense(0, -1, 0, 0)),
          Map.entry("bias_l1 must be a finite float, got NaN", () -> dense(0, 0, Double.NaN, 0)),
          Map.entry("bias_l2 must be a finite float, got Infinity", () -> dense(0, 0, 0, INFINITY)),
          Map.entry("rate must be at least 0 and less than 1, got 1", () -> new Dropout(1)),
          Map.entry(
              "rate must be at least 0 and less than 1, got NaN", () -> new Dropout(Double.NaN)),
          Map.entry(
              "rate must be at most 0.99999994, the last float below 1, got 0.99999999",
              () -> new Dropout(0.99999999)),
          Map.entry(
              "rate must be at most 0.99999994, the last float below 1, got 0.999999999",
              () -> new AlphaDropout(0.999999999)));

  static Stream<String> messages() {
    return WRONG.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void optionOutOfRangeIsRefusedWithTheRangeAndTheValue(String message) {
    assertEquals(
        message, assertThrows(IllegalArgumentException.class, WRONG.get(message)).getMessage());
  }

  static Stream<Layer> zeros() {
    return Stream.of(
        new Dropout(-0.0),
        new AlphaDropout(-0.0),
        new GaussianNoise(-0.0),
        new BatchNormalization(-0.0, 0.001),
        new PRelu(-0.0),
        dense(-0.0, -0.0, -0.0, -0.0));
  }

  @ParameterizedTest
  @MethodSource("zeros")
  void negativeZeroIsZero(Layer layer) {
    assertEquals(layer, layer.withOptions(layer.options()));
  }

  @Test
  void theLargestRatesAreKept() {
    double last = Math.nextDown(1f);
    assertEquals(last, new Dropout(last).rate());
    assertEquals(last, new AlphaDropout(last).rate());
  }

  private static Dense dense(double kernelL1, double kernelL2, double biasL1, double biasL2) {
    return new Dense(
        1,
        Activation.named("identity"),
        Initializer.named("zeros"),
        Initializer.named("zeros"),
        true,
        kernelL1,
        kernelL2,
        biasL1,
        biasL2,
        true);
  }
}
