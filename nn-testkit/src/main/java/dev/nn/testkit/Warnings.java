package dev.nn.testkit;

import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import org.junit.jupiter.api.TestReporter;

/** Where the warnings of rules go. */
final class Warnings {
  private Warnings() {}

  /** To the report of a test and, since few build tools show that one, to the log as well. */
  static Consumer<String> to(TestReporter reporter) {
    return warning -> {
      reporter.publishEntry("warning", warning);
      System.getLogger("dev.nn.testkit").log(Level.WARNING, warning);
    };
  }
}
