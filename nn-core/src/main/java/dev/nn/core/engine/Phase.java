package dev.nn.core.engine;

/** A part of a step that workers do side by side, with a meeting after it. */
@FunctionalInterface
interface Phase {
  /** Does one worker's share. */
  void run(int worker);
}
