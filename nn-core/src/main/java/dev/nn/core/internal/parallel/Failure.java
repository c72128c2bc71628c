package dev.nn.core.internal.parallel;

import dev.nn.api.NnException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The first thing that goes wrong in work that several threads do together. */
final class Failure {
  private final AtomicReference<@Nullable Throwable> first = new AtomicReference<>();

  /** Before the work. */
  void clear() {
    first.set(null);
  }

  /** Whether something has gone wrong. */
  boolean exists() {
    return first.get() != null;
  }

  /** Notes what was thrown, unless something else was before. */
  void note(Throwable thrown) {
    first.compareAndSet(null, thrown);
  }

  /**
   * After the work, in the calling thread: throws what was noted. Checked exceptions, which other
   * languages than Java throw without saying so, come as the cause of an {@link NnException}.
   */
  void rethrow() {
    Throwable thrown = first.get();
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
    if (thrown != null) {
      throw new NnException("a plugin threw " + thrown, thrown);
    }
  }
}
