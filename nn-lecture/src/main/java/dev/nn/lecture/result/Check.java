package dev.nn.lecture.result;

/**
 * One thing that follows from the figures of an experiment, or does not.
 *
 * @param holds whether it does
 * @param words a sentence that says what was found, with the figures
 */
public record Check(boolean holds, String words) {

  /**
   * Returns the sentence that fits.
   *
   * @param yes what to say if it holds
   * @param no what to say if it does not
   */
  public static Check of(boolean holds, String yes, String no) {
    return new Check(holds, holds ? yes : no);
  }
}
