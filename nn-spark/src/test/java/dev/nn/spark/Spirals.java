package dev.nn.spark;

import dev.nn.core.ShardTrainer;
import dev.nn.core.dataset.Targets;
import dev.nn.math.CounterRandom;
import dev.nn.spark.round.Judge;
import dev.nn.spark.round.MemoryShards;
import dev.nn.spark.round.Mode;
import dev.nn.spark.round.Plan;
import dev.nn.spark.round.Progress;
import dev.nn.spark.round.Recipe;
import dev.nn.spark.round.RoundEvents;
import dev.nn.spark.round.RoundTraining;
import dev.nn.spark.round.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Points of three arms of a spiral, and what one machine without Spark makes of them. */
final class Spirals {
  static final String LAYERS =
      "dense(units=16, activation=tanh), dense(units=3, activation=softmax)";
  static final String OPTIMIZER = "adam(learning_rate=0.02)";
  static final long SEED = 5;
  static final int SHARDS = 4;
  static final int EPOCHS = 3;

  /** Rows of a step: of each shard's own, or of all shards together. */
  static int batch(Mode mode) {
    return mode == Mode.LOCAL ? 8 : 150;
  }

  private Spirals() {}

  /** The SHA-256 of the weights that 600 points give everywhere, on every JDK. */
  static String weights(Mode mode) {
    return mode == Mode.LOCAL
        ? "0c01943243ce3be2864e0a96bc5b0f0d6c3ce4a6161bda5d43d37f851ff15e87"
        : "a3ac233c072568df84a09ee6f7c814d9b69af594f644567be9ddec9323a79023";
  }

  /** The features of a point and its class. */
  static double[] point(int index) {
    CounterRandom random = CounterRandom.of(11, index);
    int arm = index % 3;
    double along = 0.2 + 0.8 * random.nextDouble();
    double angle = 2.5 * along + arm * 2 * Math.PI / 3 + 0.15 * random.nextGaussian();
    return new double[] {along * Math.cos(angle), along * Math.sin(angle), along, arm};
  }

  static StructType schema() {
    return new StructType()
        .add("id", DataTypes.LongType)
        .add("features", SQLDataTypes.VectorType())
        .add("label", DataTypes.DoubleType);
  }

  static Dataset<Row> table(SparkSession session, int points) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      double[] point = point(i);
      rows.add(RowFactory.create((long) i, Vectors.dense(point[0], point[1], point[2]), point[3]));
    }
    return session.createDataFrame(rows, schema());
  }

  static NeuralNetworkClassifier classifier() {
    return new NeuralNetworkClassifier()
        .setLayers(LAYERS)
        .setOptimizer(OPTIMIZER)
        .setMaxIter(EPOCHS)
        .setShards(SHARDS)
        .setBatchSize(batch(Mode.LOCAL))
        .setSeed(SEED);
  }

  /** A grid of optimizers. */
  static ParamMap[] optimizers(NeuralNetworkClassifier classifier, String... optimizers) {
    return new ParamGridBuilder()
        .addGrid(
            classifier.optimizer(),
            scala.jdk.javaapi.CollectionConverters.asScala(List.of(optimizers)))
        .build();
  }

  /** The same with an activation of a third party. */
  static NeuralNetworkClassifier bent(String activation) {
    return classifier().setLayers(LAYERS.replace("tanh", activation));
  }

  /** The weights that one machine gets from the same rows in as many shards. */
  static String onOneMachine(int points, Mode mode) {
    return onOneMachine(points, mode, EPOCHS);
  }

  static String onOneMachine(int points, Mode mode, int epochs) {
    return onOneMachine(LAYERS, points, mode, epochs);
  }

  static String onOneMachine(String layers, int points, Mode mode, int epochs) {
    Targets targets = Targets.Classes.numbered(3);
    Recipe recipe = new Recipe(layers, 3, "categorical_crossentropy", OPTIMIZER, "", SEED, targets);
    List<byte[]> keys = new ArrayList<>();
    for (int i = points - 1; i >= 0; i--) {
      double[] point = point(i);
      float[] packed = {(float) point[0], (float) point[1], (float) point[2], (float) point[3], 1};
      keys.add(RowKey.of(packed, RowKey.ofContent(packed, SEED)));
    }
    ShardTrainer trainer = recipe.trainer();
    Plan plan = Plan.of(mode, points, SHARDS, batch(mode), recipe.network().parameterCount(), 0);
    RoundTraining training =
        new RoundTraining(
            trainer,
            plan,
            epochs,
            Optional.empty(),
            new Judge(Set.of(), targets, 3),
            RoundEvents.NONE);
    Progress end =
        training.run(
            Progress.start(trainer.start()),
            MemoryShards.of(recipe, keys, SHARDS),
            Optional.empty());
    return trainer.model(end.state(), targets, List.of(), epochs).weightsSha256();
  }
}
