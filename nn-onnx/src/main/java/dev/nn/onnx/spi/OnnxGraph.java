package dev.nn.onnx.spi;

/**
 * A graph that is being written, with the operators of ONNX opset 17. All numbers are float32.
 *
 * <p>The first dimension of a value is the batch, which a node must leave as it is.
 */
public interface OnnxGraph {

  /** Starts a node of the standard operators. */
  Node operator(String operator);

  /** Starts a node of the operators for machine learning, the domain {@code ai.onnx.ml}. */
  Node machineLearningOperator(String operator);

  /** Returns a constant that is one number. */
  Value constant(float value);

  /** Returns a constant that is a row of numbers. */
  Value constant(float[] values);

  /** Returns a constant that is one double, for sums that need more digits than a float has. */
  Value constant(double value);

  /** Returns a constant that is a list of whole numbers, such as the target of {@code Reshape}. */
  Value integers(long... values);

  /** Returns a constant that is one whole number. */
  Value integer(long value);
}
