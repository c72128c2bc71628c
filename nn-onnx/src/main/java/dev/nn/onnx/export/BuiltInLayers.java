package dev.nn.onnx.export;

import dev.nn.api.Activation;
import dev.nn.api.Layer;
import dev.nn.api.Shape;
import dev.nn.onnx.spi.LayerGraph;
import dev.nn.onnx.spi.LayerNodes;
import dev.nn.onnx.spi.Value;
import java.util.Set;
import java.util.stream.LongStream;

/** The nodes of the layers of nn-core. */
public final class BuiltInLayers implements LayerNodes {
  /** Stands for the standard deviation of a feature that never varied, as in the layer. */
  private static final double DEVIATION_OF_CONSTANT = 1e-7;

  /** The type INT64 of a tensor. */
  private static final long INT64 = 7;

  @Override
  public Set<String> layers() {
    return Set.of(
        "activation",
        "alpha_dropout",
        "batch_normalization",
        "dense",
        "dropout",
        "embedding",
        "flatten",
        "gaussian_noise",
        "layer_normalization",
        "normalization",
        "prelu",
        "reshape");
  }

  /** Whether a layer passes its input on unless it is being trained. */
  static boolean isForTraining(Layer layer) {
    return Set.of("dropout", "gaussian_noise", "alpha_dropout").contains(layer.name());
  }

  @Override
  public Value write(Layer layer, Value input, LayerGraph graph) {
    return switch (layer.name()) {
      case "dense" -> dense(layer, input, graph);
      case "activation" ->
          graph.activation(layer.options().plugin("activation", Activation.class), input);
      case "batch_normalization" -> batchNormalization(layer, input, graph);
      case "layer_normalization" ->
          graph
              .operator("LayerNormalization")
              .with("axis", -1)
              .with("epsilon", (float) layer.options().real("epsilon"))
              .with("stash_type", 1)
              .to(input, graph.parameter("gamma"), graph.parameter("beta"));
      case "normalization" -> normalization(input, graph);
      case "prelu" -> graph.operator("PRelu").to(input, graph.parameter("alpha"));
      case "embedding" -> {
        Value indices = graph.operator("Cast").with("to", INT64).to(input);
        yield graph
            .operator("Gather")
            .with("axis", 0)
            .to(graph.outputShape(), graph.parameter("embeddings"), indices);
      }
      case "flatten", "reshape" -> reshaped(input, graph.outputShape(), graph);
      default -> input;
    };
  }

  private static Value dense(Layer layer, Value input, LayerGraph graph) {
    var gemm =
        graph
            .operator("Gemm")
            .with("alpha", 1f)
            .with("beta", 1f)
            .with("transA", 0)
            .with("transB", 0);
    Value kernel = graph.parameter("kernel");
    Value z =
        layer.options().flag("bias")
            ? gemm.to(graph.outputShape(), input, kernel, graph.parameter("bias"))
            : gemm.to(graph.outputShape(), input, kernel);
    return graph.activation(layer.options().plugin("activation", Activation.class), z);
  }

  /** The operator wants the channels second, where ours are last: each place becomes a row. */
  private static Value batchNormalization(Layer layer, Value input, LayerGraph graph) {
    Shape shape = input.shape();
    Shape channels = Shape.of(shape.last());
    Value rows =
        shape.size() == shape.last()
            ? reshaped(input, channels, graph)
            : graph.operator("Reshape").to(channels, input, graph.integers(-1, shape.last()));
    Value normalized =
        graph
            .operator("BatchNormalization")
            .with("epsilon", (float) layer.options().real("epsilon"))
            .with("momentum", (float) layer.options().real("momentum"))
            .with("training_mode", 0)
            .to(
                rows,
                graph.parameter("gamma"),
                graph.parameter("beta"),
                graph.parameter("moving_mean"),
                graph.parameter("moving_variance"));
    return shape.rank() == 1
        ? normalized
        : graph.operator("Reshape").to(shape, normalized, graph.integers(target(shape)));
  }

  /** The same two steps, in float, as in the layer: the same bits. */
  private static Value normalization(Value input, LayerGraph graph) {
    float[] inverse = graph.numbers("variance");
    for (int i = 0; i < inverse.length; i++) {
      inverse[i] = (float) (1 / (inverse[i] == 0 ? DEVIATION_OF_CONSTANT : Math.sqrt(inverse[i])));
    }
    Value centred = graph.operator("Sub").to(input, graph.parameter("mean"));
    return graph.operator("Mul").to(centred, graph.parameter("inverse_deviation", inverse));
  }

  private static Value reshaped(Value input, Shape shape, LayerGraph graph) {
    if (input.shape().equals(shape)) {
      return input;
    }
    return shape.rank() == 1
        ? graph.operator("Flatten").with("axis", 1).to(shape, input)
        : graph.operator("Reshape").to(shape, input, graph.integers(target(shape)));
  }

  /** The dimensions behind −1, which stands for any number of rows, also for none. */
  static long[] target(Shape shape) {
    return LongStream.concat(
            LongStream.of(-1), shape.dimensions().stream().mapToLong(Integer::longValue))
        .toArray();
  }
}
