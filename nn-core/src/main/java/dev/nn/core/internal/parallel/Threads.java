package dev.nn.core.internal.parallel;

import java.util.concurrent.ThreadFactory;
import org.slf4j.LoggerFactory;

/** Starts threads for work that can be done with fewer. */
final class Threads {
  private Threads() {}

  /** Starts a daemon thread. Returns false if the system allows no more threads. */
  static boolean startDaemon(ThreadFactory threads, Runnable work, String name) {
    try {
      Thread thread = threads.newThread(work);
      thread.setName(name);
      thread.setDaemon(true);
      thread.start();
      return true;
    } catch (OutOfMemoryError e) {
      // The JVM says so too when it is the system's limit of threads that is reached.
      LoggerFactory.getLogger("dev.nn.core.Trainer").debug("thread {} cannot be started", name, e);
      return false;
    }
  }
}
