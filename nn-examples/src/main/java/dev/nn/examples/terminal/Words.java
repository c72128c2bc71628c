package dev.nn.examples.terminal;

import java.util.Locale;

/** Numbers with their nouns. */
public final class Words {
  private Words() {}

  /** {@code 1 epoch}, {@code 60,000 epochs}. */
  public static String count(long number, String noun) {
    String ending = number == 1 ? "" : noun.endsWith("s") ? "es" : "s";
    return String.format(Locale.ROOT, "%,d %s%s", number, noun, ending);
  }
}
