package dev.nn.tests.conformance.document;

/** How far one quantity of a plugin is from what an oracle says, at the worst place. */
final class Finding {
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

  /** Takes one more number into account. */
  void compare(String place, double want, double got) {
    compared++;
    double distance =
        Double.compare(want + 0.0, got + 0.0) == 0
            ? 0
            : Math.abs(got - want) / Math.max(1, Math.abs(want));
    if (!(distance <= error)) {
      error = Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
      where = place + ": wanted " + want + ", got " + got;
    }
  }

  /** The same for numbers in a row. */
  void compare(String place, double[] want, float[] got) {
    if (want.length != got.length) {
      throw new IllegalArgumentException(
          place + ": " + want.length + " numbers wanted, got " + got.length);
    }
    for (int i = 0; i < want.length; i++) {
      compare(place + "[" + i + "]", want[i], got[i]);
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

  /** The largest error in units of the larger of 1 and the wanted number. */
  double error() {
    return error;
  }

  /** Where that was. */
  String where() {
    return where;
  }
}
