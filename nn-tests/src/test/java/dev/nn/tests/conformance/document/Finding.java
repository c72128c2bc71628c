package dev.nn.tests.conformance.document;

/**
 * How far one quantity of a plugin is from what an oracle says, at the worst place. Errors are in
 * units of the wanted number. Where that is small because larger numbers cancel, their rounding
 * remains, so the unit is at least what is given: the size of those numbers.
 */
final class Finding {
  /** Below this the libraries' own rounding shows, that of numbers near 1 in double precision. */
  static final double SMALLEST_UNIT = 1e-9;

  private final double limit;
  private long compared;
  private double error;
  private String where = "nowhere";

  /**
   * Begins with nothing.
   *
   * @param limit what the largest error may be
   */
  Finding(double limit) {
    this.limit = limit;
  }

  /** Takes one more number into account, the unit being the wanted one. */
  void compare(String place, double want, double got) {
    compare(place, want, got, 0);
  }

  /**
   * Takes one more number into account.
   *
   * @param unit the smallest that the error is measured in, if the wanted number is less
   */
  void compare(String place, double want, double got, double unit) {
    compared++;
    double distance =
        Double.compare(want + 0.0, got + 0.0) == 0
            ? 0
            : Math.abs(got - want) / Math.max(Math.max(unit, SMALLEST_UNIT), Math.abs(want));
    if (!(distance <= error)) {
      error = Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
      where = place + ": wanted " + want + ", got " + got;
    }
  }

  /** The same for numbers in a row. */
  void compare(String place, double[] want, float[] got, double unit) {
    if (want.length != got.length) {
      throw new IllegalArgumentException(
          place + ": " + want.length + " numbers wanted, got " + got.length);
    }
    for (int i = 0; i < want.length; i++) {
      compare(place + "[" + i + "]", want[i], got[i], unit);
    }
  }

  /** What the largest error may be. */
  double limit() {
    return limit;
  }

  /** How many numbers were compared. */
  long compared() {
    return compared;
  }

  /** The largest error in its units. */
  double error() {
    return error;
  }

  /** Where that was. */
  String where() {
    return where;
  }
}
