package dev.nn.api;

import org.jspecify.annotations.Nullable;

/**
 * A shape that does not fit, such as an image given to a layer that takes a row of features. The
 * message names the layer, what it expected and what came.
 */
public class ShapeException extends NnException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an error.
   *
   * @param message where, what was expected, and what came
   */
  public ShapeException(String message) {
    super(message);
  }

  /**
   * Creates an error that another exception led to.
   *
   * @param message where, what was expected, and what came
   * @param cause what led to it
   */
  public ShapeException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
