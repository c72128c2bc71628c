package dev.nn.api;

import org.jspecify.annotations.Nullable;

/**
 * The common type of all errors that this framework reports about its input: specs, plugins,
 * shapes, data, model files and training runs. One catch clause is enough for all of them.
 *
 * <p>The message is written for the person who made the input: it says what was wrong, where, and
 * what to write instead. So an application can show it as it is.
 */
public class NnException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an error.
   *
   * @param message what was wrong, where, and what to write instead
   */
  public NnException(String message) {
    super(message);
  }

  /**
   * Creates an error that another exception led to.
   *
   * @param message what was wrong, where, and what to write instead
   * @param cause what led to it
   */
  public NnException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
