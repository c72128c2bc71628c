package dev.nn.onnx.export;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.MessageLite;
import dev.nn.api.Layer;
import dev.nn.api.NnException;
import dev.nn.core.Model;
import dev.nn.data.TabularModel;
import dev.nn.onnx.spi.Value;
import java.util.List;
import java.util.Map;

/** A whole model as a graph. */
public final class ModelGraph {
  /** What a file can hold, less what else is in it than weights. */
  private static final long MOST_BYTES = Integer.MAX_VALUE - (1 << 20);

  private final Model model;
  private final Providers providers;
  private final boolean logits;

  /**
   * Creates the plan of a graph.
   *
   * @param logits whether the last activation is left out
   */
  public ModelGraph(Model model, Providers providers, boolean logits) {
    this.model = model;
    this.providers = providers;
    this.logits = logits;
    long bytes = model.network().parameterCount() * Float.BYTES;
    if (bytes > MOST_BYTES) {
      throw new NnException(
          "the weights of this model take %s bytes, but one ONNX file holds at most %s"
              .formatted(bytes, MOST_BYTES));
    }
  }

  /** Returns the graph of the network, from features to predictions. */
  public MessageLite of(Map<String, String> metadata) {
    GraphWriter graph = new GraphWriter(metadata);
    Value input = graph.input("input", DataType.FLOAT, model.network().inputShape());
    graph.lastOutput(outputName(), DataType.FLOAT, layers(input, graph));
    return graph.model();
  }

  /** Returns the graph that takes the columns of a table and gives what they mean. */
  public MessageLite ofTable(TabularModel table, Map<String, String> metadata) {
    GraphWriter graph = new GraphWriter(metadata);
    TableNodes nodes = new TableNodes(table.schema(), graph);
    Value output = layers(nodes.features(), graph);
    nodes.outputs(outputName(), output, logits);
    return graph.model();
  }

  private String outputName() {
    return logits ? "logits" : "output";
  }

  private Value layers(Value input, GraphWriter graph) {
    List<Layer> layers = model.network().layers();
    int last = logits ? lastWithActivation(layers) : -1;
    NetworkWriter writer = new NetworkWriter(graph, providers, model);
    Value value = input;
    for (int i = 0; i < layers.size(); i++) {
      value = writer.write(Integer.toString(i), layers.get(i), value, i == last);
    }
    return value;
  }

  private static int lastWithActivation(List<Layer> layers) {
    for (int i = layers.size() - 1; i >= 0; i--) {
      if (layers.get(i).outputActivation().isPresent()) {
        return i;
      }
      if (!layers.get(i).passesValuesOn() && !BuiltInLayers.isForTraining(layers.get(i))) {
        break;
      }
    }
    throw new NnException(
        "the network does not end with an activation that could be left out; export it without"
            + " logits");
  }
}
