package dev.nn.spark;

import dev.nn.core.Model;
import dev.nn.spark.cluster.Scorer;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.types.StructType;

/**
 * A trained network that tells classes apart. {@code prediction} is the number of the class with
 * the largest output, {@code probability} has a number for each class, and {@code rawPrediction}
 * the outputs. Of a network of one output, which is the probability p of yes, both have 1 − p and
 * p.
 */
public final class NeuralNetworkClassificationModel
    extends NeuralNetworkModel<NeuralNetworkClassificationModel> {
  private static final long serialVersionUID = 1L;

  private final Param<String> rawPredictionCol;
  private final Param<String> probabilityCol;

  NeuralNetworkClassificationModel(String uid, Model network) {
    super(uid, network);
    rawPredictionCol = text("rawPredictionCol", "the column that outputs go to; empty for none");
    probabilityCol = text("probabilityCol", "the column that probabilities go to; empty for none");
    setDefault(rawPredictionCol, "rawPrediction");
    setDefault(probabilityCol, "probability");
  }

  /** Returns a stage that predicts with any trained network, wherever that was trained. */
  public static NeuralNetworkClassificationModel of(Model network) {
    return new NeuralNetworkClassificationModel(Identifiable.randomUID("nnClassifier"), network);
  }

  /** Reads a model that was saved. */
  public static MLReader<NeuralNetworkClassificationModel> read() {
    return new ModelReader<>(
        NeuralNetworkClassificationModel.class, NeuralNetworkClassificationModel::new);
  }

  /** Reads a model that was saved. */
  public static NeuralNetworkClassificationModel load(String path) {
    return read().load(path);
  }

  /** Returns how many classes there are. */
  public int numClasses() {
    return Math.max(2, network().network().outputShape().size());
  }

  @Override
  NeuralNetworkClassificationModel self() {
    return this;
  }

  @Override
  Scorer.Added added() {
    return new Scorer.Added(
        true,
        !$(predictionCol()).isEmpty(),
        !$(rawPredictionCol).isEmpty(),
        !$(probabilityCol).isEmpty());
  }

  @Override
  public StructType transformSchema(StructType schema) {
    StructType predicted = Schemas.withNumber(super.transformSchema(schema), $(predictionCol()));
    return Schemas.withVector(
        Schemas.withVector(predicted, $(rawPredictionCol)), $(probabilityCol));
  }

  @Override
  public NeuralNetworkClassificationModel copy(ParamMap extra) {
    NeuralNetworkClassificationModel copy = new NeuralNetworkClassificationModel(uid(), network());
    copyValues(copy, extra);
    copy.setParent(parent());
    return copy;
  }

  public Param<String> rawPredictionCol() {
    return rawPredictionCol;
  }

  public Param<String> probabilityCol() {
    return probabilityCol;
  }

  /** Sets the column that the outputs go to. */
  public NeuralNetworkClassificationModel setRawPredictionCol(String value) {
    set(rawPredictionCol, value);
    return this;
  }

  /** Sets the column that the probabilities of the classes go to. */
  public NeuralNetworkClassificationModel setProbabilityCol(String value) {
    set(probabilityCol, value);
    return this;
  }
}
