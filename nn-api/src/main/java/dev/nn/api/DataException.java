package dev.nn.api;

import org.jspecify.annotations.Nullable;

/**
 * Data that cannot be used, such as a word where a number should be or rows of different lengths.
 * The message names the file or the data set, the row or line, the column and what stands there.
 */
public class DataException extends NnException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an error.
   *
   * @param message which data, where in it, what stands there, and what would be right
   */
  public DataException(String message) {
    super(message);
  }

  /**
   * Creates an error that another exception led to.
   *
   * @param message which data, where in it, what stands there, and what would be right
   * @param cause what led to it
   */
  public DataException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
