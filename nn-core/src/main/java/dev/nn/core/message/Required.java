package dev.nn.core.message;

import java.util.Objects;

/** Arrays that are there and have no gaps. */
public final class Required {
  private Required() {}

  /**
   * The same array.
   *
   * @throws NullPointerException if it or an element is null; the message names which: {@code
   *     layers[1]}
   */
  public static <T> T[] all(T[] array, String name) {
    Objects.requireNonNull(array, name);
    for (int i = 0; i < array.length; i++) {
      Objects.requireNonNull(array[i], name + "[" + i + "]");
    }
    return array;
  }
}
