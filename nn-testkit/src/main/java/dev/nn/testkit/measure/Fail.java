package dev.nn.testkit.measure;

import java.util.function.Supplier;
import org.opentest4j.AssertionFailedError;

/** Throws the failures of rules that are broken. */
public final class Fail {
  private Fail() {}

  public static void unless(boolean isKept, String message) {
    if (!isKept) {
      throw new AssertionFailedError(message);
    }
  }

  public static void unless(boolean isKept, Supplier<String> message) {
    if (!isKept) {
      throw new AssertionFailedError(message.get());
    }
  }

  /** Fails with both values unless they are equal. */
  public static void unlessEqual(Object expected, Object actual, String what) {
    unless(
        expected.equals(actual), () -> "%s: expected %s, got %s".formatted(what, expected, actual));
  }
}
