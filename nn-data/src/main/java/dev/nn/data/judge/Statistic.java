package dev.nn.data.judge;

/** A number that is computed from rows. */
@FunctionalInterface
interface Statistic {

  /**
   * The number if each row is there a number of times.
   *
   * @return NaN if it is not defined for these rows
   */
  double of(int[] times);

  /** The mean of a number for each row. */
  static Statistic mean(double[] values) {
    return times -> {
      double sum = 0;
      long count = 0;
      for (int row = 0; row < values.length; row++) {
        sum += times[row] * values[row];
        count += times[row];
      }
      return sum / count;
    };
  }

  /** The root of another. */
  default Statistic root() {
    return times -> Math.sqrt(of(times));
  }

  /** The same whatever the rows are. */
  static Statistic constant(double value) {
    return times -> value;
  }
}
