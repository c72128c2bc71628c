package dev.nn.examples.terminal;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the whole numbers of the command line, and says of other words what they are not. */
public final class WholeNumber {
  private WholeNumber() {}

  public static int ofInt(String text) {
    return (int) read(text, Integer.MAX_VALUE, "is not a whole number");
  }

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
      // Said below.
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
          "is not a seed: a seed is any whole number, such as 7; the same one gives the same"
              + " result again");
    }
  }
}
