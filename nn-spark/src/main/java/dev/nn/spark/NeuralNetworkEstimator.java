package dev.nn.spark;

import dev.nn.api.NnException;
import dev.nn.core.Network;
import dev.nn.core.dataset.Targets;
import dev.nn.data.TabularModel;
import dev.nn.data.schema.FittedSchema;
import dev.nn.spark.cluster.ClusterTraining;
import dev.nn.spark.cluster.Columns;
import dev.nn.spark.cluster.TrainingWish;
import dev.nn.spark.round.Mode;
import java.util.Optional;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;

/**
 * What the estimators have in common: the params, and the way from a table to a model.
 *
 * <p>Params that are texts have the same form as on the command line and in files, such as {@code
 * dense(units=64, activation=relu), dense(units=10, activation=softmax)} for the layers.
 *
 * @param <E> the estimator
 * @param <M> the model that it makes
 */
public abstract class NeuralNetworkEstimator<
        E extends NeuralNetworkEstimator<E, M>, M extends NeuralNetworkModel<M>>
    extends Estimator<M> implements DefaultParamsWritable {
  private static final long serialVersionUID = 1L;

  private final String uid;
  private final Param<String> featuresCol;
  private final Param<String> labelCol;
  private final Param<String> predictionCol;
  private final Param<String> weightCol;
  private final Param<String> validationIndicatorCol;
  private final Param<String> keyCol;
  private final Param<String> layers;
  private final Param<String> loss;
  private final Param<String> optimizer;
  private final Param<String> withoutWeightDecay;
  private final Param<String> mode;
  private final Param<String> earlyStopping;
  private final Param<String> metrics;
  private final Param<String> checkpointDir;
  private final IntParam maxIter;
  private final IntParam batchSize;
  private final IntParam shards;
  private final IntParam rounds;
  private final LongParam seed;

  NeuralNetworkEstimator(String uid) {
    this.uid = uid;
    featuresCol = text("featuresCol", "features: a column of vectors or arrays of numbers");
    labelCol = text("labelCol", "what is to be predicted: a column of numbers");
    predictionCol = text("predictionCol", "the column that predictions go to");
    weightCol = text("weightCol", "how much a row counts; empty if all count the same");
    validationIndicatorCol =
        text("validationIndicatorCol", "true for rows to validate on; empty to learn from all");
    keyCol = text("keyCol", "what tells a row from all others; empty to take the row's content");
    layers = text("layers", "the layers, as dense(units=64, activation=relu), dense(units=1)");
    loss = text("loss", "what is minimised, as mean_squared_error; empty for the usual one");
    optimizer = text("optimizer", "how it is minimised, as adam(learning_rate=0.001)");
    withoutWeightDecay = text("withoutWeightDecay", "parameters that do not decay, as bias");
    mode = text("mode", "local: many steps between two rounds; synchronous: one");
    earlyStopping = text("earlyStopping", "patience in epochs, as 5 or accuracy:5; empty for none");
    metrics = text("metrics", "measured on the rows to validate on, as accuracy, f1");
    checkpointDir = text("checkpointDir", "where the driver writes checkpoints; empty for none");
    maxIter = new IntParam(this, "maxIter", "epochs: how often to go through all rows");
    batchSize = new IntParam(this, "batchSize", "rows of a step");
    shards =
        new IntParam(this, "shards", "parts that the rows are cut into, which decide the bits");
    rounds = new IntParam(this, "rounds", "rounds of an epoch in the mode local; 0 to choose");
    seed = new LongParam(this, "seed", "of the first weights, the shards and all that is random");
    setDefault(featuresCol, "features");
    setDefault(labelCol, "label");
    setDefault(predictionCol, "prediction");
    setDefault(weightCol, "");
    setDefault(validationIndicatorCol, "");
    setDefault(keyCol, "");
    setDefault(loss, "");
    setDefault(optimizer, "adam");
    setDefault(withoutWeightDecay, "");
    setDefault(mode, Mode.LOCAL.text());
    setDefault(earlyStopping, "");
    setDefault(metrics, "");
    setDefault(checkpointDir, "");
    setDefault(maxIter, 10);
    setDefault(batchSize, 32);
    setDefault(shards, 8);
    setDefault(rounds, 0);
    setDefault(seed, 0L);
  }

  final Param<String> text(String name, String meaning) {
    return new Param<>(this, name, meaning);
  }

  abstract E self();

  /** What the labels of a table are, for a network of some outputs. */
  abstract Targets targets(Network network, StructType schema);

  /** The loss where none is given. */
  abstract String lossFor(Targets targets);

  /** The model of this estimator's columns. */
  abstract M model(dev.nn.core.Model trained);

  @Override
  public final String uid() {
    return uid;
  }

  /**
   * Trains on the rows of a table.
   *
   * @throws dev.nn.api.NnException if a param, a column or a row cannot be used; the message says
   *     where, and what would do
   */
  @Override
  public final M fit(Dataset<?> dataset) {
    transformSchema(dataset.schema());
    TrainingWish wish = wish();
    Optional<FittedSchema> schema = Schemas.of(dataset.schema(), $(featuresCol));
    dev.nn.core.Model trained =
        new ClusterTraining(dataset, columns(), wish)
            .train(network -> targets(network, dataset.schema(), schema), this::lossFor);
    M made = model(schema.map(of -> TabularModel.of(of, trained).withSchema()).orElse(trained));
    made.setParent(this);
    copyValues(made, ParamMap.empty());
    return made;
  }

  /** What the labels are, which must be what the schema has made of them if there is one. */
  private Targets targets(Network network, StructType columns, Optional<FittedSchema> schema) {
    Targets found = targets(network, columns);
    if (schema.isPresent() && !found.equals(schema.get().targets())) {
      throw new NnException(
          "the target %s is %s, whose last layer is %s, trained by %s; these layers end in %s, trained by %s"
              .formatted(
                  String.join(", ", schema.get().targetColumns()),
                  schema.get().targets(),
                  schema.get().outputLayer(),
                  schema.get().targets() instanceof Targets.Real
                      ? "NeuralNetworkRegressor"
                      : "NeuralNetworkClassifier",
                  network.outputShape(),
                  getClass().getSimpleName()));
    }
    return found;
  }

  private Columns columns() {
    return new Columns($(featuresCol), $(labelCol), $(weightCol), $(keyCol));
  }

  private TrainingWish wish() {
    return new TrainingWish(
        isSet(layers) ? $(layers) : "",
        $(loss),
        $(optimizer),
        $(withoutWeightDecay),
        $(validationIndicatorCol),
        $(mode),
        $(earlyStopping),
        $(metrics),
        $(checkpointDir),
        (Integer) $(maxIter),
        (Integer) $(batchSize),
        (Integer) $(shards),
        (Integer) $(rounds),
        (Long) $(seed));
  }

  @Override
  public StructType transformSchema(StructType schema) {
    Schemas.requireNumbers(schema, $(featuresCol));
    Schemas.requireLabel(schema, $(labelCol));
    Schemas.requireNumber(schema, $(weightCol));
    Schemas.requireFlag(schema, $(validationIndicatorCol));
    Schemas.require(schema, $(keyCol));
    return Schemas.withNumber(schema, $(predictionCol));
  }

  public final Param<String> featuresCol() {
    return featuresCol;
  }

  public final Param<String> labelCol() {
    return labelCol;
  }

  public final Param<String> predictionCol() {
    return predictionCol;
  }

  public final Param<String> weightCol() {
    return weightCol;
  }

  public final Param<String> validationIndicatorCol() {
    return validationIndicatorCol;
  }

  public final Param<String> keyCol() {
    return keyCol;
  }

  public final Param<String> layers() {
    return layers;
  }

  public final Param<String> loss() {
    return loss;
  }

  public final Param<String> optimizer() {
    return optimizer;
  }

  public final Param<String> withoutWeightDecay() {
    return withoutWeightDecay;
  }

  public final Param<String> mode() {
    return mode;
  }

  public final Param<String> earlyStopping() {
    return earlyStopping;
  }

  public final Param<String> metrics() {
    return metrics;
  }

  public final Param<String> checkpointDir() {
    return checkpointDir;
  }

  public final IntParam maxIter() {
    return maxIter;
  }

  public final IntParam batchSize() {
    return batchSize;
  }

  public final IntParam shards() {
    return shards;
  }

  public final IntParam rounds() {
    return rounds;
  }

  public final LongParam seed() {
    return seed;
  }

  /** Sets the column of features: vectors, dense or sparse, or arrays of numbers. */
  public final E setFeaturesCol(String value) {
    set(featuresCol, value);
    return self();
  }

  /** Sets the column of what is to be predicted. */
  public final E setLabelCol(String value) {
    set(labelCol, value);
    return self();
  }

  /** Sets the column that predictions go to. */
  public final E setPredictionCol(String value) {
    set(predictionCol, value);
    return self();
  }

  /** Sets the column that says how much a row counts. */
  public final E setWeightCol(String value) {
    set(weightCol, value);
    return self();
  }

  /**
   * Sets the column that is true for rows to validate on, which are not learnt from. A null counts
   * as false.
   */
  public final E setValidationIndicatorCol(String value) {
    set(validationIndicatorCol, value);
    return self();
  }

  /**
   * Sets the column that tells a row from all others. A row's shard follows from it, or else from
   * the row's content; equal rows are then in one shard.
   */
  public final E setKeyCol(String value) {
    set(keyCol, value);
    return self();
  }

  /**
   * Sets the layers by their specs, separated by commas, the output layer included: {@code
   * dense(units=64, activation=relu), dense(units=10, activation=softmax)}.
   */
  public final E setLayers(String value) {
    set(layers, value);
    return self();
  }

  /** Sets the loss by its spec, such as {@code categorical_crossentropy}. */
  public final E setLoss(String value) {
    set(loss, value);
    return self();
  }

  /** Sets the optimizer by its spec, such as {@code adam(learning_rate=0.003)}. */
  public final E setOptimizer(String value) {
    set(optimizer, value);
    return self();
  }

  /** Sets parameters that the optimizer's weight decay leaves alone, separated by commas. */
  public final E setWithoutWeightDecay(String value) {
    set(withoutWeightDecay, value);
    return self();
  }

  /** Sets what happens between two rounds: {@code local} or {@code synchronous}. */
  public final E setMode(String value) {
    set(mode, value);
    return self();
  }

  /**
   * Sets after how many epochs without improvement the training ends with the best weights: {@code
   * 5} for the loss, {@code accuracy:5} for a metric.
   */
  public final E setEarlyStopping(String value) {
    set(earlyStopping, value);
    return self();
  }

  /** Sets metrics for the rows to validate on, separated by commas. */
  public final E setMetrics(String value) {
    set(metrics, value);
    return self();
  }

  /**
   * Sets a folder, of any file system that Spark knows, for checkpoints of the driver. A training
   * that finds one of the same kind there goes on from it.
   */
  public final E setCheckpointDir(String value) {
    set(checkpointDir, value);
    return self();
  }

  /** Sets how often to go through all rows. */
  public final E setMaxIter(int value) {
    set(maxIter, value);
    return self();
  }

  /**
   * Sets the rows of a step: of a shard's own step in the mode local, of all shards together in the
   * mode synchronous.
   */
  public final E setBatchSize(int value) {
    set(batchSize, value);
    return self();
  }

  /** Sets how many shards there are. The weights depend on it, so choose it once. */
  public final E setShards(int value) {
    set(shards, value);
    return self();
  }

  /** Sets how often in an epoch the shards meet in the mode local; 0 to have it chosen. */
  public final E setRounds(int value) {
    set(rounds, value);
    return self();
  }

  /** Sets the seed of the first weights, of the shards and of all else that is random. */
  public final E setSeed(long value) {
    set(seed, value);
    return self();
  }
}
