package dev.nn.testkit.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Plugin;
import dev.nn.testkit.BrokenLosses;
import dev.nn.testkit.BrokenOptimizers;
import dev.nn.testkit.GoodActivation;
import dev.nn.testkit.GoodLayer;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No two threads of rule P7 compute the same, so that none finds its own numbers by chance. */
class TraceTest {

  static Stream<Plugin> plugins() {
    return Stream.of(
        new GoodActivation(),
        new GoodLayer(),
        new BrokenLosses.Good(),
        new BrokenOptimizers.Good());
  }

  @ParameterizedTest
  @MethodSource("plugins")
  void everyTurnHasNumbersOfItsOwn(Plugin plugin) {
    long different =
        Stream.of(0, 1, 2, 3, 4, 5, 6, 7)
            .map(turn -> Arrays.toString(Trace.of(plugin, turn, "P7")))
            .distinct()
            .count();
    assertEquals(8, different);
    assertTrue(Trace.of(plugin, "P7").length > 0);
  }
}
