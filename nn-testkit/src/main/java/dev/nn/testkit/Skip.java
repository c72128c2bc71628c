package dev.nn.testkit;

import org.junit.jupiter.api.Assumptions;

/** Rules that cannot be decided. */
final class Skip {
  private Skip() {}

  /** Unlike {@code assumeTrue}, whose message begins with words of its own. */
  static void unless(boolean isDecidable, String reason) {
    if (!isDecidable) {
      Assumptions.abort(reason);
    }
  }
}
