package dev.nn.core.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrewTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void noWorkerStartsAPhaseBeforeAllHaveFinishedTheOneBefore(int size) {
    AtomicInteger first = new AtomicInteger();
    AtomicInteger early = new AtomicInteger();
    try (Crew crew = new Crew(size)) {
      for (int round = 1; round <= 2000; round++) {
        int finished = round * size;
        crew.run(
            worker -> first.incrementAndGet(),
            worker -> early.addAndGet(first.get() == finished ? 0 : 1));
      }
    }
    assertEquals(2000 * size, first.get());
    assertEquals(0, early.get());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void anExceptionOfOneWorkerEndsTheProgramForAllAndIsThrown(int faulty) {
    AtomicInteger later = new AtomicInteger();
    try (Crew crew = new Crew(3)) {
      IllegalStateException e =
          assertThrows(
              IllegalStateException.class,
              () ->
                  crew.run(
                      worker -> {
                        if (worker == faulty) {
                          throw new IllegalStateException("worker " + worker);
                        }
                      },
                      worker -> later.incrementAndGet()));
      assertEquals("worker " + faulty, e.getMessage());
      assertEquals(0, later.get());
      crew.run(worker -> later.incrementAndGet());
      assertEquals(3, later.get(), "the crew works on");
    }
  }

  @Test
  void anInterruptOfTheCallerIsKeptAndDoesNotDisturbTheMeeting() {
    AtomicInteger done = new AtomicInteger();
    try (Crew crew = new Crew(2)) {
      Thread.currentThread().interrupt();
      for (int i = 0; i < 100; i++) {
        crew.run(worker -> done.incrementAndGet());
      }
      assertTrue(Thread.interrupted());
      assertEquals(200, done.get());
      crew.run(worker -> done.incrementAndGet());
      assertFalse(Thread.currentThread().isInterrupted());
    }
  }

  @Test
  void closingEndsTheThreads() throws InterruptedException {
    String name = "nn-worker-";
    Crew crew = new Crew(4);
    crew.run(worker -> {});
    crew.close();
    crew.close();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith(name)) {
        thread.join(10_000);
        assertFalse(thread.isAlive());
      }
    }
  }
}
