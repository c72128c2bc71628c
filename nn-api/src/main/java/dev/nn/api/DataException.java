package dev.nn.api;

import org.jspecify.annotations.Nullable;

/**
 * Data that cannot be used: the message names the file or the data set, the row or line, the column
 * and what stands there.
 */
public class DataException extends NnException {
  private static final long serialVersionUID = 1L;

  public DataException(String message) {
    super(message);
  }

  public DataException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
