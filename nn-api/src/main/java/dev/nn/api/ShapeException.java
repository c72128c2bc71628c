package dev.nn.api;

/** A shape does not fit: the message names the layer, what was expected and what came. */
public class ShapeException extends NnException {
  private static final long serialVersionUID = 1L;

  public ShapeException(String message) {
    super(message);
  }
}
