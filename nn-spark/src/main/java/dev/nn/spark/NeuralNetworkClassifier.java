package dev.nn.spark;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.dataset.Targets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.types.StructType;

/**
 * Trains a network that tells classes apart.
 *
 * <pre>{@code
 * NeuralNetworkClassifier classifier = new NeuralNetworkClassifier()
 *     .setLayers("dense(units=128, activation=relu), dense(units=10, activation=softmax)")
 *     .setMaxIter(10)
 *     .setSeed(42);
 * NeuralNetworkClassificationModel model = classifier.fit(train);
 * }</pre>
 *
 * <p>Labels are the numbers 0, 1, … of the classes. The last layer says how many there are; one
 * output is for yes or no. If {@code StringIndexer} has made the labels, the model knows their
 * texts. Without {@code loss}, it is categorical_crossentropy, or binary_crossentropy for one
 * output.
 */
public final class NeuralNetworkClassifier
    extends NeuralNetworkEstimator<NeuralNetworkClassifier, NeuralNetworkClassificationModel> {
  private static final long serialVersionUID = 1L;

  private final Param<String> rawPredictionCol;
  private final Param<String> probabilityCol;

  /** Creates an estimator with a name of its own. */
  public NeuralNetworkClassifier() {
    this(Identifiable.randomUID("nnClassifier"));
  }

  /** Creates an estimator with a given name. */
  public NeuralNetworkClassifier(String uid) {
    super(uid);
    rawPredictionCol = text("rawPredictionCol", "the column that outputs go to; empty for none");
    probabilityCol = text("probabilityCol", "the column that probabilities go to; empty for none");
    setDefault(rawPredictionCol, "rawPrediction");
    setDefault(probabilityCol, "probability");
  }

  /** Reads an estimator that was saved. */
  public static MLReader<NeuralNetworkClassifier> read() {
    return new DefaultParamsReader<>();
  }

  /** Reads an estimator that was saved. */
  public static NeuralNetworkClassifier load(String path) {
    return read().load(path);
  }

  @Override
  NeuralNetworkClassifier self() {
    return this;
  }

  @Override
  Targets targets(Network network, StructType schema) {
    int outputs = network.outputShape().size();
    Optional<String[]> labels = labels(schema);
    if (outputs == 1) {
      return labels
          .filter(words -> words.length == 2)
          .map(words -> new Targets.Binary(words[0], words[1]))
          .orElseGet(Targets.Binary::new);
    }
    return labels
        .filter(names -> names.length == outputs)
        .map(names -> new Targets.Classes(Arrays.asList(names)))
        .orElseGet(() -> Targets.Classes.numbered(outputs));
  }

  /** The texts that StringIndexer has made indices of. */
  private Optional<String[]> labels(StructType schema) {
    Attribute attribute = Attribute.fromStructField(schema.apply($(labelCol())));
    return attribute instanceof NominalAttribute nominal && nominal.values().isDefined()
        ? Optional.of(nominal.values().get())
        : Optional.empty();
  }

  @Override
  String lossFor(Targets targets) {
    return targets instanceof Targets.Binary ? "binary_crossentropy" : "categorical_crossentropy";
  }

  @Override
  NeuralNetworkClassificationModel model(Model trained) {
    return new NeuralNetworkClassificationModel(uid(), trained);
  }

  @Override
  public StructType transformSchema(StructType schema) {
    StructType predicted = super.transformSchema(schema);
    return Schemas.withVector(
        Schemas.withVector(predicted, $(rawPredictionCol)), $(probabilityCol));
  }

  @Override
  public NeuralNetworkClassifier copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public Param<String> rawPredictionCol() {
    return rawPredictionCol;
  }

  public Param<String> probabilityCol() {
    return probabilityCol;
  }

  /** Sets the column that the outputs go to. */
  public NeuralNetworkClassifier setRawPredictionCol(String value) {
    set(rawPredictionCol, value);
    return this;
  }

  /** Sets the column that the probabilities of the classes go to. */
  public NeuralNetworkClassifier setProbabilityCol(String value) {
    set(probabilityCol, value);
    return this;
  }
}
