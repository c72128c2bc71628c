package dev.nn.onnx;

import dev.nn.api.NnException;
import org.jspecify.annotations.Nullable;

/**
 * An ONNX file that cannot be read as a model: it is damaged, or its graph is no stack of our
 * layers. The message names the file and, where there is one, the node with its operator and its
 * place in the graph.
 */
public final class OnnxException extends NnException {
  private static final long serialVersionUID = 1L;

  /** Creates an error with its message. */
  public OnnxException(String message) {
    super(message);
  }

  /** Creates an error that another exception led to. */
  public OnnxException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
