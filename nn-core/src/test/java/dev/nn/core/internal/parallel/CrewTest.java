package dev.nn.core.internal.parallel;

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
        run(
            crew,
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
                  run(
                      crew,
                      worker -> {
                        if (worker == faulty) {
                          throw new IllegalStateException("worker " + worker);
                        }
                      },
                      worker -> later.incrementAndGet()));
      assertEquals("worker " + faulty, e.getMessage());
      assertEquals(0, later.get());
      run(crew, worker -> later.incrementAndGet());
      assertEquals(3, later.get(), "the crew works on");
    }
  }

  @Test
  void anInterruptOfTheCallerIsKeptAndDoesNotDisturbTheMeeting() {
    AtomicInteger done = new AtomicInteger();
    try (Crew crew = new Crew(2)) {
      Thread.currentThread().interrupt();
      for (int i = 0; i < 100; i++) {
        run(crew, worker -> done.incrementAndGet());
      }
      assertTrue(Thread.interrupted());
      assertEquals(200, done.get());
      run(crew, worker -> done.incrementAndGet());
      assertFalse(Thread.currentThread().isInterrupted());
    }
  }

  @Test
  void closingEndsTheThreads() throws InterruptedException {
    String name = "nn-worker-";
    Crew crew = new Crew(4);
    run(crew, worker -> {});
    crew.close();
    crew.close();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith(name)) {
        thread.join(10_000);
        assertFalse(thread.isAlive());
      }
    }
  }

  @Test
  void onlyAsManyWorkersAsAreAskedForTakePart() {
    try (Crew crew = new Crew(4)) {
      for (int workers : new int[] {1, 4, 2, 3, 1, 4}) {
        AtomicInteger mask = new AtomicInteger();
        for (int i = 0; i < 200; i++) {
          crew.run(
              workers, new Part[] {worker -> mask.accumulateAndGet(1 << worker, (a, b) -> a | b)});
        }
        assertEquals((1 << workers) - 1, mask.get());
      }
    }
  }

  @Test
  void aCrewThatHasFallenAsleepWakesUp() throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    try (Crew crew = new Crew(3)) {
      for (int i = 0; i < 20; i++) {
        Thread.sleep(5);
        run(crew, worker -> done.incrementAndGet(), worker -> done.incrementAndGet());
      }
    }
    assertEquals(120, done.get());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void whereTheSystemGivesNoMoreThreadsTheOthersDoTheWork(int given) {
    AtomicInteger mask = new AtomicInteger();
    try (Crew crew = new Crew(4, new ScarceThreads(given))) {
      assertEquals(given + 1, crew.size());
      run(crew, worker -> mask.accumulateAndGet(1 << worker, (a, b) -> a | b));
    }
    assertEquals((2 << given) - 1, mask.get());
  }

  private static void run(Crew crew, Part... phases) {
    crew.run(crew.size(), phases);
  }
}
