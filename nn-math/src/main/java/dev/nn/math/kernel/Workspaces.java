package dev.nn.math.kernel;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps workspaces between calls, so that only the first calls allocate. Taking one needs no lock:
 * threads look for an idle workspace in a ring of slots, each from a place of its own.
 *
 * <pre>{@code
 * Workspace workspace = workspaces.take();
 * workspace.product.add(a, b, c);
 * workspaces.give(workspace);
 * }</pre>
 *
 * @param <T> what one thread needs besides its operands
 */
public final class Workspaces<T> {
  private static final int CAPACITY = 256;

  /**
   * Threads begin their search this far apart, in different cache lines: one line that travels
   * between two processors at every call would cost more than a small product.
   */
  private static final int SPACING = 32;

  private final AtomicReferenceArray<@Nullable T> idle = new AtomicReferenceArray<>(CAPACITY);
  private final Supplier<T> maker;

  /**
   * Creates a store that holds no workspaces yet.
   *
   * @param maker makes a workspace when none is idle
   */
  public Workspaces(Supplier<T> maker) {
    this.maker = maker;
  }

  /**
   * Returns a workspace for the caller alone, who gives it back after use. One that is never given
   * back, for instance after an exception, is merely made anew by a later call.
   */
  public T take() {
    int home = home();
    for (int i = 0; i < CAPACITY; i++) {
      int slot = (home + i) % CAPACITY;
      // Reading first leaves the cache lines of other threads alone.
      T taken = idle.getPlain(slot) == null ? null : idle.getAndSet(slot, null);
      if (taken != null) {
        return taken;
      }
    }
    return maker.get();
  }

  /**
   * Takes a workspace back. If enough of them are idle already, it is left to the garbage
   * collector.
   */
  public void give(T workspace) {
    int home = home();
    for (int i = 0; i < CAPACITY; i++) {
      if (idle.compareAndSet((home + i) % CAPACITY, null, workspace)) {
        return;
      }
    }
  }

  @SuppressWarnings("deprecation") // its successor threadId() does not exist on JDK 17
  private static int home() {
    return (int) (Thread.currentThread().getId() * SPACING % CAPACITY);
  }
}
