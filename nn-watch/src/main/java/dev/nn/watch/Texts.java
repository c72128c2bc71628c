package dev.nn.watch;

import java.time.Duration;
import java.util.Locale;

/** Numbers and times for people to read. */
final class Texts {
  private Texts() {}

  /** A number with four digits behind the point, or with an exponent if it is tiny or huge. */
  static String number(double number) {
    double size = Math.abs(number);
    boolean isPlain = size == 0 || (size >= 1e-3 && size < 1e6) || !Double.isFinite(number);
    return isPlain
        ? String.format(Locale.ROOT, "%.4f", number)
        : String.format(Locale.ROOT, "%.3e", number);
  }

  /** A time in its two largest units: {@code 2 h 05 min}, {@code 3 min 20 s}, {@code 12 s}. */
  static String time(Duration time) {
    if (time.toHours() > 0) {
      return String.format(Locale.ROOT, "%d h %02d min", time.toHours(), time.toMinutesPart());
    }
    if (time.toMinutes() > 0) {
      return String.format(Locale.ROOT, "%d min %02d s", time.toMinutes(), time.toSecondsPart());
    }
    return time.toSeconds() + " s";
  }
}
