package dev.nn.testkit;

import java.util.List;
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

  /** Skips the rule if there are reasons, which begin with its number. */
  static void ifAny(List<String> reasons) {
    unless(reasons.isEmpty(), String.join("; ", reasons));
  }
}
