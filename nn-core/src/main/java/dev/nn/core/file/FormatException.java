package dev.nn.core.file;

/** A file that breaks the rules of the format. */
public final class FormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final long offset;

  /**
   * @param offset byte of the file where it shows
   * @param problem what is wrong
   */
  public FormatException(long offset, String problem) {
    super(problem);
    this.offset = offset;
  }

  FormatException(long offset, String problem, Throwable cause) {
    super(problem, cause);
    this.offset = offset;
  }

  /** Byte of the file where it shows. */
  public long offset() {
    return offset;
  }
}
