package dev.nn.playground;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.plugin.PluginRegistry;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * However long pages are open and however many come and go, the memory stays what it was. The long
 * form takes an hour: {@code mvn -Pexhaustive -pl nn-playground -am verify}.
 */
class MemoryTest {
  private static final long MOST_GROWTH = 4 << 20;
  private static final int PAGES_A_ROUND = 10;

  @Test
  void pagesThatComeAndGoLeaveNothingBehind() throws IOException, InterruptedException {
    rounds(Duration.ofSeconds(4));
  }

  @Test
  @Tag("exhaustive")
  void soItIsForAnHour() throws IOException, InterruptedException {
    rounds(Duration.ofHours(1));
  }

  private static void rounds(Duration time) throws IOException, InterruptedException {
    try (Playground playground = Playground.open(PluginRegistry.load(), 0, Duration.ofSeconds(2))) {
      Client client = new Client(playground.address());
      round(playground, client);
      long before = used();
      long end = System.nanoTime() + time.toNanos();
      int rounds = 0;
      while (rounds < 2 || System.nanoTime() < end) {
        round(playground, client);
        rounds++;
      }
      long growth = used() - before;
      assertTrue(
          growth < MOST_GROWTH,
          "%s bytes more after %s rounds of %s pages".formatted(growth, rounds, PAGES_A_ROUND));
    }
  }

  /** Opens pages, watches each for some frames and leaves it without a word. */
  private static void round(Playground playground, Client client)
      throws IOException, InterruptedException {
    for (int i = 0; i < PAGES_A_ROUND; i++) {
      String id =
          client.post("/runs", "seed=" + i + "&data=" + (i % 2 == 0 ? "xor" : "moons")).id();
      client.post("/runs/" + id, "run");
      try (Client.Frames frames = client.frames(id)) {
        for (int frame = 0; frame < 4; frame++) {
          assertTrue(String.valueOf(frames.next()).startsWith("data: "));
        }
      }
    }
    while (playground.runs() > 0) {
      Thread.sleep(10);
    }
  }

  private static long used() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      Thread.sleep(50);
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
