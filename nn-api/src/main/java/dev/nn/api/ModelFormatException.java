package dev.nn.api;

import org.jspecify.annotations.Nullable;

/**
 * A file that should be a model or a checkpoint, but is damaged or is something else altogether.
 * The message names the file, the place in it and what is wrong there.
 */
public class ModelFormatException extends NnException {
  private static final long serialVersionUID = 1L;

  private final long offset;

  /**
   * Creates an error about a place in a file.
   *
   * @param source the file's path, or a word for what else was read
   * @param offset the byte of the file where the problem shows, counted from 0
   * @param problem what is wrong
   */
  public ModelFormatException(String source, long offset, String problem) {
    this(source, offset, problem, null);
  }

  /**
   * Creates an error about a place in a file that another exception led to.
   *
   * @param source the file's path, or a word for what else was read
   * @param offset the byte of the file where the problem shows, counted from 0
   * @param problem what is wrong
   * @param cause what led to it
   */
  public ModelFormatException(
      String source, long offset, String problem, @Nullable Throwable cause) {
    super(Printable.line(source + ", byte " + offset + ": " + problem), cause);
    this.offset = offset;
  }

  /**
   * Creates an error about several files none of which can be read.
   *
   * @param message what is wrong with all of them
   * @param first the error of the first one, whose offset this error takes over
   */
  public ModelFormatException(String message, ModelFormatException first) {
    super(Printable.lines(message), first);
    this.offset = first.offset;
  }

  /** Returns the byte of the file where the problem shows, counted from 0. */
  public long offset() {
    return offset;
  }
}
