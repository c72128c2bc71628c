package dev.nn.onnx.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Works out nodes whose inputs are all known: constants, turned weights, and the sizes from which
 * exporters put a shape together. The unknown size of the batch is −1.
 */
final class Folding {
  private static final long FLOAT = 1;
  private static final long INT32 = 6;
  private static final long INT64 = 7;
  private static final int MOST_SIZES = 1000;

  private Folding() {}

  static Optional<Constant> of(GraphNode node, Map<String, Constant> constants) {
    if (!node.isStandard() || node.outputs().isEmpty()) {
      return Optional.empty();
    }
    if (node.operator().equals("Constant")) {
      return Optional.of(constant(node));
    }
    List<Constant> inputs = new ArrayList<>();
    for (String name : node.inputs()) {
      Constant constant = constants.get(name);
      if (constant == null) {
        return Optional.empty();
      }
      inputs.add(constant);
    }
    return inputs.isEmpty() ? Optional.empty() : of(node, inputs);
  }

  private static Optional<Constant> of(GraphNode node, List<Constant> inputs) {
    Constant first = inputs.get(0);
    return switch (node.operator()) {
      case "Identity" -> Optional.of(first);
      case "Transpose" -> transpose(node, first);
      case "Cast" -> cast(node, first);
      case "Unsqueeze" ->
          first.size() == 1 ? Optional.of(first.withDims(1)) : unsqueezedRow(node, first);
      case "Squeeze" -> first.size() == 1 ? Optional.of(first.withDims()) : Optional.empty();
      case "Concat" -> concat(inputs);
      case "Gather" -> inputs.size() == 2 ? gather(node, first, inputs.get(1)) : Optional.empty();
      case "Sqrt" ->
          first.isNumber()
              ? Optional.of(
                  Constant.of(first.dims(), new float[] {(float) Math.sqrt(first.floats()[0])}))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Constant constant(GraphNode node) {
    if (node.tensor("value").isPresent()) {
      return Tensors.read(node.tensor("value").get().getT());
    }
    if (node.has("value_float")) {
      return Constant.of(new long[0], new float[] {node.real("value_float", 0)});
    }
    if (node.has("value_int")) {
      return Constant.of(new long[0], new long[] {node.integer("value_int", 0)});
    }
    return node.integers("value_ints")
        .map(values -> Constant.of(new long[] {values.length}, values))
        .orElseThrow(() -> Refusal.of(node, "constants of this kind are not read"));
  }

  private static Optional<Constant> transpose(GraphNode node, Constant matrix) {
    long[] order = node.integers("perm").orElse(new long[] {1, 0});
    if (!matrix.isMatrix() || order.length != 2) {
      return Optional.empty();
    }
    return Optional.of(order[0] == 1 && order[1] == 0 ? matrix.transposed() : matrix);
  }

  private static Optional<Constant> cast(GraphNode node, Constant from) {
    long to = node.integer("to", 0);
    if (from.isFloat()) {
      return to == FLOAT ? Optional.of(from) : Optional.empty();
    }
    if (to == INT32 || to == INT64) {
      return Optional.of(from);
    }
    if (to != FLOAT) {
      return Optional.empty();
    }
    float[] floats = new float[from.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = from.integers()[i];
    }
    return Optional.of(Constant.of(from.dims(), floats));
  }

  /** A row that becomes a matrix of one row still is used as a row. */
  private static Optional<Constant> unsqueezedRow(GraphNode node, Constant row) {
    boolean isFirst =
        node.integers("axes").map(axes -> axes.length == 1 && axes[0] == 0).orElse(false);
    return isFirst && row.dims().length == 1
        ? Optional.of(row.withDims(1, row.size()))
        : Optional.empty();
  }

  private static Optional<Constant> concat(List<Constant> parts) {
    if (parts.stream().anyMatch(part -> part.isFloat() || part.dims().length > 1)
        || parts.stream().mapToLong(Constant::size).sum() > MOST_SIZES) {
      return Optional.empty();
    }
    long[] all = parts.stream().flatMapToLong(part -> LongStream.of(part.integers())).toArray();
    return Optional.of(Constant.of(new long[] {all.length}, all));
  }

  private static Optional<Constant> gather(GraphNode node, Constant from, Constant indices) {
    if (from.isFloat()
        || from.dims().length != 1
        || indices.isFloat()
        || indices.size() > MOST_SIZES
        || node.integer("axis", 0) != 0) {
      return Optional.empty();
    }
    int n = from.size();
    long[] chosen =
        Arrays.stream(indices.integers())
            .map(
                index -> {
                  if (index < -n || index >= n) {
                    throw Refusal.of(node, "there is no element " + index + " of " + n);
                  }
                  return from.integers()[(int) (index < 0 ? index + n : index)];
                })
            .toArray();
    return Optional.of(Constant.of(indices.dims(), chosen));
  }
}
