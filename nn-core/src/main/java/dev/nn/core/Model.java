package dev.nn.core;

import dev.nn.api.ModelFormatException;
import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.internal.architecture.NamedParameters;
import dev.nn.core.internal.engine.Initialization;
import dev.nn.core.internal.engine.SharedPredictor;
import dev.nn.core.internal.file.DurableFile;
import dev.nn.core.internal.saved.ModelFile;
import dev.nn.core.internal.saved.Provenance;
import dev.nn.core.internal.saved.ReadableFile;
import dev.nn.core.internal.saved.SavedModel;
import dev.nn.core.internal.saved.WeightsHash;
import dev.nn.core.message.Plural;
import dev.nn.core.message.Required;
import dev.nn.core.metric.Metric;
import dev.nn.core.metric.Metrics;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.TrainingSummary;
import dev.nn.math.Matrix;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A network with its parameters: immutable, and safe for any number of threads at once. The
 * prediction for a row is the same bits whichever way and with whichever other rows it is asked
 * for.
 */
public final class Model {
  private final Network network;
  private final float[] parameters;
  private final Provenance provenance;
  private final SharedPredictor prediction;

  /** Takes the array over. */
  Model(Network network, float[] parameters, Provenance provenance) {
    this.network = network;
    this.parameters = parameters;
    this.provenance = provenance;
    this.prediction = new SharedPredictor(network.architecture(), parameters);
  }

  private Model(SavedModel saved) {
    this(new Network(saved.architecture()), saved.parameters(), saved.provenance());
  }

  /** A model that has learnt nothing: each parameter as its initializer made it from the seed. */
  public static Model initial(Network network, long seed) {
    Objects.requireNonNull(network, "network");
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
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(weights, "weights");
    float[] flat = NamedParameters.flat(network.architecture(), weights);
    return new Model(network, flat, Provenance.NONE);
  }

  /**
   * Writes the model to a file in the safetensors format, in place of what is there; a crash leaves
   * either the old file or the new one.
   *
   * @param file in the default file system: of others, such as that of a zip file, not all can
   *     replace a file safely. What is saved can be copied there with {@code Files.copy}
   * @throws IOException if it cannot be written; the message names the path, and an old file is
   *     still there
   */
  public void save(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    DurableFile.write(file, this::write);
  }

  /** Writes the model to a stream, which stays open. Equal models give equal bytes. */
  public void save(OutputStream out) throws IOException {
    Objects.requireNonNull(out, "out");
    write(out);
  }

  private void write(OutputStream out) throws IOException {
    ModelFile.write(network.architecture(), parameters, provenance, out);
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
   * @param file of any file system, that of a zip file too
   * @throws ModelFormatException if the file is damaged, truncated or no model
   * @throws dev.nn.api.PluginException if a plugin is not installed; the message says where it came
   *     from
   */
  public static Model load(Path file) throws IOException {
    return load(file, PluginRegistry.load());
  }

  /** The same with the plugins of the given registry. */
  public static Model load(Path file, PluginRegistry registry) throws IOException {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(registry, "registry");
    return new Model(
        ReadableFile.read(file, (in, size, source) -> ModelFile.read(in, size, source, registry)));
  }

  /**
   * Reads a model from a stream, which must end with it and stays open. Just as many bytes are read
   * as the model says that it has, and then one more is asked for, since a model with something
   * behind it is refused. Memory is taken as the bytes come, not as they are announced.
   *
   * @throws ModelFormatException if the model is damaged, truncated or none, or is followed by
   *     anything
   * @throws IOException the stream's own
   */
  public static Model load(InputStream in, PluginRegistry registry) throws IOException {
    Objects.requireNonNull(in, "in");
    Objects.requireNonNull(registry, "registry");
    return new Model(ModelFile.read(in, "model", registry));
  }

  /** Reads a model from the bytes of a file. */
  public static Model load(byte[] bytes, PluginRegistry registry) {
    Objects.requireNonNull(bytes, "bytes");
    Objects.requireNonNull(registry, "registry");
    try {
      return new Model(
          ModelFile.read(new ByteArrayInputStream(bytes), bytes.length, "model", registry));
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

  /** The names of all parameters, in order: {@code 0.dense.kernel}, {@code 0.dense.bias}, …. */
  public List<String> parameterNames() {
    return NamedParameters.names(network.architecture());
  }

  /** Shape of a parameter. */
  public Shape parameterShape(String name) {
    Objects.requireNonNull(name, "name");
    return NamedParameters.shape(network.architecture(), name);
  }

  /**
   * A copy of a parameter, row-major.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public float[] parameter(String name) {
    Objects.requireNonNull(name, "name");
    return NamedParameters.copy(network.architecture(), parameters, name);
  }

  float[] copyOfParameters() {
    return parameters.clone();
  }

  /**
   * SHA-256 over all parameters in order as little-endian float32, in hexadecimal: equal for equal
   * bits.
   */
  public String weightsSha256() {
    return WeightsHash.sha256(network.architecture().dense(parameters));
  }

  /**
   * The prediction for one example. Features are taken as they are: from NaN comes NaN, with most
   * networks in every output.
   *
   * @param features as many numbers as the input shape has elements
   * @throws ShapeException if there are more or fewer
   */
  public float[] predict(float[] features) {
    Objects.requireNonNull(features, "features");
    return prediction.of(features);
  }

  /**
   * The predictions for several examples; a row with a NaN gives what {@link #predict(float[])}
   * does.
   *
   * @throws ShapeException if a row has the wrong number of features
   */
  public float[][] predict(float[][] features) {
    for (float[] row : Required.all(features, "features")) {
      prediction.checkColumns(row.length);
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
    Objects.requireNonNull(features, "features");
    Objects.requireNonNull(predictions, "predictions");
    prediction.of(features, predictions);
  }

  /**
   * The predictions for all examples of a data set, one a row.
   *
   * @throws ShapeException if its examples have another shape than the network's input
   */
  public Matrix predict(Dataset data) {
    Objects.requireNonNull(data, "data");
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
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(metric, "metric");
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
    Objects.requireNonNull(data, "data");
    checkShape(data);
    return HealthReport.of(network.architecture(), parameters, data);
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
      if (best >= classes.columns()) {
        throw new IllegalStateException(
            "the network has %s outputs, but the model has labels for %s classes"
                .formatted(network.outputShape().size(), classes.columns()));
      }
      return classes.labels().get(best);
    }
    throw new IllegalStateException(
        targets().get() instanceof Targets.Binary
            ? "this model predicts yes or no, not one of several classes; call predict, whose one"
                + " number tells"
            : "this model predicts %s, not a class; call predict"
                .formatted(Plural.of(targets().get().columns(), "number")));
  }

  private void checkShape(Dataset data) {
    if (!data.shape().equals(network.inputShape())) {
      throw new ShapeException(
          "the network takes examples of shape %s, the data has %s"
              .formatted(network.inputShape(), data.shape()));
    }
  }
}
