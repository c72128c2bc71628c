package dev.nn.spark.round;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.training.EpochRecord;
import dev.nn.core.training.ShardState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProgressTextTest {
  private static final float[][] FLOATS = {{1, 2}, {3, 4}};
  private static final ShardState STATE =
      new ShardState(FLOATS, new double[][] {{0.1 + 0.2}, {}}, 1L << 40);
  private static final EpochRecord FIRST =
      new EpochRecord(
          1,
          Math.nextUp(0.5),
          OptionalDouble.of(Double.NaN),
          new TreeMap<>(Map.of("top_k_accuracy(k=3)", 0.1, "accuracy", 1.0)),
          1e-3,
          Duration.ofNanos(123));
  private static final EpochRecord SECOND =
      new EpochRecord(2, 0.25, OptionalDouble.empty(), new TreeMap<>(), 1e-3, Duration.ZERO);
  private static final Progress PROGRESS =
      new Progress(
          STATE,
          3,
          2,
          1.0 / 3,
          600,
          List.of(FIRST, SECOND),
          Optional.of(new Progress.Best(Double.POSITIVE_INFINITY, 2, STATE)));

  @Test
  void allComesBack() {
    String text = ProgressText.write(PROGRESS, "seed 1\nlayers a\tb");
    assertEquals("seed 1\nlayers a\tb", ProgressText.fingerprint(text));
    assertTrue(ProgressText.hasBest(text));
    Progress read = ProgressText.read(text, FLOATS, Optional.of(FLOATS));
    assertEquals(PROGRESS.epoch(), read.epoch());
    assertEquals(PROGRESS.round(), read.round());
    assertEquals(PROGRESS.lossSum(), read.lossSum());
    assertEquals(PROGRESS.rows(), read.rows());
    assertEquals(PROGRESS.history(), read.history());
    assertEquals(STATE.steps(), read.state().steps());
    assertArrayEquals(STATE.numbers()[0], read.state().numbers()[0]);
    assertArrayEquals(STATE.numbers()[1], read.state().numbers()[1]);
    assertEquals(Double.POSITIVE_INFINITY, read.best().orElseThrow().number());
    assertEquals(2, read.best().orElseThrow().epochsWithout());
    assertEquals(1L << 40, read.best().orElseThrow().state().steps());
  }

  @Test
  void aTextThatWasCutShortIsKnown() {
    String text = ProgressText.write(PROGRESS, "seed 1");
    assertTrue(ProgressText.isWhole(text));
    for (int length = 0; length < text.length(); length++) {
      assertFalse(ProgressText.isWhole(text.substring(0, length)));
    }
  }
}
