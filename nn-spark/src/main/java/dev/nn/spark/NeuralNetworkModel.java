package dev.nn.spark;

import dev.nn.spark.cluster.Scorer;
import dev.nn.spark.cluster.Sessions;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * What the models have in common: a trained network, which the executors get once, and which
 * predicts the rows of a table in batches.
 *
 * @param <M> the model
 */
public abstract class NeuralNetworkModel<M extends NeuralNetworkModel<M>> extends Model<M>
    implements MLWritable {
  private static final long serialVersionUID = 1L;

  private final String uid;
  private final transient dev.nn.core.Model network;
  private final Param<String> featuresCol;
  private final Param<String> predictionCol;

  NeuralNetworkModel(String uid, dev.nn.core.Model network) {
    this.uid = uid;
    this.network = network;
    featuresCol = text("featuresCol", "features: a column of vectors or arrays of numbers");
    predictionCol = text("predictionCol", "the column that predictions go to");
    setDefault(featuresCol, "features");
    setDefault(predictionCol, "prediction");
  }

  final Param<String> text(String name, String meaning) {
    return new Param<>(this, name, meaning);
  }

  abstract M self();

  /** What the columns that are added hold, in their order. */
  abstract Scorer.Added added();

  @Override
  public final String uid() {
    return uid;
  }

  /**
   * Returns the trained network as a model of the framework, such as to save it in a single file:
   * {@code model.network().save(Path.of("mnist.safetensors"))}.
   */
  public final dev.nn.core.Model network() {
    return network;
  }

  /** Returns the SHA-256 of the weights, which is the same on every cluster. */
  public final String weightsSha256() {
    return network.weightsSha256();
  }

  @Override
  public final Dataset<Row> transform(Dataset<?> dataset) {
    StructType schema = transformSchema(dataset.schema());
    JavaSparkContext context = Sessions.context(dataset);
    Broadcast<Scorer> scorer = context.broadcast(new Scorer(network.toBytes()));
    Scorer.Added added = added();
    int column = dataset.schema().fieldIndex($(featuresCol));
    String name = $(featuresCol);
    MapPartitionsFunction<Row, Row> score = rows -> scorer.value().score(rows, column, name, added);
    return Schemas.withMetadata(dataset.toDF().mapPartitions(score, Encoders.row(schema)), schema);
  }

  @Override
  public StructType transformSchema(StructType schema) {
    Schemas.requireNumbers(schema, $(featuresCol));
    return schema;
  }

  @Override
  public final MLWriter write() {
    return new ModelWriter(this, network);
  }

  public final Param<String> featuresCol() {
    return featuresCol;
  }

  public final Param<String> predictionCol() {
    return predictionCol;
  }

  /** Sets the column of features: vectors, dense or sparse, or arrays of numbers. */
  public final M setFeaturesCol(String value) {
    set(featuresCol, value);
    return self();
  }

  /** Sets the column that predictions go to. */
  public final M setPredictionCol(String value) {
    set(predictionCol, value);
    return self();
  }

  /** What it is and what network it has. */
  @Override
  public final String toString() {
    return "%s: uid=%s, %s".formatted(getClass().getSimpleName(), uid, network.network());
  }
}
