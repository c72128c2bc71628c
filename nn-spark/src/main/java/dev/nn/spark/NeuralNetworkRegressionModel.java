package dev.nn.spark;

import dev.nn.core.Model;
import dev.nn.spark.cluster.Scorer;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.types.StructType;

/**
 * A trained network that predicts a number, or several. {@code prediction} is a number if the
 * network has one output, and else a vector.
 */
public final class NeuralNetworkRegressionModel
    extends NeuralNetworkModel<NeuralNetworkRegressionModel> {
  private static final long serialVersionUID = 1L;

  NeuralNetworkRegressionModel(String uid, Model network) {
    super(uid, network);
  }

  /** Returns a stage that predicts with any trained network, wherever that was trained. */
  public static NeuralNetworkRegressionModel of(Model network) {
    return new NeuralNetworkRegressionModel(Identifiable.randomUID("nnRegressor"), network);
  }

  /** Reads a model that was saved. */
  public static MLReader<NeuralNetworkRegressionModel> read() {
    return new ModelReader<>(NeuralNetworkRegressionModel.class, NeuralNetworkRegressionModel::new);
  }

  /** Reads a model that was saved. */
  public static NeuralNetworkRegressionModel load(String path) {
    return read().load(path);
  }

  @Override
  NeuralNetworkRegressionModel self() {
    return this;
  }

  private boolean isOne() {
    return network().network().outputShape().size() == 1;
  }

  @Override
  Scorer.Added added() {
    boolean isWanted = !$(predictionCol()).isEmpty();
    return new Scorer.Added(false, isWanted && isOne(), isWanted && !isOne(), false);
  }

  @Override
  public StructType transformSchema(StructType schema) {
    StructType features = super.transformSchema(schema);
    return isOne()
        ? Schemas.withNumber(features, $(predictionCol()))
        : Schemas.withVector(features, $(predictionCol()));
  }

  @Override
  public NeuralNetworkRegressionModel copy(ParamMap extra) {
    NeuralNetworkRegressionModel copy = new NeuralNetworkRegressionModel(uid(), network());
    copyValues(copy, extra);
    copy.setParent(parent());
    return copy;
  }
}
