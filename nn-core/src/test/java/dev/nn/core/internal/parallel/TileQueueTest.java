package dev.nn.core.internal.parallel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class TileQueueTest {
  @Test
  void aWorkerBeginsWithItsOwnTilesAndGoesOnWithThoseOfTheNext() {
    TileQueue queue = new TileQueue(new int[] {0, 2, 5, 6});
    queue.refill();
    List<Integer> done = new ArrayList<>();
    queue.work(1, done::add);
    assertEquals(List.of(2, 3, 4, 5, 0, 1), done);
  }

  @Test
  void aQueueIsEmptyUntilItIsFilledAgain() {
    TileQueue queue = new TileQueue(new int[] {0, 1, 3});
    List<Integer> done = new ArrayList<>();
    queue.refill();
    queue.work(0, done::add);
    queue.work(1, done::add);
    assertEquals(List.of(0, 1, 2), done);
    queue.refill();
    queue.work(1, done::add);
    assertEquals(List.of(0, 1, 2, 1, 2, 0), done);
  }

  @Test
  void workersSideBySideDoEachTileOncePerStep() {
    int tiles = 100;
    int steps = 2_000;
    TileQueue queue = new TileQueue(new int[] {0, 10, 10, tiles});
    AtomicIntegerArray done = new AtomicIntegerArray(tiles);
    try (Crew crew = new Crew(3)) {
      Part[] program = {worker -> queue.work(worker, done::getAndIncrement)};
      for (int step = 0; step < steps; step++) {
        queue.refill();
        crew.run(3, program);
      }
    }
    int[] counts = new int[tiles];
    Arrays.setAll(counts, done::get);
    int[] expected = new int[tiles];
    Arrays.fill(expected, steps);
    assertArrayEquals(expected, counts);
  }
}
