package dev.nn.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainerBuilder;
import dev.nn.core.dataset.Dataset;
import dev.nn.data.BundledData;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  private static final Dataset IRIS = BundledData.iris();
  private static final Network NETWORK = Network.of(4, "dense(units=3, activation=softmax)");
  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text);

  private static TrainerBuilder trainer() {
    return Trainer.builder()
        .loss("categorical_crossentropy")
        .optimizer("adam")
        .batchSize(50)
        .epochs(4)
        .threads(1);
  }

  @Test
  void aTableGrowsByALineWithEachEpoch() {
    trainer().listener(EpochTable.to(out)).build().fit(NETWORK, IRIS, IRIS);
    List<String> lines = text.toString().lines().toList();
    assertEquals(5, lines.size());
    assertEquals(
        "epoch     loss  validation_loss  validation_accuracy  learning_rate  seconds",
        lines.get(0));
    for (String line : lines) {
      assertEquals(lines.get(0).length(), line.length(), line);
    }
    assertTrue(
        lines
            .get(4)
            .matches("    4 +\\d\\.\\d{4} +\\d\\.\\d{4} +0\\.\\d{4} +0\\.001 +\\d\\.\\d\\d"),
        lines.get(4));
  }

  /**
   * The clock goes on by 10 seconds whenever it is looked at: a step, and the start and the end.
   */
  @Test
  void theTimeLeftIsThatOfTheStepsLeft() {
    AtomicLong seconds = new AtomicLong();
    Progress progress =
        new Progress(
            out, false, Duration.ofSeconds(40), () -> seconds.getAndAdd(10) * 1_000_000_000L);
    trainer().listener(progress).build().fit(NETWORK, IRIS);
    List<String> lines = text.toString().lines().toList();
    assertEquals(4, lines.size());
    assertTrue(
        lines.get(0).matches("epoch 2/4, step 1/3, loss \\d\\.\\d{4}, 1 min 20 s left"),
        lines.get(0));
    assertTrue(lines.get(1).matches("epoch 3/4, step 2/3, .*, 40 s left"), lines.get(1));
    assertTrue(lines.get(2).matches("epoch 4/4, step 3/3, .*, 0 s left"), lines.get(2));
    assertTrue(
        lines.get(3).matches("completed after 4 epochs, loss .*, in 2 min 10 s"), lines.get(3));
  }

  @Test
  void onATerminalOneLineIsWrittenOver() {
    AtomicLong nanos = new AtomicLong();
    trainer()
        .listener(new Progress(out, true, Duration.ofNanos(1), nanos::incrementAndGet))
        .build()
        .fit(NETWORK, IRIS);
    assertEquals(1, text.toString().chars().filter(c -> c == '\n').count());
    assertEquals(13, text.toString().chars().filter(c -> c == '\r').count());
  }

  @Test
  void timesHaveTwoUnits() {
    assertEquals("2 h 05 min", Texts.time(Duration.ofSeconds(7_501)));
    assertEquals("3 min 20 s", Texts.time(Duration.ofSeconds(200)));
    assertEquals("59 s", Texts.time(Duration.ofMillis(59_999)));
    assertEquals("1.000e-04", Texts.number(1e-4));
    assertEquals("0.1235", Texts.number(0.12345678));
    assertEquals("NaN", Texts.number(Double.NaN));
  }
}
