package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UninterruptedTest {
  private int runs;

  @AfterEach
  void leaveNoInterruptToTheNextTest() {
    boolean unused = Thread.interrupted();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void interruptsOneAfterTheOtherDoNotKeepTheWorkFromBeingDone(int interrupts) throws IOException {
    Uninterrupted.run(
        () -> {
          assertFalse(Thread.currentThread().isInterrupted());
          runs++;
          if (runs <= interrupts) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
          }
        });
    assertEquals(interrupts + 1, runs);
    assertTrue(Thread.interrupted(), "whoever interrupted is not forgotten");
  }

  @Test
  void anInterruptBeforeTheWorkIsKeptForLater() throws IOException {
    Thread.currentThread().interrupt();
    Uninterrupted.run(() -> assertFalse(Thread.currentThread().isInterrupted()));
    assertTrue(Thread.interrupted());
  }

  @Test
  void anErrorThatNoInterruptHasCausedIsPassedOnAtOnce() {
    IOException full = new IOException("No space left on device");
    IOException thrown =
        assertThrows(
            IOException.class,
            () ->
                Uninterrupted.run(
                    () -> {
                      runs++;
                      throw full;
                    }));
    assertSame(full, thrown);
    assertEquals(1, runs);
    assertFalse(Thread.interrupted());
  }
}
