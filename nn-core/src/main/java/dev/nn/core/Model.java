package dev.nn.core;

import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.core.engine.Architecture;
import dev.nn.core.engine.Initialization;
import dev.nn.core.engine.ParameterSlot;
import dev.nn.core.engine.Predictor;
import dev.nn.core.engine.Stage;
import dev.nn.core.engine.UnitHealth;
import dev.nn.core.file.DurableFile;
import dev.nn.math.Matrix;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A network with its parameters: immutable, and safe for any number of threads at once. The
 * prediction for a row is the same bits whichever way and with whichever other rows it is asked
 * for.
 */
public final class Model {
  /**
   * Products of a call from which on sharing it out to other threads pays: about a tenth of a
   * millisecond of work.
   */
  private static final long PARALLEL_PRODUCTS = 10_000_000;

  private final Network network;
  private final float[] parameters;
  private final Provenance provenance;
  private final PredictorPool single;
  private final PredictorPool chunks;

  /** Takes the array over. */
  Model(Network network, float[] parameters, Provenance provenance) {
    this.network = network;
    this.parameters = parameters;
    this.provenance = provenance;
    this.single = new PredictorPool(network.architecture(), parameters, 1);
    this.chunks = new PredictorPool(network.architecture(), parameters, PredictorPool.CHUNK);
  }

  /** A model that has learnt nothing: each parameter as its initializer made it from the seed. */
  public static Model initial(Network network, long seed) {
    return new Model(
        network, Initialization.parameters(network.architecture(), seed), Provenance.NONE);
  }

  /**
   * A model with given parameters, row-major.
   *
   * @param weights by name, such as {@code 0.dense.kernel} (inputs × units), as {@link
   *     #parameterNames} lists them; copied
   * @throws ShapeException if one is missing, unknown or of another size
   */
  public static Model of(Network network, Map<String, float[]> weights) {
    Architecture architecture = network.architecture();
    float[] flat = new float[architecture.parameterCount()];
    for (ParameterSlot slot : architecture.parameters()) {
      float[] values = weights.get(slot.name());
      if (values == null) {
        throw new ShapeException(
            "no weights for %s; given: %s".formatted(slot.name(), weights.keySet()));
      }
      if (values.length != slot.size()) {
        throw new ShapeException(
            "%s has shape %s, %d numbers, but %d are given"
                .formatted(slot.name(), slot.parameter().shape(), slot.size(), values.length));
      }
      System.arraycopy(values, 0, flat, slot.offset(), values.length);
    }
    if (weights.size() != architecture.parameters().size()) {
      List<String> names = architecture.parameters().stream().map(ParameterSlot::name).toList();
      throw new ShapeException(
          "given %s, but the network has %s".formatted(weights.keySet(), names));
    }
    return new Model(network, flat, Provenance.NONE);
  }

  /**
   * Writes the model to a file in the safetensors format, in place of what is there; a crash leaves
   * either the old file or the new one.
   *
   * @throws IOException if it cannot be written; the message names the path, and an old file is
   *     still there
   */
  public void save(Path file) throws IOException {
    DurableFile.write(file, out -> ModelFile.write(this, out));
  }

  /** Writes the model to a stream, which stays open. Equal models give equal bytes. */
  public void save(OutputStream out) throws IOException {
    ModelFile.write(this, out);
  }

  /** The model as the bytes of a file. */
  public byte[] toBytes() {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a model from a file, with the plugins that {@link PluginRegistry#load()} finds.
   * Initializers need not be installed.
   *
   * @throws ModelFormatException if the file is damaged, truncated or no model
   * @throws dev.nn.api.PluginException if a plugin is not installed; the message says where it came
   *     from
   */
  public static Model load(Path file) throws IOException {
    return load(file, PluginRegistry.load());
  }

  /** The same with the plugins of the given registry. */
  public static Model load(Path file, PluginRegistry registry) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
      return ModelFile.read(in, channel.size(), file.toString(), registry);
    }
  }

  /** Reads a model from a stream, to its end. */
  public static Model load(InputStream in, PluginRegistry registry) throws IOException {
    return load(in.readAllBytes(), registry);
  }

  /** Reads a model from the bytes of a file. */
  public static Model load(byte[] bytes, PluginRegistry registry) {
    try {
      return ModelFile.read(new ByteArrayInputStream(bytes), bytes.length, "model", registry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The network. */
  public Network network() {
    return network;
  }

  /**
   * What the model was trained to predict, with class labels where there are classes; absent if it
   * was not trained.
   */
  public Optional<Targets> targets() {
    return provenance.targets();
  }

  /** How the model was trained, if it was. */
  public Optional<TrainingSummary> training() {
    return provenance.training();
  }

  Provenance provenance() {
    return provenance;
  }

  /** The flat array itself; not to be changed. */
  float[] sharedParameters() {
    return parameters;
  }

  /** The names of all parameters, in order: {@code 0.dense.kernel}, {@code 0.dense.bias}, …. */
  public List<String> parameterNames() {
    return network.architecture().parameters().stream().map(ParameterSlot::name).toList();
  }

  /** Shape of a parameter. */
  public Shape parameterShape(String name) {
    return slot(name).parameter().shape();
  }

  /**
   * A copy of a parameter, row-major.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public float[] parameter(String name) {
    ParameterSlot slot = slot(name);
    return Arrays.copyOfRange(parameters, slot.offset(), slot.offset() + slot.size());
  }

  private ParameterSlot slot(String name) {
    return network.architecture().parameters().stream()
        .filter(slot -> slot.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no parameter " + name + "; there are " + parameterNames()));
  }

  float[] copyOfParameters() {
    return parameters.clone();
  }

  /**
   * SHA-256 over all parameters in order as little-endian float32, in hexadecimal: equal for equal
   * bits.
   */
  public String weightsSha256() {
    return WeightsHash.sha256(parameters);
  }

  /**
   * The prediction for one example.
   *
   * @param features as many numbers as the input shape has elements
   * @throws ShapeException if there are more or fewer
   */
  public float[] predict(float[] features) {
    checkColumns(features.length);
    Predictor predictor = single.take();
    try {
      System.arraycopy(features, 0, predictor.features().data(), 0, features.length);
      predictor.run(1);
      return predictor.output().row(0);
    } finally {
      single.giveBack(predictor);
    }
  }

  /**
   * The predictions for several examples.
   *
   * @throws ShapeException if a row has the wrong number of features
   */
  public float[][] predict(float[][] features) {
    for (float[] row : features) {
      checkColumns(row.length);
    }
    Matrix predictions = Matrix.zeros(features.length, network.outputShape().size());
    if (features.length > 0) {
      predict(Matrix.copyOf(features), predictions);
    }
    return predictions.toArray();
  }

  /**
   * The predictions for several examples. A large call is shared out to the common pool of the
   * virtual machine.
   *
   * @param features n × input size
   * @param predictions receives n × output size
   * @throws ShapeException if the sizes do not fit
   */
  public void predict(Matrix features, Matrix predictions) {
    checkColumns(features.columns());
    if (predictions.rows() != features.rows()
        || predictions.columns() != network.outputShape().size()) {
      throw new ShapeException(
          "predictions for %d rows are a %d × %d matrix, not a %s"
              .formatted(
                  features.rows(), features.rows(), network.outputShape().size(), predictions));
    }
    if ((long) features.rows() * parameters.length >= PARALLEL_PRODUCTS) {
      int step = Math.min(PredictorPool.CHUNK, shareOfAProcessor(features.rows()));
      IntStream.range(0, (features.rows() - 1) / step + 1)
          .parallel()
          .forEach(share -> predictChunk(features, predictions, share * step, step));
    } else {
      for (int from = 0; from < features.rows(); from += PredictorPool.CHUNK) {
        predictChunk(features, predictions, from, PredictorPool.CHUNK);
      }
    }
  }

  /** Kernels compute eight rows at a time. */
  private static int shareOfAProcessor(int rows) {
    int processors = Runtime.getRuntime().availableProcessors();
    return ((rows - 1) / processors / 8 + 1) * 8;
  }

  private void predictChunk(Matrix features, Matrix predictions, int from, int most) {
    Predictor predictor = chunks.take();
    try {
      int count = Math.min(most, features.rows() - from);
      copyRows(features, from, predictor.features(), 0, count);
      predictor.run(count);
      copyRows(predictor.output(), 0, predictions, from, count);
    } finally {
      chunks.giveBack(predictor);
    }
  }

  private static void copyRows(Matrix source, int from, Matrix target, int to, int count) {
    for (int i = 0; i < count; i++) {
      System.arraycopy(
          source.data(),
          source.rowStart(from + i),
          target.data(),
          target.rowStart(to + i),
          source.columns());
    }
  }

  /**
   * The predictions for all examples of a data set, one a row.
   *
   * @throws ShapeException if its examples have another shape than the network's input
   */
  public Matrix predict(Dataset data) {
    checkShape(data);
    Matrix features = Matrix.zeros(data.rows(), data.shape().size());
    for (int i = 0; i < data.rows(); i++) {
      data.readFeatures(i, features, i);
    }
    Matrix predictions = Matrix.zeros(data.rows(), network.outputShape().size());
    predict(features, predictions);
    return predictions;
  }

  /** A metric over a data set. */
  public double evaluate(Dataset data, Metric metric) {
    Matrix expected = Matrix.zeros(data.rows(), data.targets().columns());
    for (int i = 0; i < data.rows(); i++) {
      data.readTarget(i, expected, i);
    }
    return metric.of(predict(data), expected);
  }

  /**
   * How many units of each layer with an elementwise activation can still learn, judged by some
   * examples.
   */
  public List<LayerHealth> health(Dataset data) {
    checkShape(data);
    Predictor predictor =
        Predictor.forInspection(network.architecture(), parameters, PredictorPool.CHUNK);
    Map<Stage, UnitHealth> healths = new LinkedHashMap<>();
    for (Stage stage : network.architecture().stages()) {
      UnitHealth.of(stage).ifPresent(health -> healths.put(stage, health));
    }
    for (int from = 0; from < data.rows(); from += PredictorPool.CHUNK) {
      int count = Math.min(PredictorPool.CHUNK, data.rows() - from);
      for (int i = 0; i < count; i++) {
        data.readFeatures(from + i, predictor.features(), i);
      }
      predictor.run(count);
      healths.forEach((stage, health) -> predictor.look(stage, health, count));
    }
    return healths.entrySet().stream()
        .map(entry -> layerHealth(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static LayerHealth layerHealth(Stage stage, UnitHealth health) {
    return new LayerHealth(
        stage.index(),
        stage.layer().name() + " " + health.activation(),
        stage.output().size(),
        health.dead(),
        health.saturated());
  }

  /**
   * The label of the class with the largest prediction; its index where the classes have no names.
   *
   * @throws ShapeException if there are more or fewer features than the network takes
   * @throws IllegalStateException if this model was trained for something else than classes
   */
  public String predictLabel(float[] features) {
    int best = Metrics.argMax(Matrix.rowOf(predict(features)), 0);
    if (targets().isEmpty()) {
      return String.valueOf(best);
    }
    if (targets().get() instanceof Targets.Classes classes) {
      return classes.labels().get(best);
    }
    throw new IllegalStateException("this model predicts " + targets().get() + ", not a class");
  }

  private void checkShape(Dataset data) {
    if (!data.shape().equals(network.inputShape())) {
      throw new ShapeException(
          "the network takes examples of shape %s, the data has %s"
              .formatted(network.inputShape(), data.shape()));
    }
  }

  private void checkColumns(int columns) {
    int expected = network.inputShape().size();
    if (columns != expected) {
      throw new ShapeException(
          "the network takes %d features (shape %s), got %d"
              .formatted(expected, network.inputShape(), columns));
    }
  }
}
