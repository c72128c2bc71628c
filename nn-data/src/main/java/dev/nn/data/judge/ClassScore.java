package dev.nn.data.judge;

/**
 * How well one class is told from the others.
 *
 * @param label the class
 * @param precision of the rows that were taken for it, the share that is of it; 0 if none were
 * @param recall of the rows of it, the share that was taken for it; 0 if there are none
 * @param f1 the harmonic mean of both; 0 if both are
 * @param support how many rows are of it
 * @param predicted how many rows were taken for it
 * @param rocAuc the probability that a row of it gets a larger probability for it than a row of
 *     another class; NaN if all rows or none are of it
 */
public record ClassScore(
    String label,
    double precision,
    double recall,
    double f1,
    int support,
    int predicted,
    double rocAuc) {

  /** Whether a row is of this class or was taken for it. */
  public boolean occurs() {
    return support + predicted > 0;
  }
}
