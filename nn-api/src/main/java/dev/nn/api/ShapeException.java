package dev.nn.api;

import org.jspecify.annotations.Nullable;

/** A shape does not fit: the message names the layer, what was expected and what came. */
public class ShapeException extends NnException {
  private static final long serialVersionUID = 1L;

  public ShapeException(String message) {
    super(message);
  }

  public ShapeException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
