package dev.nn.core.internal.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AheadTest {
  @Test
  void whatIsReadyIsTheResult() {
    Ahead<String> ahead = Ahead.of(() -> "done");
    assertTrue(ahead.result().equals(Optional.of("done")) || isAlone());
  }

  @Test
  void whoeverNeedsItWaits() {
    CountDownLatch begun = new CountDownLatch(1);
    Ahead<Boolean> ahead = Ahead.of(() -> begun.await(10, TimeUnit.SECONDS));
    begun.countDown();
    assertTrue(ahead.result().orElse(isAlone()));
  }

  @Test
  void failureIsLeftToWhoeverNeedsIt() {
    Ahead<String> ahead =
        Ahead.of(
            () -> {
              throw new IOException("gone");
            });
    assertEquals(Optional.empty(), ahead.result());
  }

  /** An error that no one catches there would end programs whose handler does so. */
  @Test
  void errorIsLeftToWhoeverNeedsIt() {
    List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> uncaught.add(e));
    try {
      Ahead<String> ahead =
          Ahead.of(
              () -> {
                throw new NoClassDefFoundError("acme/Gone");
              });
      assertEquals(Optional.empty(), ahead.result());
      while (Thread.getAllStackTraces().keySet().stream()
          .anyMatch(thread -> thread.getName().equals("nn-ahead"))) {
        Thread.onSpinWait();
      }
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertEquals(List.of(), uncaught);
  }

  @Test
  void interruptIsKept() {
    Ahead<String> ahead = Ahead.of(() -> "done");
    Thread.currentThread().interrupt();
    Optional<String> result = ahead.result();
    assertTrue(Thread.interrupted());
    assertTrue(result.isPresent() || isAlone());
  }

  /** Without a second processor nothing is done ahead. */
  private static boolean isAlone() {
    return Runtime.getRuntime().availableProcessors() == 1;
  }
}
