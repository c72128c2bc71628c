package dev.nn.testkit.measure;

import java.util.List;
import java.util.function.Supplier;
import org.opentest4j.TestAbortedException;

/** Skips rules that cannot be decided. */
public final class Skip {
  private Skip() {}

  /**
   * Skips the rule with exactly this message, whereas that of {@code assumeTrue} begins with other
   * words.
   */
  public static void unless(boolean isDecidable, String reason) {
    if (!isDecidable) {
      throw new TestAbortedException(reason);
    }
  }

  /** Skips the rule with a reason that is made only if it is needed. */
  public static void unless(boolean isDecidable, Supplier<String> reason) {
    if (!isDecidable) {
      throw new TestAbortedException(reason.get());
    }
  }

  /** Skips the rule if there are reasons, which begin with its number. */
  public static void ifAny(List<String> reasons) {
    unless(reasons.isEmpty(), String.join("; ", reasons));
  }
}
