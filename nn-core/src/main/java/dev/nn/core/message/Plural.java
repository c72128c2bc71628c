package dev.nn.core.message;

/** Numbers of things, for messages. */
public final class Plural {
  private Plural() {}

  /** Such as {@code 1 column} and {@code 2 columns}; of words that take an s. */
  public static String of(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }
}
