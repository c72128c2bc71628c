package dev.nn.onnx;

import dev.nn.core.Model;
import dev.nn.core.dataset.Targets;
import dev.nn.core.internal.file.DurableFile;
import dev.nn.data.TabularModel;
import dev.nn.onnx.export.ModelGraph;
import dev.nn.onnx.export.Providers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a model as a file of the ONNX format: opset 17, IR version 8, float32.
 *
 * <pre>{@code
 * OnnxExport.of(model).write(Path.of("digits.onnx"));
 * OnnxExport.of(model).withLogits().write(Path.of("logits.onnx"));
 * OnnxExport.ofTable(TabularModel.load(Path.of("iris.safetensors"))).write(Path.of("iris.onnx"));
 * }</pre>
 *
 * <p>The graph has the input {@code input} and the output {@code output}, or {@code logits}. A
 * table has an input for each column instead, and classes have a second output, {@code label}. What
 * acts in training only, such as dropout, is left out. Equal models give equal bytes.
 */
public final class OnnxExport {
  private final Model model;
  private final @Nullable TabularModel table;
  private final boolean logits;
  private final boolean labels;

  private OnnxExport(Model model, @Nullable TabularModel table, boolean logits, boolean labels) {
    this.model = model;
    this.table = table;
    this.logits = logits;
    this.labels = labels;
  }

  /** Returns the export of a network, which takes features as they are. */
  public static OnnxExport of(Model model) {
    return new OnnxExport(Objects.requireNonNull(model, "model"), null, false, false);
  }

  /**
   * Returns the export of a model with its schema. Each column of the table is an input of its own,
   * of the shape (batch, 1): a double for a number, NaN where it is missing, a text for a category,
   * and a double for each part of a date, as {@code sold.month}. Scaling and encoding are nodes of
   * the graph, numbers are restored to those of the table, and {@code label} has the words of
   * classes.
   */
  public static OnnxExport ofTable(TabularModel table) {
    return new OnnxExport(table.model(), table, false, false);
  }

  /**
   * Leaves the last activation out. Runtimes compute rare probabilities badly, a sigmoid below −18
   * for instance as 0; whoever needs them takes the logits and computes the activation himself.
   */
  public OnnxExport withLogits() {
    return new OnnxExport(model, table, true, labels);
  }

  /**
   * Writes the labels of the classes into the metadata of the file too, as {@code nn.labels}, one
   * in a line. They are left out by default, since some runtimes record the metadata of the models
   * that they load.
   */
  public OnnxExport withLabels() {
    return new OnnxExport(model, table, logits, true);
  }

  /**
   * Returns the bytes of the file.
   *
   * @throws dev.nn.api.PluginException if nobody says what the nodes of a layer or an activation
   *     are
   * @throws dev.nn.api.NnException if the model cannot be written for another reason, which the
   *     message tells
   */
  public byte[] toBytes() {
    ModelGraph graph = new ModelGraph(model, Providers.load(loader()), logits);
    return (table == null ? graph.of(metadata()) : graph.ofTable(table, metadata())).toByteArray();
  }

  /** As for plugins, the context class loader is asked if it sees this module. */
  private static ClassLoader loader() {
    ClassLoader own = OnnxExport.class.getClassLoader();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? own : context;
  }

  /**
   * Writes the file. One of that name is replaced, and a crash leaves either the old file or the
   * new one.
   *
   * @throws IOException if the file cannot be written; the message names the path
   */
  public void write(Path file) throws IOException {
    byte[] bytes = toBytes();
    DurableFile.write(Objects.requireNonNull(file, "file"), out -> out.write(bytes));
  }

  private Map<String, String> metadata() {
    Map<String, String> metadata = new TreeMap<>();
    if (labels) {
      labels().ifPresent(names -> metadata.put("nn.labels", String.join("\n", names)));
    }
    return Collections.unmodifiableMap(metadata);
  }

  private Optional<List<String>> labels() {
    Targets targets = model.targets().orElse(null);
    if (targets instanceof Targets.Classes classes) {
      return Optional.of(classes.labels());
    }
    return targets instanceof Targets.Binary words
        ? Optional.of(List.of(words.no(), words.yes()))
        : Optional.empty();
  }
}
