package dev.nn.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.nn.api.NnException;
import dev.nn.core.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.TrainValidationSplit;
import org.apache.spark.ml.tuning.TrainValidationSplitModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Our stages among Spark's own, and what comes from elsewhere. */
class StagesOfSparkTest {
  private final SparkSession session = Session.local();
  private final Dataset<Row> table = Spirals.table(session, 400);

  @Test
  void networksLearnFromWhatStandardScalerMakes(@TempDir Path folder) throws IOException {
    StandardScaler scaler =
        new StandardScaler().setInputCol("features").setOutputCol("scaled").setWithMean(true);
    Pipeline pipeline =
        new Pipeline()
            .setStages(new PipelineStage[] {scaler, Spirals.classifier().setFeaturesCol("scaled")});
    PipelineModel model = pipeline.fit(table);
    PipelineModel again = pipeline.fit(table.repartition(1));
    assertEquals(weightsOf(model.stages()[1]), weightsOf(again.stages()[1]));
    String path = folder.resolve("scaled").toString();
    model.save(path);
    assertEquals(
        model.transform(table).select("id", "probability").collectAsList(),
        PipelineModel.load(path).transform(table).select("id", "probability").collectAsList());
  }

  private static String weightsOf(Object stage) {
    return ((NeuralNetworkClassificationModel) stage).weightsSha256();
  }

  @Test
  void trainValidationSplitChooses() {
    NeuralNetworkClassifier classifier = Spirals.classifier().setMaxIter(2).setRounds(2);
    ParamMap[] grid =
        Spirals.optimizers(classifier, "sgd(learning_rate=0.000001)", "adam(learning_rate=0.02)");
    TrainValidationSplitModel chosen =
        new TrainValidationSplit()
            .setEstimator(classifier)
            .setEstimatorParamMaps(grid)
            .setEvaluator(new MulticlassClassificationEvaluator().setMetricName("accuracy"))
            .setTrainRatio(0.7)
            .setSeed(3)
            .fit(table);
    NeuralNetworkClassificationModel best = (NeuralNetworkClassificationModel) chosen.bestModel();
    String optimizer = best.network().training().orElseThrow().optimizer();
    assertTrue(optimizer.startsWith("adam("), optimizer);
    assertEquals(400, chosen.transform(table).count());
  }

  @Test
  void aModelFileOfTheFirstFormatPredictsOnSpark(@TempDir Path folder) throws IOException {
    Model old = Model.load(Path.of("../nn-tests/src/test/resources/format-1/model.safetensors"));
    int inputs = old.network().inputShape().size();
    double[] values = new double[inputs];
    for (int i = 0; i < inputs; i++) {
      values[i] = 0.25 * i - 1;
    }
    Dataset<Row> rows =
        session.createDataFrame(
            List.of(RowFactory.create(Vectors.dense(values))),
            new StructType().add("features", SQLDataTypes.VectorType()));
    NeuralNetworkClassificationModel stage = NeuralNetworkClassificationModel.of(old);
    String path = folder.resolve("old").toString();
    stage.save(path);
    for (NeuralNetworkClassificationModel each :
        List.of(stage, NeuralNetworkClassificationModel.load(path))) {
      Vector probability = each.transform(rows).collectAsList().get(0).getAs("probability");
      float[] expected = old.predict(values);
      float[] found = new float[expected.length];
      for (int i = 0; i < found.length; i++) {
        found[i] = (float) probability.apply(i);
      }
      assertArrayEquals(expected, found);
      assertEquals(old.weightsSha256(), each.weightsSha256());
    }
  }

  /** What a client of Spark Connect has is a table too, but of another class. */
  @Test
  void aTableOfSparkConnectIsRefusedInWords() {
    @SuppressWarnings("unchecked")
    Dataset<Row> connected = mock(Dataset.class);
    when(connected.schema()).thenReturn(Spirals.schema());
    NeuralNetworkClassificationModel model = Spirals.classifier().setMaxIter(1).fit(table);
    for (Executable use :
        List.<Executable>of(
            () -> Spirals.classifier().fit(connected), () -> model.transform(connected))) {
      NnException refused = assertThrows(NnException.class, use);
      assertTrue(
          refused.getMessage().contains("this table is one of Spark Connect"), refused::getMessage);
      assertTrue(refused.getMessage().contains("spark-submit"), refused::getMessage);
    }
  }
}
