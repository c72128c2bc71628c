package dev.nn.onnx.export;

import dev.nn.api.Shape;
import dev.nn.onnx.spi.OnnxGraph;
import dev.nn.onnx.spi.Value;
import java.util.Arrays;
import java.util.Comparator;

/** Short words for the nodes that activations are composed of. */
final class Compositions {
  private final OnnxGraph graph;

  Compositions(OnnxGraph graph) {
    this.graph = graph;
  }

  Value number(float value) {
    return graph.constant(value);
  }

  /** The output has the shape of the largest input; the others are single numbers. */
  Value of(String operator, Value... inputs) {
    Shape largest =
        Arrays.stream(inputs)
            .map(Value::shape)
            .max(Comparator.comparingInt(Shape::size).thenComparingInt(Shape::rank))
            .orElseThrow();
    return graph.operator(operator).to(largest, inputs);
  }

  Value plus(Value left, Value right) {
    return of("Add", left, right);
  }

  Value minus(Value left, Value right) {
    return of("Sub", left, right);
  }

  Value times(Value left, Value right) {
    return of("Mul", left, right);
  }

  Value clip(Value z, float min, float max) {
    return of("Clip", z, number(min), number(max));
  }

  Value hardSigmoid(Value z, float slope) {
    return graph.operator("HardSigmoid").with("alpha", slope).with("beta", 0.5f).to(z);
  }

  Value softmax(String operator, Value row) {
    return graph.operator(operator).with("axis", -1).to(row);
  }

  /** {@code below} where x is at most the bound, else {@code above}; a NaN is above. */
  Value unlessAtMost(Value x, float bound, Value below, Value above) {
    Value isBelow = of("LessOrEqual", x, number(bound));
    return graph.operator("Where").to(x.shape(), isBelow, below, above);
  }

  /**
   * max(z − τ, 0). The τ of a sorted row is the largest of (Sₖ − 1)/k, with Sₖ the sum of the k
   * largest numbers. The row's maximum is subtracted first.
   */
  Value sparsemax(Value row) {
    int n = row.shape().size();
    Shape one = Shape.of(1);
    Value shifted = minus(row, maximum(row, one));
    Value sorted =
        graph
            .operator("TopK")
            .with("axis", -1)
            .with("largest", 1)
            .with("sorted", 1)
            .withOutputs(2)
            .to(shifted, graph.integers(n));
    Value sums =
        graph
            .operator("CumSum")
            .with("exclusive", 0)
            .with("reverse", 0)
            .to(sorted, graph.integer(1));
    float[] counts = new float[n];
    for (int k = 0; k < n; k++) {
      counts[k] = k + 1;
    }
    Value quotients = graph.operator("Div").to(minus(sums, number(1)), graph.constant(counts));
    return of("Relu", minus(shifted, maximum(quotients, one)));
  }

  private Value maximum(Value row, Shape one) {
    return graph
        .operator("ReduceMax")
        .with("axes", new long[] {-1})
        .with("keepdims", 1)
        .to(one, row);
  }
}
