package dev.nn.core.message;

import java.util.Objects;

/** Checks that arrays of arguments have no gaps. */
public final class Required {
  private Required() {}

  /**
   * Returns an array after checking that nothing in it is null.
   *
   * @param name what messages call the array
   * @throws NullPointerException if the array or an element is null; the message says which, such
   *     as {@code layers[1]}
   */
  public static <T> T[] all(T[] array, String name) {
    Objects.requireNonNull(array, name);
    for (int i = 0; i < array.length; i++) {
      Objects.requireNonNull(array[i], name + "[" + i + "]");
    }
    return array;
  }
}
