package dev.nn.optim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.api.Optimizer;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeightDecayTest {
  static Stream<Optimizer> withDecay() {
    return ServiceLoader.load(Optimizer.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(optimizer -> optimizer.options().has("weight_decay"))
        .map(o -> o.withOptions(o.options().withReal("weight_decay", 0.25)));
  }

  @Test
  void allOptimizersHaveItButFtrlWhosePenaltiesAreItsOwn() {
    Set<String> names = withDecay().map(Optimizer::name).collect(Collectors.toSet());
    assertEquals(
        Set.of(
            "sgd",
            "rmsprop",
            "adafactor",
            "muon",
            "adagrad",
            "adadelta",
            "adam",
            "adamw",
            "adamax",
            "nadam",
            "radam",
            "adabelief",
            "lion",
            "lamb",
            "rprop"),
        names);
  }

  @ParameterizedTest
  @MethodSource("withDecay")
  void withoutAGradientWeightsShrinkByRateTimesDecay(Optimizer optimizer) {
    Tile tile = Tile.of(optimizer, 2, -4).step(0.5, 0, 0);
    assertArrayEquals(new float[] {1.75f, -3.5f}, tile.weights());
    tile.step(2, 0, 0);
    assertArrayEquals(new float[] {0.875f, -1.75f}, tile.weights());
  }
}
