package dev.nn.api;

import org.jspecify.annotations.Nullable;

/**
 * A model file or checkpoint that is damaged, or not one at all. The message names the file, the
 * place and what is wrong there.
 */
public class ModelFormatException extends NnException {
  private static final long serialVersionUID = 1L;

  private final long offset;

  /**
   * @param source the file's path, or what else was read
   * @param offset byte of the file where it shows, from 0
   * @param problem what is wrong
   */
  public ModelFormatException(String source, long offset, String problem) {
    this(source, offset, problem, null);
  }

  /** The same with the exception that led to it. */
  public ModelFormatException(
      String source, long offset, String problem, @Nullable Throwable cause) {
    super(Printable.line(source + ", byte " + offset + ": " + problem), cause);
    this.offset = offset;
  }

  /**
   * Reports several files of which {@code first} is the first. The message speaks of all of them,
   * and the offset is the one of the first.
   */
  public ModelFormatException(String message, ModelFormatException first) {
    super(Printable.lines(message), first);
    this.offset = first.offset;
  }

  /** Byte of the file where the problem shows, from 0. */
  public long offset() {
    return offset;
  }
}
