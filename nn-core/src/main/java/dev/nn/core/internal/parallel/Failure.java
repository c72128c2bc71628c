package dev.nn.core.internal.parallel;

import dev.nn.api.NnException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The first failure in work that several threads do together. */
final class Failure {
  private final AtomicReference<@Nullable Throwable> first = new AtomicReference<>();

  /** Called before the work. */
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
   * Called after the work in the calling thread, to throw what was noted. Checked exceptions, which
   * other languages than Java throw without declaring them, become the cause of an {@link
   * NnException}.
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
