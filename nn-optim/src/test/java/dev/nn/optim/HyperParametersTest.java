package dev.nn.optim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nn.api.Schedule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HyperParametersTest {
  private static final Schedule RATE = Schedule.constant(0.1);

  private static final Map<String, Executable> WRONG =
      Map.ofEntries(
          Map.entry(
              "momentum must be at least 0 and less than 1, got 1",
              () -> new Sgd(RATE, 1, false, 0)),
          Map.entry("weight_decay must be at least 0, got -1", () -> new Sgd(RATE, 0, false, -1)),
          Map.entry(
              "beta_1 must be at least 0 and less than 1, got -0.5",
              () -> new Adam(RATE, -0.5, 0.9, 1e-7, false, 0)),
          Map.entry(
              "beta_2 must be at least 0 and less than 1, got NaN",
              () -> new AdamW(RATE, 0.5, Double.NaN, 1e-7, false, 0)),
          Map.entry(
              "epsilon must be more than 0, got 0", () -> new Adam(RATE, 0.9, 0.9, 0, false, 0)),
          Map.entry(
              "epsilon must be at least 1.4E-45, the first float above 0, got 1.0E-60",
              () -> new Adadelta(RATE, 0.9, 1e-60, 0)),
          Map.entry(
              "rho must be at least 0 and less than 1, got 2",
              () -> new RmsProp(RATE, 2, 0, false, 1e-7, 0)),
          Map.entry(
              "initial_accumulator_value must be at least 0, got -1",
              () -> new Adagrad(RATE, -1, 1e-7, 0)),
          Map.entry(
              "learning_rate_power must be at most 0, got 0.5",
              () -> new Ftrl(RATE, 0.5, 0.1, 0, 0, 0, 0)),
          Map.entry(
              "eta_plus must be more than 1, got 1", () -> new Rprop(RATE, 0.5, 1, 1e-6, 50, 0)),
          Map.entry("max_step must be at least 2, got 1", () -> new Rprop(RATE, 0.5, 1.2, 2, 1, 0)),
          Map.entry("value must be at least 0, got -1", () -> new ConstantRate(-1)),
          Map.entry("steps must be at least 1, got 0", () -> new StepDecay(0.1, 0, 0.5)),
          Map.entry(
              "rate must be more than 0, got 0", () -> new ExponentialDecay(0.1, 5, 0, false)),
          Map.entry(
              "alpha must be from 0 to 1, got 1.5",
              () -> new CosineDecay(0.1, 5, 1.5, Optional.empty(), 0)),
          Map.entry(
              "warmup_steps = 7 needs a warmup_target, the rate that it leads to",
              () -> new CosineDecay(0.1, 5, 0, Optional.empty(), 7)),
          Map.entry(
              "t_mul must be at least 1, got 0.5",
              () -> new CosineDecayRestarts(0.1, 5, 0.5, 1, 0)),
          Map.entry(
              "t_mul must be at least 1, got 0.99999998",
              () -> new CosineDecayRestarts(0.1, 5, 0.99999998, 1, 0)),
          Map.entry(
              "weight_decay must be at least 0, got -1.0E-60",
              () -> new Sgd(RATE, 0, false, -1e-60)),
          Map.entry(
              "learning_rate_power must be at most 0, got 1.0E-60",
              () -> new Ftrl(RATE, 1e-60, 0.1, 0, 0, 0, 0)),
          Map.entry("pct_start must be from 0 to 1, got 2", () -> new OneCycle(0.1, 5, 2, 25, 1e4)),
          Map.entry(
              "values must be one more than boundaries, got 1 values and 2 boundaries",
              () -> new PiecewiseConstant(List.of(1L, 2L), List.of(0.1))),
          Map.entry(
              "boundaries must ascend, got [2, 2]",
              () -> new PiecewiseConstant(List.of(2L, 2L), List.of(0.1, 0.2, 0.3))),
          Map.entry(
              "factor must be more than 0 and less than 1, got 1",
              () -> new ReduceOnPlateau(0.1, 1, 3, 0, 0, 0)),
          Map.entry(
              "factor must be more than 0 and less than 1, got 0",
              () -> new ReduceOnPlateau(0.1, 0, 3, 0, 0, 0)),
          Map.entry(
              "patience must be at least 1, got 0",
              () -> new ReduceOnPlateau(0.1, 0.5, 0, 0, 0, 0)),
          Map.entry(
              "cooldown must be at least 0, got -1",
              () -> new ReduceOnPlateau(0.1, 0.5, 3, 0, -1, 0)));

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
    assertEquals(new Sgd(RATE, 0, false, 0), new Sgd(RATE, -0.0, false, -0.0));
    assertEquals(new ConstantRate(0), new ConstantRate(-0.0));
    assertEquals(new Ftrl(RATE, 0, 0, 0, 0, 0, 0), new Ftrl(RATE, -0.0, -0.0, 0, 0, 0, 0));
  }
}
