package dev.nn.examples.terminal;

import java.util.Locale;

/** Writes numbers together with what they count. */
public final class Words {
  private Words() {}

  /** Returns a number with its noun, such as {@code 1 epoch} or {@code 60,000 epochs}. */
  public static String count(long number, String noun) {
    String ending = number == 1 ? "" : noun.endsWith("s") ? "es" : "s";
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, ending);
  }
}
