package dev.nn.playground.recipe;

import dev.nn.api.NnException;
import dev.nn.api.Printable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of an address that describes a recipe: {@code data=moons&layers=8,8}. What would end it,
 * in a browser or between the quotes of a shell, is written as {@code %} and two digits, and a
 * space as {@code +}.
 */
final class Address {
  private static final String ESCAPED = "%&+#\"'<>`\\^{|}";
  private static final int LONGEST = 20_000;

  private final Map<String, String> values = new LinkedHashMap<>();

  private Address() {}

  /**
   * Reads an address.
   *
   * @param keys those that there may be
   * @throws NnException if it cannot be read, or has another key or one twice
   */
  static Address parse(String text, List<String> keys) {
    if (text.length() > LONGEST) {
      throw new NnException(
          "the address has %s characters, but no more than %s are read: place fewer points"
              .formatted(text.length(), LONGEST));
    }
    Address address = new Address();
    for (String part : text.split("&", -1)) {
      if (!part.isEmpty()) {
        address.add(part, keys);
      }
    }
    return address;
  }

  private void add(String part, List<String> keys) {
    int equals = part.indexOf('=');
    String key = equals < 0 ? part : part.substring(0, equals);
    if (equals < 0 || !keys.contains(key)) {
      throw new NnException(
          "\"%s\" in the address means nothing here; what may be set is %s, as in layers=8,8"
              .formatted(Printable.line(shortened(part)), String.join(", ", keys)));
    }
    if (values.put(key, decoded(part.substring(equals + 1), key)) != null) {
      throw new NnException(key + " is in the address twice: leave one of them away");
    }
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  private static String decoded(String text, String key) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new NnException(
          key
              + ": a % in the address stands before two digits of 0 to 9 and a to f; write %25 for a %",
          e);
    }
  }

  Optional<String> value(String key) {
    return Optional.ofNullable(values.get(key));
  }

  int integer(String key, int otherwise, int least, int most) {
    return (int) number(key, otherwise, least, most);
  }

  /** A whole number. */
  long number(String key, long otherwise, long least, long most) {
    String text = values.get(key);
    if (text == null) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // It is refused below.
    }
    throw new NnException(
        "%s must be a whole number from %s to %s, not \"%s\""
            .formatted(key, least, most, Printable.line(shortened(text))));
  }

  double real(String key, double otherwise, double least, double most) {
    String text = values.get(key);
    if (text == null) {
      return otherwise;
    }
    try {
      double number = Double.parseDouble(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // It is refused below.
    }
    throw new NnException(
        "%s must be a number from %s to %s, not \"%s\""
            .formatted(key, plain(least), plain(most), Printable.line(shortened(text))));
  }

  /** A number without the ".0" that whole ones have in Java. */
  static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  /** Writes a value so that {@link #parse} reads it back. */
  static String encoded(String value) {
    StringBuilder text = new StringBuilder();
    for (byte unit : value.getBytes(StandardCharsets.UTF_8)) {
      if (unit == ' ') {
        text.append('+');
      } else if (unit < ' ' || unit == 127 || ESCAPED.indexOf(unit) >= 0) {
        text.append("%%%02X".formatted(unit & 0xff));
      } else {
        text.append((char) unit);
      }
    }
    return text.toString();
  }
}
