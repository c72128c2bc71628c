package dev.nn.core;

import dev.nn.api.Activation;
import dev.nn.api.DataException;
import dev.nn.api.ModelFormatException;
import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.core.dataset.Agreement;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.internal.architecture.CompressedParameters;
import dev.nn.core.internal.architecture.NamedParameters;
import dev.nn.core.internal.architecture.PluginFailure;
import dev.nn.core.internal.engine.Initialization;
import dev.nn.core.internal.engine.SharedPredictor;
import dev.nn.core.internal.file.DurableFile;
import dev.nn.core.internal.parallel.Ahead;
import dev.nn.core.internal.run.FailedPlugin;
import dev.nn.core.internal.run.NanWatch;
import dev.nn.core.internal.saved.ModelContents;
import dev.nn.core.internal.saved.ModelFile;
import dev.nn.core.internal.saved.Provenance;
import dev.nn.core.internal.saved.ReadableFile;
import dev.nn.core.internal.saved.SavedModel;
import dev.nn.core.internal.saved.WeightsHash;
import dev.nn.core.message.Plural;
import dev.nn.core.message.Required;
import dev.nn.core.metric.ColumnTallies;
import dev.nn.core.metric.ConfusionMatrix;
import dev.nn.core.metric.Metric;
import dev.nn.core.metric.Metrics;
import dev.nn.core.metric.WeightedMetric;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.TrainingSummary;
import dev.nn.math.Compression;
import dev.nn.math.Matrix;
import dev.nn.math.platform.Acceleration;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * A network with its parameters, ready to predict.
 *
 * <pre>{@code
 * Model model = Model.load(Path.of("iris.safetensors"));
 * float[] outputs = model.predict(new float[] {5.1f, 3.5f, 1.4f, 0.2f});
 * String species = model.predictLabel(new float[] {5.1f, 3.5f, 1.4f, 0.2f});
 * }</pre>
 *
 * <p>A model is immutable and can be used by any number of threads at once. A row gets the same
 * prediction, bit for bit, whichever method it is given to and whichever other rows are predicted
 * with it. After some dozens of predictions a model keeps its large weights twice, the second time
 * in an order in which they are read faster.
 */
public final class Model {
  private static final Pattern NOTE_KEY = Pattern.compile("[a-z][a-z0-9_.]{0,60}");

  /** So many numbers are predicted from at a time: an array holds more. */
  private static final int MOST_FLOATS = 1 << 26;

  private final Network network;
  private final float[] parameters;
  private final @Nullable CompressedParameters compressed;
  private final Provenance provenance;
  private final SharedPredictor prediction;

  /** Creates a model that takes the array over. */
  Model(Network network, float[] parameters, Provenance provenance) {
    this(network, parameters, null, provenance);
  }

  private Model(
      Network network,
      float[] parameters,
      @Nullable CompressedParameters compressed,
      Provenance provenance) {
    this.network = network;
    this.parameters = parameters;
    this.compressed = compressed;
    this.provenance = provenance;
    this.prediction = new SharedPredictor(network.architecture(), parameters, compressed);
  }

  private Model(SavedModel saved) {
    this(
        new Network(saved.architecture()),
        saved.parameters(),
        saved.compressed(),
        saved.provenance());
    // Whoever only predicts has no other line that tells of the kernels.
    LoggerFactory.getLogger(Model.class)
        .debug("a model was loaded; it predicts on {}", Acceleration.current());
  }

  /**
   * Returns a model that has learnt nothing yet: each parameter is as its initializer makes it from
   * the seed.
   */
  public static Model initial(Network network, long seed) {
    Objects.requireNonNull(network, "network");
    float[] parameters =
        FailedPlugin.naming(() -> Initialization.parameters(network.architecture(), seed));
    return new Model(network, parameters, Provenance.NONE);
  }

  /**
   * Returns a model with given parameters, such as those of another framework. Parameters that are
   * NaN or infinite are taken as they are, with a warning.
   *
   * @param weights the parameters in row-major order, by the names that {@link #parameterNames}
   *     lists, such as {@code 0.dense.kernel} (inputs × units); they are copied
   * @throws ShapeException if one is missing, unknown or of another size
   */
  public static Model of(Network network, Map<String, float[]> weights) {
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(weights, "weights");
    float[] flat = NamedParameters.flat(network.architecture(), weights);
    NamedParameters.warnUnlessFinite(network.architecture(), flat);
    return new Model(network, flat, Provenance.NONE);
  }

  /**
   * Writes the model to a file in the safetensors format. A file of that name is replaced, and a
   * crash leaves either the old file or the new one, but never half of one.
   *
   * @param file a path in the default file system, because not every other one, such as that of a
   *     zip file, can replace a file safely. To get a model there, save it and use {@code
   *     Files.copy}
   * @throws IOException if the file cannot be written; the message names the path, and an old file
   *     is still there
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
    ModelFile.write(network.architecture(), parameters, compressed, provenance, out);
  }

  /** Returns the bytes that the file of this model would have. */
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
   * Reads a model from a file, with the plugins that {@link PluginRegistry#load()} finds. The
   * initializers that the model once started with need not be installed, since it does not use them
   * any more.
   *
   * @param file a path in any file system, also in that of a zip file
   * @throws ModelFormatException if the file is damaged, truncated or no model
   * @throws dev.nn.api.PluginException if a plugin is not installed; the message says where it came
   *     from
   */
  public static Model load(Path file) throws IOException {
    Objects.requireNonNull(file, "file");
    // Other file systems may want to be read, or interrupted, by the thread that calls.
    if (PluginRegistry.isSearched() || file.getFileSystem() != FileSystems.getDefault()) {
      return load(file, PluginRegistry.load());
    }
    // A search for plugins takes as long as reading, so both go on at a time.
    Ahead<ModelContents> reading = Ahead.of(() -> contents(file));
    PluginRegistry registry = PluginRegistry.load();
    Optional<ModelContents> read = reading.result();
    return read.isEmpty() ? load(file, registry) : new Model(ModelFile.model(read.get(), registry));
  }

  /** Reads a model from a file, with the plugins of the given registry. */
  public static Model load(Path file, PluginRegistry registry) throws IOException {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(registry, "registry");
    return new Model(ModelFile.model(contents(file), registry));
  }

  private static ModelContents contents(Path file) throws IOException {
    return ReadableFile.read(file, ModelFile::contents);
  }

  /**
   * Reads a model from a stream, which stays open and must end where the model ends. To find that
   * out, one byte more is asked for than the model says that it has. Memory is allocated as bytes
   * arrive and not by the size that the model announces, so a damaged one cannot exhaust it.
   *
   * @throws ModelFormatException if the model is damaged or truncated, if it is no model, or if
   *     anything follows it
   * @throws IOException if the stream throws one
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

  /** Returns the network. */
  public Network network() {
    return network;
  }

  /**
   * Returns what the model was trained to predict, with the labels of the classes if there are any.
   * It is empty if the model was not trained.
   */
  public Optional<Targets> targets() {
    return provenance.targets();
  }

  /**
   * Returns the names of the features that the model was trained with, one for each number of an
   * example. The list is empty if the names are not known.
   */
  public List<String> featureNames() {
    return provenance.features();
  }

  /**
   * Returns the same model with a text that travels with it, also in its file. Libraries use such
   * notes for what belongs to a model besides its network, such as how the rows of a table become
   * features.
   *
   * @param key lower-case letters, digits, {@code _} and {@code .}, such as {@code acme.schema}
   * @throws IllegalArgumentException if the key is not of this form
   */
  public Model withNote(String key, String text) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(text, "text");
    if (!NOTE_KEY.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "\"" + key + "\" is no key for a note: take lower-case letters, digits, _ and .");
    }
    return new Model(network, parameters, compressed, provenance.withNote(key, text));
  }

  /**
   * Returns a text that travels with the model, if {@link #withNote} has added one for this key.
   */
  public Optional<String> note(String key) {
    Objects.requireNonNull(key, "key");
    return Optional.ofNullable(provenance.notes().get(key));
  }

  /** Returns how the model was trained, or nothing if it was not. */
  public Optional<TrainingSummary> training() {
    return provenance.training();
  }

  /**
   * Returns the names of all parameters in order: {@code 0.dense.kernel}, {@code 0.dense.bias}, ….
   */
  public List<String> parameterNames() {
    return NamedParameters.names(network.architecture());
  }

  /** Returns the shape of a parameter. */
  public Shape parameterShape(String name) {
    Objects.requireNonNull(name, "name");
    return NamedParameters.shape(network.architecture(), name);
  }

  /**
   * Returns a copy of a parameter in row-major order.
   *
   * @throws IllegalArgumentException if there is no parameter of this name
   */
  public float[] parameter(String name) {
    Objects.requireNonNull(name, "name");
    return NamedParameters.copy(network.architecture(), parameters, name);
  }

  /**
   * A copy of the parameters for training to go on from.
   *
   * @throws NnException if they are compressed
   */
  float[] parametersToTrain() {
    if (compressed != null) {
      throw new NnException(
          "the weights of this model are compressed (%s), too coarse for the small steps of training: train the model that it was made from, and compress the result"
              .formatted(compressed.compression()));
    }
    return parameters.clone();
  }

  /**
   * Returns the same model with weights that take half or a quarter of the room in its file, and
   * where predictions for one to three examples read those of large layers. Such predictions take
   * about as long as reading does, so they are faster on many machines. Each weight changes a
   * little, and with it each prediction; {@link #evaluate} says what that costs:
   *
   * <pre>{@code
   * Model small = model.compressed(Compression.BFLOAT16);
   * double before = model.evaluate(test, Metrics::accuracy);
   * double after = small.evaluate(test, Metrics::accuracy);
   * }</pre>
   *
   * <p>Weights that have rows and columns are compressed; biases and the like stay as they are. The
   * model is one of floats that have been {@linkplain Compression rounded}: {@link #parameter} and
   * {@link #weightsSha256} tell of these, and each row gets the same bits whichever way it is
   * predicted. It keeps the floats in memory as well, for large batches. It cannot be trained
   * further, and programs older than its file's format say that they are.
   *
   * @throws NnException if it is compressed already, in another form, or if a weight is NaN or
   *     infinite
   */
  public Model compressed(Compression compression) {
    Objects.requireNonNull(compression, "compression");
    if (compressed != null) {
      if (compressed.compression() == compression) {
        return this;
      }
      throw new NnException(
          "the model is compressed already (%s): compress the one that it was made from"
              .formatted(compressed.compression()));
    }
    CompressedParameters rounded =
        CompressedParameters.of(network.architecture(), parameters, compression);
    return new Model(network, rounded.flat(), rounded, provenance);
  }

  /** Returns in which form the weights are, or nothing if they are as training has left them. */
  public Optional<Compression> compression() {
    return Optional.ofNullable(compressed).map(CompressedParameters::compression);
  }

  /**
   * Returns the SHA-256 of all parameters, in order and as little-endian float32, in hexadecimal.
   * Two models have the same one exactly if their parameters are the same bits, so it compares two
   * runs at a glance.
   */
  public String weightsSha256() {
    return WeightsHash.sha256(network.architecture().dense(parameters));
  }

  /**
   * Returns the prediction for one example. The features are used as they are, so a NaN among them
   * makes outputs NaN, and with most networks all of them.
   *
   * @param features as many numbers as the input shape has elements
   * @throws ShapeException if there are more or fewer numbers
   * @throws dev.nn.api.PluginException if a plugin of the network throws an exception, which is the
   *     cause; the message names the plugin, its class and its jar
   */
  public float[] predict(float[] features) {
    Objects.requireNonNull(features, "features");
    try {
      return prediction.of(features);
    } catch (PluginFailure e) {
      throw FailedPlugin.named(e);
    }
  }

  /** Returns the prediction for {@code double} features, which are narrowed to {@code float}. */
  public float[] predict(double[] features) {
    return predict(narrow(features));
  }

  /**
   * Returns the predictions for several examples with {@code double} features, which are narrowed
   * to {@code float}.
   */
  public float[][] predict(double[][] features) {
    Required.all(features, "features");
    return predict(Arrays.stream(features).map(Model::narrow).toArray(float[][]::new));
  }

  /**
   * Returns the predictions for several examples. Each row gets the prediction that {@link
   * #predict(float[])} would return for it.
   *
   * @throws ShapeException if a row has the wrong number of features
   */
  public float[][] predict(float[][] features) {
    for (float[] row : Required.all(features, "features")) {
      checkSize(row);
    }
    int outputs = network.outputShape().size();
    int most = Math.max(1, MOST_FLOATS / Math.max(network.inputShape().size(), outputs));
    float[][] all = new float[features.length][];
    for (int from = 0; from < all.length; from += most) {
      int rows = Math.min(most, all.length - from);
      Matrix predictions = Matrix.zeros(rows, outputs);
      predict(Matrix.copyOf(Arrays.copyOfRange(features, from, from + rows)), predictions);
      System.arraycopy(predictions.toArray(), 0, all, from, rows);
    }
    return all;
  }

  /** Refuses an example that has more or fewer numbers than the input shape. */
  void checkSize(float[] features) {
    prediction.checkColumns(Objects.requireNonNull(features, "features").length);
  }

  /**
   * Computes the predictions for several examples. The work of a large call is shared with threads
   * of this model, which end when nothing has come for a second.
   *
   * @param features n × input size
   * @param predictions receives n × output size
   * @throws ShapeException if the sizes do not fit
   */
  public void predict(Matrix features, Matrix predictions) {
    Objects.requireNonNull(features, "features");
    Objects.requireNonNull(predictions, "predictions");
    try {
      prediction.of(features, predictions);
    } catch (PluginFailure e) {
      throw FailedPlugin.named(e);
    }
  }

  /**
   * Returns a predictor that answers many threads, each of which asks for one example at a time, in
   * batches. That pays for large networks and many callers; {@link BatchingPredictor} says when.
   *
   * @param maxRows how many rows a batch has at most
   * @param maxWait how long the first row of a batch waits for others; with {@link Duration#ZERO}
   *     only those that come while another batch is predicted share one
   * @throws IllegalArgumentException if {@code maxRows} is below 1, or the time negative or above
   *     an hour
   */
  public BatchingPredictor batching(int maxRows, Duration maxWait) {
    return new BatchingPredictor(this, maxRows, Objects.requireNonNull(maxWait, "maxWait"));
  }

  /**
   * Returns the predictions for all examples of a data set, with a row for each. The features are
   * read a batch at a time, so they need not fit into memory.
   *
   * @throws ShapeException if its examples have another shape than the network's input
   */
  public Matrix predict(Dataset data) {
    Objects.requireNonNull(data, "data");
    Matrix predictions = Matrix.zeros(data.rows(), network.outputShape().size());
    DatasetPass pass = pass(agreement().matchFeatures(data, "the data set"));
    while (pass.next()) {
      Matrix batch = pass.predictions();
      batch.copyTo(predictions.rows(pass.from(), pass.from() + batch.rows()));
    }
    return predictions;
  }

  /**
   * Returns a metric over a data set, in which each example counts as much as its {@linkplain
   * Dataset#weight weight}. The data is read a batch at a time, so it may be larger than memory.
   * Metrics that need all predictions at once, such as {@code roc_auc} and lambdas, keep
   * predictions and targets, but no features.
   *
   * <pre>{@code
   * double accuracy = model.evaluate(test, Metrics::accuracy);
   * double error = model.evaluate(test, Metrics.of("mean_absolute_error"));
   * }</pre>
   *
   * @throws ShapeException if its examples have another shape than the network's input, or the
   *     metric cannot compare predictions with such targets
   * @throws dev.nn.api.DataException if a weight is negative or not finite, or if weights differ
   *     and the metric is a lambda without weights
   */
  public double evaluate(Dataset data, Metric metric) {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(metric, "metric");
    DatasetPass pass = pass(agreement().match(data, "the data set"));
    Metric.Tally tally = metric.on(data.targets()).tally(data.rows());
    if (data.rows() == 0) {
      tally.add(pass.predictions(), pass.targets(), pass.weights());
    }
    while (pass.next()) {
      tally.add(pass.predictions(), pass.targets(), pass.weights());
    }
    return tally.value();
  }

  /**
   * Returns a metric that takes weights over a data set. This is the overload that is chosen for
   * {@code Metrics::accuracy} and for lambdas with three parameters.
   */
  public double evaluate(Dataset data, WeightedMetric metric) {
    return evaluate(data, (Metric) metric);
  }

  /**
   * A metric of each label that may hold beside others, or of each of several numbers, by its name:
   * over a data set that is read a batch at a time.
   *
   * <pre>{@code
   * Map<String, Double> f1 = model.evaluateEach(test, Metrics.of("f1"));   // {cat=0.9, dog=0.8}
   * }</pre>
   *
   * @return in the order of the columns; numbers without names are called 0, 1, …
   * @throws ShapeException if its examples have another shape than the network's input, or its
   *     targets other columns than the predictions
   * @throws dev.nn.api.DataException if the targets are classes, which are judged together: {@link
   *     #confusionMatrix} has the numbers of each
   */
  public Map<String, Double> evaluateEach(Dataset data, Metric metric) {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(metric, "metric");
    DatasetPass pass = pass(agreement().match(data, "the data set"));
    List<String> names = OutputNames.of(data.targets());
    ColumnTallies tallies = new ColumnTallies(() -> metric.tally(data.rows()));
    while (pass.next()) {
      tallies.add(pass.predictions(), pass.targets(), pass.weights());
    }
    List<Double> each = tallies.values();
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < each.size(); i++) {
      values.put(names.get(i), each.get(i));
    }
    return Collections.unmodifiableMap(values);
  }

  /** The same for a metric that takes weights, such as {@code Metrics::f1}. */
  public Map<String, Double> evaluateEach(Dataset data, WeightedMetric metric) {
    return evaluateEach(data, (Metric) metric);
  }

  /**
   * How often each class was taken for each, over a data set that is read a batch at a time.
   *
   * @throws ShapeException if its examples have another shape than the network's input, or if its
   *     targets have another number of columns than the predictions
   */
  public ConfusionMatrix confusionMatrix(Dataset data) {
    Objects.requireNonNull(data, "data");
    ConfusionMatrix.Counter counter = new ConfusionMatrix.Counter(threshold());
    DatasetPass pass = pass(agreement().match(data, "the data set"));
    while (pass.next()) {
      counter.add(pass.predictions(), pass.targets(), pass.weights());
    }
    return counter.matrix();
  }

  /** What the model knows of the data that it was trained with. */
  Agreement agreement() {
    return new Agreement("the model", provenance.features(), provenance.targets());
  }

  private DatasetPass pass(Dataset data) {
    checkShape(data);
    return new DatasetPass(data, prediction, network.architecture());
  }

  /**
   * A prediction in one column is a yes if it is above this number, which is 0 if the model was
   * trained to give −1 and 1.
   */
  private double threshold() {
    return training().map(summary -> Metrics.thresholdFor(summary.loss())).orElse(0.5);
  }

  /**
   * Returns how many units of each layer with an elementwise activation can still learn, judged by
   * some examples. Many dead or saturated units are a reason why a network does not learn.
   */
  public List<LayerHealth> health(Dataset data) {
    Objects.requireNonNull(data, "data");
    checkShape(data);
    return HealthReport.of(
        network.architecture(), parameters, agreement().matchFeatures(data, "the data set"));
  }

  /**
   * Returns the label that a prediction means: that of the class with the largest number, or the
   * word for yes or no. Classes without names have their index as their label.
   *
   * @throws ShapeException if there are more or fewer features than the network takes
   * @throws IllegalStateException if this model was trained for something else than classes, or if
   *     the prediction has a NaN, which is no answer
   */
  public String predictLabel(float[] features) {
    return label(predict(features));
  }

  /** Returns the label for {@code double} features, which are narrowed to {@code float}. */
  public String predictLabel(double[] features) {
    return predictLabel(narrow(features));
  }

  /**
   * The labels that hold for one example, where several may hold at once: those whose prediction is
   * above one half, in the order of the data set. Elsewhere, the one label of {@link
   * #predictLabel(float[])}.
   *
   * @throws IllegalStateException as {@link #predictLabel(float[])} does
   */
  public List<String> predictLabels(float[] features) {
    float[] prediction = predict(features);
    if (targets().orElse(null) instanceof Targets.MultiLabel several) {
      return naming(prediction, () -> several.holding(prediction, threshold()));
    }
    return List.of(label(prediction));
  }

  /** The same with {@code double} features, narrowed to {@code float}. */
  public List<String> predictLabels(double[] features) {
    return predictLabels(narrow(features));
  }

  /**
   * The labels for several examples, one text for each; where several labels may hold at once, they
   * stand in it with commas between.
   */
  public List<String> predictLabels(float[][] features) {
    return Arrays.stream(predict(features)).map(this::label).toList();
  }

  /**
   * Returns the labels for several examples with {@code double} features, which are narrowed to
   * {@code float}.
   */
  public List<String> predictLabels(double[][] features) {
    return Arrays.stream(predict(features)).map(this::label).toList();
  }

  /**
   * Returns the label for an example with its probability.
   *
   * <pre>{@code
   * LabelProbability answer = model.predictProbability(features);
   * System.out.println(answer.label() + " with " + answer.probability());
   * }</pre>
   *
   * @throws IllegalStateException as {@link #predictLabel(float[])} does, or if the last layer has
   *     neither softmax nor sigmoid, so that its outputs are not probabilities
   */
  public LabelProbability predictProbability(float[] features) {
    String activation =
        network.architecture().last().layer().outputActivation().map(Activation::name).orElse("");
    if (!activation.equals("softmax") && !activation.equals("sigmoid")) {
      throw new IllegalStateException(
          "the last layer has neither softmax nor sigmoid, so its outputs are no probabilities;"
              + " call predictLabel or predict");
    }
    if (targets().orElse(null) instanceof Targets.MultiLabel) {
      throw new IllegalStateException(
          "several labels may hold at once, each with a probability of its own: call predictLabels"
              + " for those that hold, and predict for the probabilities of all");
    }
    float[] prediction = predict(features);
    String label = label(prediction);
    float largest = prediction[0];
    for (float output : prediction) {
      largest = Math.max(largest, output);
    }
    boolean isNo = prediction.length == 1 && !(largest > threshold());
    return new LabelProbability(label, isNo ? 1 - largest : largest);
  }

  private String label(float[] prediction) {
    Targets targets = targets().orElseGet(() -> unnamed(prediction.length));
    return naming(
        prediction,
        () ->
            targets instanceof Targets.Binary binary
                ? binary.label(prediction, threshold())
                : targets instanceof Targets.MultiLabel several
                    ? String.join(", ", several.holding(prediction, threshold()))
                    : targets.label(prediction));
  }

  private <T> T naming(float[] prediction, Supplier<T> answer) {
    try {
      return answer.get();
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          e.getMessage() + NanWatch.hint(prediction, network.architecture()), e);
    }
  }

  /** The targets that a model is taken to have if it was not trained, but is asked for a class. */
  private static Targets unnamed(int outputs) {
    if (outputs == 1) {
      throw new IllegalStateException(
          "nothing tells what the one number of this model means, since it was not trained; call"
              + " predict");
    }
    return Targets.Classes.numbered(outputs);
  }

  private static float[] narrow(double[] features) {
    Objects.requireNonNull(features, "features");
    float[] narrowed = new float[features.length];
    for (int i = 0; i < features.length; i++) {
      narrowed[i] = (float) features[i];
      if (Float.isInfinite(narrowed[i]) && Double.isFinite(features[i])) {
        throw new DataException(
            "feature %s in column %s is too large for a float, which reaches to 3.4e38"
                .formatted(features[i], i));
      }
    }
    return narrowed;
  }

  /** What the network is made of; as text, a table: {@code System.out.println(model.summary())}. */
  public NetworkSummary summary() {
    return network.summary();
  }

  /** The network, what it predicts and how it was trained, for people to read. */
  @Override
  public String toString() {
    String predicts = targets().map(targets -> ", predicts " + targets).orElse("");
    String trained =
        training()
            .map(run -> ", trained for " + Plural.of(run.epochs(), "epoch"))
            .orElse(", not trained");
    return "Model of " + network + predicts + trained;
  }

  private void checkShape(Dataset data) {
    if (!data.shape().equals(network.inputShape())) {
      throw new ShapeException(
          "the network takes examples of shape %s, the data has %s"
              .formatted(network.inputShape(), data.shape()));
    }
  }
}
