package dev.nn.core;

import dev.nn.api.NnException;
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
    super(source + ", byte " + offset + ": " + problem, cause);
    this.offset = offset;
  }

  /** Byte of the file where the problem shows, from 0. */
  public long offset() {
    return offset;
  }
}
