package dev.nn.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.api.NnException;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.spark.round.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.functions;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTest {
  private static final int POINTS = 600;

  private final SparkSession session = Session.local();
  private final Dataset<Row> table = Spirals.table(session, POINTS);

  @ParameterizedTest
  @EnumSource
  void theWeightsAreThoseOfOneMachineWhateverThePartitions(Mode mode) {
    String expected = Spirals.weights(mode);
    assertEquals(expected, Spirals.onOneMachine(POINTS, mode));
    for (int partitions : new int[] {1, 5, 16}) {
      NeuralNetworkClassificationModel model =
          Spirals.classifier()
              .setMode(mode.text())
              .setBatchSize(Spirals.batch(mode))
              .fit(table.repartition(partitions));
      assertEquals(expected, model.weightsSha256(), () -> partitions + " partitions");
    }
  }

  @Test
  void otherShardsOrAnotherSeedGiveOtherWeights() {
    String usual = Spirals.classifier().fit(table).weightsSha256();
    assertTrue(!usual.equals(Spirals.classifier().setShards(3).fit(table).weightsSha256()));
    assertTrue(!usual.equals(Spirals.classifier().setSeed(6).fit(table).weightsSha256()));
  }

  @Test
  void itLearns() {
    Dataset<Row> predicted =
        Spirals.classifier().setMaxIter(40).setRounds(1).fit(table).transform(table);
    assertEquals(
        List.of("id", "features", "label", "prediction", "rawPrediction", "probability"),
        Arrays.asList(predicted.columns()));
    double accuracy =
        new MulticlassClassificationEvaluator().setMetricName("accuracy").evaluate(predicted);
    assertTrue(accuracy > 0.9, () -> "accuracy " + accuracy);
  }

  @Test
  void predictionsAreThoseOfTheModelFile() {
    NeuralNetworkClassificationModel model = Spirals.classifier().fit(table);
    for (Row row : model.transform(table.limit(300)).collectAsList()) {
      Vector features = row.getAs("features");
      float[] expected = model.network().predict(features.toArray());
      Vector probability = row.getAs("probability");
      for (int i = 0; i < expected.length; i++) {
        assertEquals(expected[i], probability.apply(i));
      }
      assertEquals(probability.argmax(), row.<Double>getAs("prediction"));
    }
  }

  @Test
  void denseAndSparseVectorsAndArraysAreTheSame() {
    String dense = Spirals.classifier().fit(table).weightsSha256();
    List<Row> sparse =
        table.collectAsList().stream()
            .map(row -> RowFactory.create(row.get(0), ((Vector) row.get(1)).toSparse(), row.get(2)))
            .toList();
    Dataset<Row> ofSparse = session.createDataFrame(sparse, Spirals.schema());
    assertEquals(dense, Spirals.classifier().fit(ofSparse).weightsSha256());
    Dataset<Row> ofArrays =
        table.withColumn("features", functions.vector_to_array(table.col("features"), "float32"));
    NeuralNetworkClassificationModel model = Spirals.classifier().fit(ofArrays);
    assertEquals(dense, model.weightsSha256());
    assertEquals(POINTS, model.transform(ofArrays).count());
  }

  @Test
  void aKeyDecidesTheShardAndNotTheOrder() {
    NeuralNetworkClassifier byId = Spirals.classifier().setKeyCol("id");
    String expected = byId.fit(table).weightsSha256();
    assertEquals(expected, byId.fit(table.repartition(7)).weightsSha256());
    assertTrue(!expected.equals(Spirals.classifier().fit(table).weightsSha256()));
  }

  @Test
  void aPipelineIsSavedAndItsModelFileIsReadWithoutSpark(@TempDir Path folder) throws IOException {
    Dataset<Row> columns =
        table.select(
            functions.vector_to_array(table.col("features"), "float64").getItem(0).as("x"),
            functions.vector_to_array(table.col("features"), "float64").getItem(1).as("y"),
            table.col("label"));
    VectorAssembler assembler =
        new VectorAssembler().setInputCols(new String[] {"x", "y"}).setOutputCol("features");
    PipelineModel trained =
        new Pipeline()
            .setStages(new PipelineStage[] {assembler, Spirals.classifier().setPredictionCol("c")})
            .fit(columns);
    String path = folder.resolve("pipeline").toString();
    trained.save(path);
    PipelineModel loaded = PipelineModel.load(path);
    assertEquals(
        trained.transform(columns).select("c", "probability").collectAsList(),
        loaded.transform(columns).select("c", "probability").collectAsList());
    NeuralNetworkClassificationModel stage = (NeuralNetworkClassificationModel) trained.stages()[1];
    Path file = folder.resolve("pipeline/stages/1_" + stage.uid() + "/model.safetensors");
    Model alone = Model.load(file);
    assertEquals(stage.weightsSha256(), alone.weightsSha256());
    assertEquals(2, alone.network().inputShape().size());
    assertEquals("adam", alone.training().orElseThrow().optimizer().substring(0, 4));
    Dataset<Row> assembled = assembler.transform(columns);
    assertEquals(
        stage.transform(assembled).select("c").collectAsList(),
        NeuralNetworkClassificationModel.of(alone)
            .transform(assembled)
            .select("prediction")
            .collectAsList());
  }

  @Test
  void anEstimatorIsSavedWithItsParams(@TempDir Path folder) throws IOException {
    NeuralNetworkClassifier classifier = Spirals.classifier().setRounds(3);
    classifier.save(folder.resolve("estimator").toString());
    NeuralNetworkClassifier loaded =
        NeuralNetworkClassifier.load(folder.resolve("estimator").toString());
    assertEquals(classifier.explainParams(), loaded.explainParams());
  }

  @Test
  void crossValidationChooses() {
    NeuralNetworkClassifier classifier = Spirals.classifier().setMaxIter(2).setRounds(2);
    ParamMap[] grid =
        Spirals.optimizers(classifier, "adam(learning_rate=0.02)", "sgd(learning_rate=0.000001)");
    CrossValidatorModel chosen =
        new CrossValidator()
            .setEstimator(classifier)
            .setEstimatorParamMaps(grid)
            .setEvaluator(new MulticlassClassificationEvaluator().setMetricName("accuracy"))
            .setNumFolds(2)
            .setParallelism(2)
            .fit(table);
    NeuralNetworkClassificationModel best = (NeuralNetworkClassificationModel) chosen.bestModel();
    String optimizer = best.network().training().orElseThrow().optimizer();
    assertTrue(optimizer.startsWith("adam("), optimizer);
  }

  @Test
  void earlyStoppingTakesTheBestWeights() {
    Dataset<Row> marked = table.withColumn("held", table.col("id").mod(5).equalTo(0));
    NeuralNetworkClassifier classifier =
        Spirals.classifier()
            .setValidationIndicatorCol("held")
            .setMetrics("accuracy")
            .setOptimizer("sgd(learning_rate=0)");
    NeuralNetworkClassificationModel stopped =
        classifier.setEarlyStopping("accuracy:2").setRounds(1).setMaxIter(50).fit(marked);
    // The first epoch is the best, and two without improvement follow.
    assertEquals(3, stopped.network().training().orElseThrow().epochs());
  }

  @Test
  void aTrainingGoesOnFromItsCheckpointsWithTheSameBits(@TempDir Path folder) {
    Dataset<Row> marked = table.withColumn("held", table.col("id").mod(5).equalTo(0));
    NeuralNetworkClassifier classifier =
        Spirals.classifier()
            .setValidationIndicatorCol("held")
            .setMetrics("accuracy")
            .setEarlyStopping("9")
            .setMaxIter(5);
    String expected = classifier.fit(marked).weightsSha256();
    classifier.setCheckpointDir(folder.resolve("checkpoints").toString());
    String half = classifier.setMaxIter(2).fit(marked).weightsSha256();
    assertTrue(!expected.equals(half));
    NeuralNetworkClassificationModel whole = classifier.setMaxIter(5).fit(marked.repartition(3));
    assertEquals(expected, whole.weightsSha256());
    String other =
        assertThrows(NnException.class, () -> classifier.setSeed(1).fit(marked)).getMessage();
    assertTrue(other.contains("they have \"seed 5\", this one has \"seed 1\""), other);
  }

  @Test
  void aRowThatCannotBeUsedIsNamed() {
    List<Row> rows =
        List.of(
            RowFactory.create(1L, Vectors.dense(1, 2, 3), 0.0),
            RowFactory.create(2L, Vectors.dense(1, Double.NaN, 3), 0.0));
    DataException nan = refused(rows);
    assertEquals(
        "row 1 of partition 0: column features[1] is NaN, which is not a finite float",
        nan.getMessage());
    DataException label = refused(List.of(RowFactory.create(1L, Vectors.dense(1, 2, 3), 3.0)));
    assertTrue(
        label.getMessage().contains("Labels MUST be in [0, 3), but got 3.0"), label::getMessage);
    DataException half = refused(List.of(RowFactory.create(1L, Vectors.dense(1, 2, 3), 0.5)));
    assertTrue(
        half.getMessage().contains("Labels MUST be Integers, but got 0.5"), half::getMessage);
    DataException length =
        refused(
            List.of(
                RowFactory.create(1L, Vectors.dense(1, 2, 3), 0.0),
                RowFactory.create(1L, Vectors.dense(1, 2), 0.0)));
    assertTrue(
        length.getMessage().contains("column features has 2 numbers, but those before had 3"),
        length::getMessage);
  }

  /** As a float it would be the whole number 1. */
  @Test
  void aLabelIsNotRoundedToAClass() {
    DataException almost =
        refused(List.of(RowFactory.create(1L, Vectors.dense(1, 2, 3), 1 + 1e-12)));
    assertTrue(
        almost.getMessage().contains("Labels MUST be Integers, but got 1.000000000001"),
        almost::getMessage);
  }

  @ParameterizedTest
  @ValueSource(strings = {"units=3, activation=softmax", "units=1, activation=sigmoid"})
  void aPredictionOfNaNIsNoClass(String last) {
    Network network = Network.of(3, "dense(" + last + ")");
    int outputs = network.outputShape().size();
    float[] bias = new float[outputs];
    bias[outputs - 1] = Float.NaN;
    Model model =
        Model.of(network, Map.of("0.dense.kernel", new float[3 * outputs], "0.dense.bias", bias));
    NeuralNetworkClassificationModel stage = NeuralNetworkClassificationModel.of(model);
    Exception refused =
        assertThrows(Exception.class, () -> stage.transform(table.limit(1)).collectAsList());
    assertTrue(
        String.valueOf(refused).contains("the network predicts NaN, which is no class"),
        refused::toString);
    Row outputsAlone = stage.setPredictionCol("").transform(table.limit(1)).collectAsList().get(0);
    Vector raw = outputsAlone.getAs("rawPrediction");
    assertTrue(Double.isNaN(raw.apply(raw.size() - 1)), raw::toString);
  }

  private DataException refused(List<Row> rows) {
    Dataset<Row> bad = session.createDataFrame(rows, Spirals.schema()).coalesce(1);
    return assertThrows(DataException.class, () -> Spirals.classifier().fit(bad));
  }

  @Test
  void whatIsWrongIsSaidBeforeAnyJob() {
    assertEquals(
        "layers is not set: the last layer says how many outputs there are, as in"
            + " setLayers(\"dense(units=64, activation=relu), dense(units=3, activation=softmax)\")",
        message(new NeuralNetworkClassifier()));
    assertTrue(
        message(Spirals.classifier().setLabelCol("klass"))
            .startsWith("klass does not exist. Available: id, features, label"));
    assertTrue(message(Spirals.classifier().setMode("lokal")).startsWith("mode must be local or"));
    assertTrue(
        message(Spirals.classifier().setMetrics("accuracy"))
            .contains("set validationIndicatorCol to a column that is true for them"));
    assertTrue(message(Spirals.classifier().setOptimizer("adma")).contains("adam"));
  }

  private String message(NeuralNetworkClassifier classifier) {
    RuntimeException refused = assertThrows(RuntimeException.class, () -> classifier.fit(table));
    assertTrue(
        refused instanceof NnException || refused instanceof IllegalArgumentException,
        refused::toString);
    return String.valueOf(refused.getMessage());
  }
}
