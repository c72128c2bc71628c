package dev.nn.onnx.read;

/** Says why a graph cannot be read. The caller adds the name of the file. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refusal(String message) {
    super(message, null, false, false);
  }

  /** About a node: its name, operator and place come first. */
  static Refusal of(GraphNode node, String message) {
    return new Refusal(node + ": " + message);
  }
}
