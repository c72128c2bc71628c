package dev.nn.core.internal.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedWorkTest {
  /** Work that does what a test says. */
  private static final class Work extends SharedWork {
    private IntConsumer task = part -> {};

    Work(int helpers) {
      super(helpers);
    }

    Work(int helpers, ThreadFactory threads) {
      super(helpers, threads);
    }

    void run(int parts, IntConsumer task) {
      assertTrue(begin());
      this.task = task;
      try {
        run(parts);
      } finally {
        end();
      }
    }

    @Override
    protected void part(int index) {
      task.accept(index);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 8})
  void everyPartIsDoneOnceBeforeTheCallReturns(int helpers) {
    Work work = new Work(helpers);
    for (int round = 0; round < 5_000; round++) {
      int parts = round % 7;
      AtomicIntegerArray done = new AtomicIntegerArray(7);
      work.run(parts, done::incrementAndGet);
      for (int part = 0; part < 7; part++) {
        assertEquals(part < parts ? 1 : 0, done.get(part), "part " + part + ", round " + round);
      }
    }
  }

  @Test
  void aPartIsDoneByAHelperWhileTheCallerIsBusy() {
    Set<String> threads = ConcurrentHashMap.newKeySet();
    CountDownLatch both = new CountDownLatch(2);
    new Work(1)
        .run(
            2,
            part -> {
              threads.add(Thread.currentThread().getName());
              both.countDown();
              awaitQuietly(both);
            });
    assertEquals(Set.of(Thread.currentThread().getName(), "nn-helper-1"), threads);
  }

  @Test
  void whoFindsTheWorkTakenIsTold() {
    Work work = new Work(1);
    assertTrue(work.begin());
    assertFalse(work.begin());
    work.end();
    assertTrue(work.begin());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void anExceptionOfAPartIsThrownAfterTheOtherPartsAndTheWorkGoesOn(int faulty) {
    Work work = new Work(2);
    AtomicIntegerArray done = new AtomicIntegerArray(6);
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () ->
                work.run(
                    6,
                    part -> {
                      done.incrementAndGet(part);
                      if (part == faulty) {
                        throw new IllegalStateException("part " + part);
                      }
                    }));
    assertEquals("part " + faulty, e.getMessage());
    work.run(6, done::incrementAndGet);
    assertEquals("[2, 2, 2, 2, 2, 2]", done.toString());
  }

  @Test
  void helpersEndWhenNothingComesAndAreBackWhenSomethingDoes() throws InterruptedException {
    Work work = new Work(1);
    for (int time = 0; time < 2; time++) {
      Thread[] helper = new Thread[1];
      CountDownLatch both = new CountDownLatch(2);
      Thread caller = Thread.currentThread();
      work.run(
          2,
          part -> {
            if (Thread.currentThread() != caller) {
              helper[0] = Thread.currentThread();
            }
            both.countDown();
            awaitQuietly(both);
          });
      helper[0].join(30_000);
      assertFalse(helper[0].isAlive());
    }
  }

  @Test
  void anInterruptOfTheCallerIsKept() {
    Work work = new Work(1);
    AtomicIntegerArray done = new AtomicIntegerArray(4);
    Thread.currentThread().interrupt();
    work.run(4, done::incrementAndGet);
    assertTrue(Thread.interrupted());
    assertEquals("[1, 1, 1, 1]", done.toString());
  }

  @Test
  void whereTheSystemGivesNoMoreThreadsTheCallerDoesTheWork() {
    ScarceThreads threads = new ScarceThreads(0);
    Work work = new Work(2, threads);
    AtomicIntegerArray done = new AtomicIntegerArray(4);
    Set<Thread> by = ConcurrentHashMap.newKeySet();
    work.run(
        4,
        part -> {
          by.add(Thread.currentThread());
          done.incrementAndGet(part);
        });
    assertEquals("[1, 1, 1, 1]", done.toString());
    assertEquals(Set.of(Thread.currentThread()), by);

    threads.give(1);
    CountDownLatch both = new CountDownLatch(2);
    work.run(
        2,
        part -> {
          both.countDown();
          awaitQuietly(both);
        });
    assertEquals(0, both.getCount(), "with a thread that could be had later");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      if (!latch.await(60, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the other thread does not come");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
