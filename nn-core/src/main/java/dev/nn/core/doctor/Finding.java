package dev.nn.core.doctor;

/**
 * Something that the doctor has found.
 *
 * @param isWrong whether it should be mended; if not, it is worth knowing and cannot be helped, or
 *     was asked for
 * @param topic what it is about, in a word or two, such as {@code duplicate}
 * @param problem what was found
 * @param advice what to do about it
 */
public record Finding(boolean isWrong, String topic, String problem, String advice) {

  /** Makes a finding that should be mended. */
  public static Finding wrong(String topic, String problem, String advice) {
    return new Finding(true, topic, problem, advice);
  }

  /** Makes a finding that is worth knowing. */
  public static Finding note(String topic, String problem, String advice) {
    return new Finding(false, topic, problem, advice);
  }

  /** Returns the topic and the problem in one line, and the advice in the next. */
  @Override
  public String toString() {
    return topic + ": " + problem + "\n  " + advice;
  }
}
