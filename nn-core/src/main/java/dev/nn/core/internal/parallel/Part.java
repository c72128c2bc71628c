package dev.nn.core.internal.parallel;

/** A part of a step that workers do side by side, with a meeting after it. */
@FunctionalInterface
public interface Part {
  /** Does one worker's share. */
  void run(int worker);
}
