package dev.nn.core.message;

/** Counts things in messages. */
public final class Plural {
  private Plural() {}

  /**
   * Returns a number with a word that takes an s in the plural: {@code 1 column}, {@code 2
   * columns}.
   */
  public static String of(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
