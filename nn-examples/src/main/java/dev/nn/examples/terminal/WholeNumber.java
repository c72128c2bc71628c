package dev.nn.examples.terminal;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads whole numbers from the command line, and explains why a word is not one. */
public final class WholeNumber {
  private WholeNumber() {}

  /**
   * Reads an {@code int}.
   *
   * @throws TypeConversionException if the text is not one
   */
  public static int ofInt(String text) {
    return (int) read(text, Integer.MAX_VALUE, "is not a whole number");
  }

  /**
   * Reads a {@code long}.
   *
   * @throws TypeConversionException if the text is not one
   */
  public static long ofLong(String text) {
    return read(text, Long.MAX_VALUE, "is not a whole number");
  }

  private static long read(String text, long most, String problem) {
    try {
      long number = Long.parseLong(text);
      if (number >= -most - 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The exception below says it.
    }
    String limit = text.matches("[-+]?[0-9]+") ? " from " + (-most - 1) + " to " + most : "";
    throw new TypeConversionException("'" + text + "' " + problem + limit);
  }

  /** Reads the seed of a run. */
  public static final class Seed implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      return read(
          text,
          Long.MAX_VALUE,
          "is not a seed, with which a result is repeated and which can be any whole number");
    }
  }
}
