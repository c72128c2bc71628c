package dev.nn.testkit.measure;

import java.util.List;
import java.util.function.Supplier;
import org.opentest4j.TestAbortedException;

/** Rules that cannot be decided. */
public final class Skip {
  private Skip() {}

  /** Unlike {@code assumeTrue}, whose message begins with words of its own. */
  public static void unless(boolean isDecidable, String reason) {
    if (!isDecidable) {
      throw new TestAbortedException(reason);
    }
  }

  /** The same with a reason that is made only if it is needed. */
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
