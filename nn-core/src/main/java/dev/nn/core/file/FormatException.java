package dev.nn.core.file;

/** A file that breaks the rules of the format. */
public final class FormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final long offset;
  private final boolean foreign;

  /**
   * @param offset byte of the file where it shows
   * @param problem what is wrong
   */
  public FormatException(long offset, String problem) {
    this(offset, problem, false);
  }

  private FormatException(long offset, String problem, boolean foreign) {
    super(problem);
    this.offset = offset;
    this.foreign = foreign;
  }

  /** For a file of another kind, which is not even a damaged one of ours. */
  static FormatException foreign(long offset, String problem) {
    return new FormatException(offset, problem, true);
  }

  FormatException(long offset, String problem, Throwable cause) {
    super(problem, cause);
    this.offset = offset;
    this.foreign = false;
  }

  /** Whether the file is of another kind. */
  public boolean isForeign() {
    return foreign;
  }

  /** Byte of the file where it shows. */
  public long offset() {
    return offset;
  }
}
