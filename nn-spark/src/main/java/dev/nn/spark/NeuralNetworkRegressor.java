package dev.nn.spark;

import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.dataset.Targets;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.types.StructType;

/**
 * Trains a network that predicts a number, or several.
 *
 * <pre>{@code
 * NeuralNetworkRegressionModel model = new NeuralNetworkRegressor()
 *     .setLayers("dense(units=64, activation=relu), dense(units=1)")
 *     .fit(train);
 * }</pre>
 *
 * <p>The label is a number for a network of one output, or else a vector or an array of as many
 * numbers as there are outputs; predictions have the same form. Without {@code loss}, it is
 * mean_squared_error.
 */
public final class NeuralNetworkRegressor
    extends NeuralNetworkEstimator<NeuralNetworkRegressor, NeuralNetworkRegressionModel> {
  private static final long serialVersionUID = 1L;

  /** Creates an estimator with a name of its own. */
  public NeuralNetworkRegressor() {
    this(Identifiable.randomUID("nnRegressor"));
  }

  /** Creates an estimator with a given name. */
  public NeuralNetworkRegressor(String uid) {
    super(uid);
  }

  /** Reads an estimator that was saved. */
  public static MLReader<NeuralNetworkRegressor> read() {
    return new DefaultParamsReader<>();
  }

  /** Reads an estimator that was saved. */
  public static NeuralNetworkRegressor load(String path) {
    return read().load(path);
  }

  @Override
  NeuralNetworkRegressor self() {
    return this;
  }

  @Override
  Targets targets(Network network, StructType schema) {
    return new Targets.Real(network.outputShape().size());
  }

  @Override
  String lossFor(Targets targets) {
    return "mean_squared_error";
  }

  @Override
  NeuralNetworkRegressionModel model(Model trained) {
    return new NeuralNetworkRegressionModel(uid(), trained);
  }

  @Override
  public NeuralNetworkRegressor copy(ParamMap extra) {
    return defaultCopy(extra);
  }
}
