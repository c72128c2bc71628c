package dev.nn.core;

import java.io.IOException;

/** Work on files that an interrupt of the thread must not spoil. */
final class Uninterrupted {
  private Uninterrupted() {}

  /** Work that can be done again from the start. */
  interface Work {
    void run() throws IOException;
  }

  /**
   * Does the work, again as often as an interrupt has closed the file that it was writing. The
   * thread is interrupted afterwards if it was before or meanwhile.
   */
  static void run(Work work) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (!isDone(work)) {
        interrupted = true;
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** False if an interrupt was in the way, which is then no longer pending. */
  private static boolean isDone(Work work) throws IOException {
    try {
      work.run();
      return true;
    } catch (IOException e) {
      if (Thread.interrupted()) {
        return false;
      }
      throw e;
    }
  }
}
