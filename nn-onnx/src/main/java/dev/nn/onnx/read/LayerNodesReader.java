package dev.nn.onnx.read;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.nn.api.Shape;
import dev.nn.core.layer.BatchNormalization;
import dev.nn.core.layer.Dropout;
import dev.nn.core.layer.Embedding;
import dev.nn.core.layer.LayerNormalization;
import dev.nn.core.layer.PRelu;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows layers by their nodes. Each method returns the value behind the layer. */
final class LayerNodesReader {
  /** Since this opset dropout takes its rate as an input. */
  private static final int DROPOUT_BY_INPUT = 12;

  private static final Pattern LAYER_NORMALIZATION =
      Pattern.parse(
          "Div(%1$s, Sqrt(Add(ReduceMean(Pow(%1$s, 2)), $epsilon)))"
              .formatted("Sub(x, ReduceMean(x))"));

  private final Graph graph;
  private final Stack stack;
  private final long batch;
  private final Reshapes reshapes;
  private final Scalings scalings;
  private boolean indices;
  private final boolean startsWithIntegers;

  LayerNodesReader(Graph graph, Stack stack, long batch, boolean startsWithIntegers) {
    this.batch = batch;
    this.graph = graph;
    this.stack = stack;
    this.reshapes = new Reshapes(graph, stack, batch);
    this.scalings = new Scalings(graph, stack);
    this.startsWithIntegers = startsWithIntegers;
    this.indices = startsWithIntegers;
  }

  /** A reader of what follows here in a branch. */
  LayerNodesReader within(Graph branch, Stack layers) {
    LayerNodesReader reader = new LayerNodesReader(branch, layers, batch, startsWithIntegers);
    reader.indices = indices;
    return reader;
  }

  /** Says that branches which gave numbers have been joined. */
  void joined() {
    indices = false;
  }

  String read(GraphNode node, String value) {
    return switch (node.operator()) {
      case "Identity" -> node.output();
      case "Cast" -> cast(node);
      case "Gather" -> embedding(node, value);
      case "Flatten" -> reshapes.flatten(node);
      case "Reshape" -> node.input(0).equals(value) ? reshapes.reshape(node) : refused(node);
      default -> {
        numbersOnly(node);
        yield layer(node, value);
      }
    };
  }

  private String layer(GraphNode node, String value) {
    return switch (node.operator()) {
      case "Gemm" -> gemm(node, value);
      case "MatMul" -> matMul(node, value);
      case "BatchNormalization" -> batchNormalization(node, value);
      case "LayerNormalization" -> layerNormalization(node, value);
      case "Dropout" -> dropout(node);
      case "PRelu" -> prelu(node, value);
      case "Add", "Sub", "Mul", "Div" -> scalings.read(node, value);
      default -> refused(node);
    };
  }

  private static String refused(GraphNode node) {
    throw Refusal.of(
        node, "no layer and no activation of ours is this operator, or begins with it, here");
  }

  /** Layer normalization in the form that it had before it was an operator. */
  Optional<String> composed(String value) {
    for (GraphNode last : Activations.near(value, graph)) {
      if (last.operator().equals("Div")) {
        Optional<Pattern.Match> match =
            LAYER_NORMALIZATION.match(last, value, graph, stack.shape().rank());
        if (match.isPresent() && Activations.isClosed(value, last, match.get().nodes(), graph)) {
          Float epsilon = match.get().numbers().getOrDefault("epsilon", 0f);
          return Optional.of(layerNormalization(last, epsilon));
        }
      }
    }
    return Optional.empty();
  }

  private String layerNormalization(GraphNode last, float epsilon) {
    int n = stack.shape().last();
    float[] gamma = ones(n);
    float[] beta = graph.room().zeros(n);
    String value = last.output();
    Optional<Constant> factor = operand("Mul", value, n);
    if (factor.isPresent()) {
      gamma = graph.room().row(factor.get(), n);
      value = graph.consumers(value).get(0).output();
    }
    Optional<Constant> summand = operand("Add", value, n);
    if (summand.isPresent()) {
      beta = graph.room().row(summand.get(), n);
      value = graph.consumers(value).get(0).output();
    }
    stack.add(
        new LayerNormalization(Numbers.shortest(epsilon)), Map.of("gamma", gamma, "beta", beta));
    return value;
  }

  /** The constant that the only user of a value adds to it, or multiplies it by. */
  private Optional<Constant> operand(String operator, String value, int n) {
    List<GraphNode> users = graph.consumers(value);
    if (users.size() != 1 || value.equals(graph.output())) {
      return Optional.empty();
    }
    GraphNode node = users.get(0);
    if (!node.isStandard() || !node.operator().equals(operator) || node.inputs().size() != 2) {
      return Optional.empty();
    }
    Constant constant = graph.constant(node.input(node.input(0).equals(value) ? 1 : 0));
    return Optional.ofNullable(constant).filter(c -> c.isRow(n) || c.isNumber());
  }

  /** Indices can be looked up and reshaped, and nothing else. */
  void numbersOnly(GraphNode node) {
    if (indices) {
      throw Refusal.of(node, "it gets whole numbers, which only an embedding takes");
    }
  }

  void checkEnd() {
    if (indices) {
      throw new Refusal("its output are whole numbers, but a network gives floats");
    }
  }

  private String cast(GraphNode node) {
    long to = node.integer("to", 0);
    boolean isInteger = Walk.isInteger((int) to);
    if (!isInteger && to != DataType.FLOAT.getNumber()) {
      throw Refusal.of(node, "only casts to float32, and to int64 for an embedding, are read");
    }
    if (!isInteger && indices && !startsWithIntegers) {
      throw Refusal.of(node, "no layer of ours cuts the digits behind the point off");
    }
    indices = isInteger;
    return node.output();
  }

  private String embedding(GraphNode node, String value) {
    Constant table = constant(node, 0, "embeddings");
    if (!table.isMatrix() || node.integer("axis", 0) != 0 || !node.input(1).equals(value)) {
      throw Refusal.of(node, "only rows of a constant matrix, by axis 0, are an embedding");
    }
    stack.add(
        new Embedding((int) table.dims()[0], (int) table.dims()[1]),
        Map.of("embeddings", table.floats()));
    indices = false;
    return node.output();
  }

  private String gemm(GraphNode node, String value) {
    if (!node.input(0).equals(value) || node.integer("transA", 0) != 0) {
      throw Refusal.of(node, "its first factor must be the rows of the batch, not turned");
    }
    Constant kernel = matrix(node, 1);
    if (node.integer("transB", 0) != 0) {
      kernel = kernel.transposed();
    }
    int units = (int) kernel.dims()[1];
    float[] bias = new float[0];
    if (!node.input(2).isEmpty()) {
      bias = scaled(row(node, 2, units, "bias"), node.real("beta", 1));
    }
    stack.dense(scaled(kernel.floats(), node.real("alpha", 1)), bias, units);
    return node.output();
  }

  private String matMul(GraphNode node, String value) {
    if (!node.input(0).equals(value)) {
      throw Refusal.of(node, "its first factor must be the rows of the batch");
    }
    Constant kernel = matrix(node, 1);
    int units = (int) kernel.dims()[1];
    Optional<Constant> bias = operand("Add", node.output(), units);
    stack.dense(
        kernel.floats(),
        bias.map(constant -> graph.room().row(constant, units)).orElse(new float[0]),
        units);
    return bias.isPresent() ? graph.consumers(node.output()).get(0).output() : node.output();
  }

  private Constant matrix(GraphNode node, int input) {
    Constant kernel = constant(node, input, "weights");
    Shape shape = stack.shape();
    if (shape.rank() != 1) {
      throw Refusal.of(node, "a dense layer takes one row of features, not " + shape);
    }
    boolean isTurned = node.operator().equals("Gemm") && node.integer("transB", 0) != 0;
    if (!kernel.isMatrix()
        || kernel.size() == 0
        || kernel.dims()[isTurned ? 1 : 0] != shape.size()) {
      throw Refusal.of(
          node,
          "its weights have the dimensions %s, but there are %s features"
              .formatted(Arrays.toString(kernel.dims()), shape.size()));
    }
    return kernel;
  }

  private static float[] scaled(float[] values, float factor) {
    float[] scaled = values.clone();
    for (int i = 0; factor != 1 && i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }

  private String batchNormalization(GraphNode node, String value) {
    if (node.integer("training_mode", 0) != 0 || node.integer("is_test", 1) == 0) {
      throw Refusal.of(node, "it is in training mode; export the model for prediction");
    }
    if (stack.shape().rank() != 1 || !node.input(0).equals(value)) {
      throw Refusal.of(
          node,
          "its channels are the second dimension; those of ours are the last, so it is read for rows"
              + " of features only");
    }
    int n = stack.shape().last();
    stack.add(
        new BatchNormalization(
            Numbers.shortest(node.real("momentum", 0.9f)),
            Numbers.shortest(node.real("epsilon", 1e-5f))),
        Map.of(
            "gamma", row(node, 1, n, "scale"),
            "beta", row(node, 2, n, "bias"),
            "moving_mean", row(node, 3, n, "mean"),
            "moving_variance", row(node, 4, n, "variance")));
    return node.output();
  }

  private String layerNormalization(GraphNode node, String value) {
    long axis = node.integer("axis", -1);
    if (!node.input(0).equals(value) || (axis != -1 && axis != stack.shape().rank())) {
      throw Refusal.of(
          node, "only the last dimension of an example is normalised by a layer of ours");
    }
    int n = stack.shape().last();
    float[] beta = node.input(2).isEmpty() ? graph.room().zeros(n) : row(node, 2, n, "bias");
    stack.add(
        new LayerNormalization(Numbers.shortest(node.real("epsilon", 1e-5f))),
        Map.of("gamma", row(node, 1, n, "scale"), "beta", beta));
    return node.output();
  }

  private String dropout(GraphNode node) {
    if (node.outputs().size() > 1 && !graph.consumers(node.outputs().get(1)).isEmpty()) {
      throw Refusal.of(node, "its mask is used, which no layer of ours does");
    }
    Constant training = graph.constant(node.input(2));
    if (!node.input(2).isEmpty()
        && (training == null
            || training.isFloat()
            || training.size() != 1
            || training.integers()[0] != 0)) {
      throw Refusal.of(node, "it is in training mode; export the model for prediction");
    }
    float rate = node.real("ratio", 0.5f);
    if (node.opset() >= DROPOUT_BY_INPUT && !node.input(1).isEmpty()) {
      Constant ratio = constant(node, 1, "rate");
      rate = ratio.isNumber() ? ratio.floats()[0] : Float.NaN;
    }
    stack.add(new Dropout(Numbers.shortest(rate)), Map.of());
    return node.output();
  }

  private String prelu(GraphNode node, String value) {
    int n = stack.shape().last();
    if (!node.input(0).equals(value)) {
      throw Refusal.of(node, "its slopes must be constants");
    }
    stack.add(new PRelu(), Map.of("alpha", row(node, 1, n, "slopes")));
    return node.output();
  }

  private Constant constant(GraphNode node, int input, String what) {
    @Nullable Constant constant = graph.constant(node.input(input));
    if (constant == null) {
      throw Refusal.of(node, "its " + what + " must be constants of the file");
    }
    return constant;
  }

  private float[] row(GraphNode node, int input, int n, String what) {
    Constant row = constant(node, input, what);
    if (!row.isRow(n) && !row.isNumber()) {
      throw Refusal.of(
          node,
          "its %s has the dimensions %s, but a row of %s is needed"
              .formatted(what, Arrays.toString(row.dims()), n));
    }
    return graph.room().row(row, n);
  }

  private float[] ones(int n) {
    float[] ones = graph.room().zeros(n);
    Arrays.fill(ones, 1);
    return ones;
  }
}
