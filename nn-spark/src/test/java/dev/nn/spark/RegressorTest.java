package dev.nn.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.nn.math.CounterRandom;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One dense layer can learn 2x − y + 1 to the last digits; a third of the rows say something else.
 */
class RegressorTest {
  private static final int ROWS = 300;

  private final SparkSession session = Session.local();
  private final Dataset<Row> table = table();

  private Dataset<Row> table() {
    CounterRandom random = CounterRandom.of(3, 1);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      double x = 2 * random.nextDouble() - 1;
      double y = 2 * random.nextDouble() - 1;
      boolean isWrong = i % 3 == 0;
      double label = isWrong ? 50 : 2 * x - y + 1;
      rows.add(RowFactory.create(Vectors.dense(x, y), label, isWrong ? 0.0 : 1.0));
    }
    return session.createDataFrame(
        rows,
        new StructType()
            .add("features", SQLDataTypes.VectorType())
            .add("label", DataTypes.DoubleType)
            .add("weight", DataTypes.DoubleType));
  }

  private static NeuralNetworkRegressor regressor() {
    return new NeuralNetworkRegressor()
        .setLayers("dense(units=1, activation=identity)")
        .setOptimizer("sgd(learning_rate=0.5)")
        .setMaxIter(20)
        .setShards(2)
        .setBatchSize(100)
        .setSeed(1);
  }

  private static void assertLearnt(NeuralNetworkRegressionModel model, Dataset<Row> rows) {
    for (Row row : model.transform(rows).collectAsList()) {
      Vector features = row.getAs("features");
      double expected = 2 * features.apply(0) - features.apply(1) + 1;
      assertEquals(expected, row.<Double>getAs("prediction"), 0.01);
    }
  }

  @Test
  void aNumberIsLearntAndPredictedAfterSavingToo(@TempDir Path folder) throws IOException {
    Dataset<Row> right = table.where("weight = 1");
    NeuralNetworkRegressionModel model = regressor().fit(right);
    assertLearnt(model, right);
    String place = folder.resolve("model").toString();
    model.save(place);
    NeuralNetworkRegressionModel loaded = NeuralNetworkRegressionModel.load(place);
    assertEquals(model.weightsSha256(), loaded.weightsSha256());
    assertLearnt(loaded, right);
  }

  @Test
  void rowsOfWeightZeroCountForNothingAndEqualWeightsChangeNothing() {
    assertLearnt(regressor().setWeightCol("weight").fit(table), table);
    NeuralNetworkRegressor shortened = regressor().setMaxIter(3);
    String alike = shortened.fit(table).weightsSha256();
    NeuralNetworkRegressor weighted = shortened.setWeightCol("weight");
    Dataset<Row> ones = table.withColumn("weight", functions.lit(1.0));
    assertEquals(alike, weighted.fit(ones).weightsSha256());
    assertNotEquals(alike, weighted.fit(table).weightsSha256());
  }
}
