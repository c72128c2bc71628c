package dev.nn.api;

import org.jspecify.annotations.Nullable;

/**
 * The common type of all errors that this framework reports about its input: specs, plugins,
 * shapes, data, model files and training runs. The message says what was wrong, where, and what to
 * write instead.
 */
public class NnException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NnException(String message) {
    super(message);
  }

  public NnException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
