package dev.nn.math.kernel;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Keeps workspaces between calls, so that only the first calls allocate; without locks. */
final class Workspaces {
  private static final int CAPACITY = 64;

  private final AtomicReferenceArray<@Nullable Workspace> idle =
      new AtomicReferenceArray<>(CAPACITY);

  /** A workspace for the caller alone, to be given back. */
  Workspace take() {
    for (int i = 0; i < CAPACITY; i++) {
      Workspace taken = idle.getAndSet(i, null);
      if (taken != null) {
        return taken;
      }
    }
    return new Workspace();
  }

  /** Takes a workspace back; if there are enough, it is left to the garbage collector. */
  void give(Workspace workspace) {
    for (int i = 0; i < CAPACITY; i++) {
      if (idle.compareAndSet(i, null, workspace)) {
        return;
      }
    }
  }
}
