package dev.nn.search;

/**
 * How good settings are.
 *
 * <p>The score has to depend on the trial alone, so that a search can be repeated and resumed.
 * Several threads ask at once if the search has several workers.
 */
@FunctionalInterface
public interface Objective {

  /**
   * The score of a trial, often that of a model on rows that it has not seen.
   *
   * @throws Exception if the settings cannot be used; the trial then counts as failed, for this
   *     reason, and the search goes on
   */
  double score(Trial trial) throws Exception;

  /** What the score is called and whether more of it is better; by default "score", and it is. */
  default Measure measure() {
    return Measure.more("score");
  }

  /**
   * A text that differs where the same settings could score differently, such as a hash of the
   * data: a journal of other data is refused. By default empty.
   */
  default String fingerprint() {
    return "";
  }
}
