package dev.nn.testkit;

import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import org.junit.jupiter.api.TestReporter;

/** Says where the warnings of rules go. */
final class Warnings {
  private Warnings() {}

  /** Writes to the report of a test and, since few build tools show it, to the log as well. */
  static Consumer<String> to(TestReporter reporter) {
    return warning -> {
      reporter.publishEntry("warning", warning);
      System.getLogger("dev.nn.testkit").log(Level.WARNING, warning);
    };
  }
}
