package dev.nn.core.internal.safetensors;

/** A file that breaks the rules of the format. */
public final class FormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final long offset;
  private final boolean foreign;
  private final long version;

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
    this.version = 0;
  }

  /** Returns the exception for a file of another kind, which is not even a damaged one of ours. */
  static FormatException foreign(long offset, String problem) {
    return new FormatException(offset, problem, true);
  }

  FormatException(long offset, String problem, Throwable cause) {
    this(offset, problem, cause, 0);
  }

  private FormatException(long offset, String problem, Throwable cause, long version) {
    super(problem, cause);
    this.offset = offset;
    this.foreign = false;
    this.version = version;
  }

  /** Returns the exception for the same problem in a file that is whole. */
  FormatException inWholeFile(long version) {
    return new FormatException(offset, String.valueOf(getMessage()), this, version);
  }

  /**
   * The version of its format that the file states, if its checksum shows that it is whole; 0 if
   * not, or if that is not known.
   */
  public long version() {
    return version;
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
