package dev.nn.activations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HyperParametersTest {
  private static final double NAN = Double.NaN;

  private static final Map<String, Executable> WRONG =
      Map.ofEntries(
          Map.entry("negative_slope must be at least 0, got -1", () -> new LeakyRelu(-1)),
          Map.entry("negative_slope must be a finite float, got NaN", () -> new LeakyRelu(NAN)),
          Map.entry(
              "negative_slope must be a finite float, got 1.0E300", () -> new LeakyRelu(1e300)),
          Map.entry(
              "negative_slope must be at least 0, got -0.5",
              () -> new Relu(-0.5, Optional.empty(), 0)),
          Map.entry(
              "max_value must be at least 0, got -6", () -> new Relu(0, Optional.of(-6.0), 0)),
          Map.entry(
              "threshold must be at least 0, got -2", () -> new Relu(0, Optional.empty(), -2)),
          Map.entry("alpha must be at least 0, got -1", () -> new Elu(-1)),
          Map.entry("alpha must be more than 0, got 0", () -> new Celu(0)),
          Map.entry(
              "alpha must be at least 1.4E-45, the first float above 0, got 1.0E-60",
              () -> new Celu(1e-60)),
          Map.entry("beta must be a finite float, got Infinity", () -> new Silu(1 / 0.0)),
          Map.entry("threshold must be at least 0, got -0.1", () -> new SoftShrink(-0.1)),
          Map.entry("threshold must be at least 0, got -0.2", () -> new HardShrink(-0.2)),
          Map.entry("threshold must be a finite float, got NaN", () -> new Threshold(NAN, 0)),
          Map.entry("value must be a finite float, got NaN", () -> new Threshold(0, NAN)),
          Map.entry("b must be more than 0, got 0", () -> new Squareplus(0)));

  static Stream<String> messages() {
    return WRONG.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void valueOutOfRangeIsRefusedWithTheRangeAndTheValue(String message) {
    assertEquals(
        message, assertThrows(IllegalArgumentException.class, WRONG.get(message)).getMessage());
  }

  @Test
  void negativeZeroIsZero() {
    assertEquals(new LeakyRelu(0), new LeakyRelu(-0.0));
    assertEquals(new Relu(0, Optional.of(0.0), 0), new Relu(-0.0, Optional.of(-0.0), -0.0));
  }

  @Test
  void defaultsAreThoseOfKeras() {
    assertEquals(new LeakyRelu(0.2), new LeakyRelu());
    assertEquals(new Relu(0, Optional.empty(), 0), new Relu());
    assertEquals(new Elu(1), new Elu());
    assertEquals(new Celu(1), new Celu());
    assertEquals(new Gelu(false), new Gelu());
    assertEquals(new Silu(1), new Silu());
    assertEquals(new SoftShrink(0.5), new SoftShrink());
    assertEquals(new HardShrink(0.5), new HardShrink());
    assertEquals(new Threshold(0, 0), new Threshold());
    assertEquals(new Squareplus(4), new Squareplus());
  }
}
