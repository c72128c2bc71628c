package dev.nn.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.api.NnException;
import dev.nn.data.TabularModel;
import dev.nn.data.schema.FittedSchema;
import dev.nn.data.schema.Prediction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaEncoderTest {
  private static final String CLASSES = Shops.ROLES + "sold=ignore, kind=target";
  private static final String NUMBERS = Shops.ROLES + "kind=ignore, sold=target";

  private final SparkSession session = Session.local();
  private final Dataset<Row> shops = Shops.table(session, 600);

  private static SchemaEncoder encoder(String roles) {
    return new SchemaEncoder().setColumns(roles);
  }

  private static NeuralNetworkClassifier classifier() {
    return new NeuralNetworkClassifier()
        .setLayers("dense(units=16, activation=relu), dense(units=3, activation=softmax)")
        .setOptimizer("adam(learning_rate=0.02)")
        .setShards(2)
        .setBatchSize(16)
        .setMaxIter(20);
  }

  private static NeuralNetworkRegressor regressor() {
    return new NeuralNetworkRegressor()
        .setLayers("dense(units=16, activation=relu), dense(units=1)")
        .setOptimizer("adam(learning_rate=0.02)")
        .setShards(2)
        .setBatchSize(16)
        .setMaxIter(20);
  }

  @Test
  void theSchemaIsTheSameWhateverThePartitionsAlsoIfItLearnsFromSomeRows() {
    for (long most : new long[] {100, 100_000}) {
      SchemaEncoder encoder = encoder(CLASSES).setSampleRows(most);
      FittedSchema expected = encoder.fit(shops).schema();
      for (int partitions : new int[] {1, 7}) {
        assertEquals(expected, encoder.fit(shops.repartition(partitions)).schema());
      }
    }
  }

  @Test
  void meansAreThoseOfTheTable() {
    FittedSchema schema = encoder(NUMBERS).fit(shops).schema();
    assertEquals(List.of("id", "tags", "kind"), schema.ignoredColumns());
    Row expected =
        shops
            .agg(functions.avg("size"), functions.stddev_pop("size"), functions.avg("sold"))
            .first();
    Dataset<Row> encoded = SchemaEncoderModel.of(schema).transform(shops);
    Row first = encoded.first();
    int size = schema.features().indexOf("size");
    assertEquals(
        (first.<Double>getAs("size") - expected.getDouble(0)) / expected.getDouble(1),
        first.<Vector>getAs("features").apply(size),
        1e-6);
    assertEquals(0, encoded.agg(functions.avg("label")).first().getDouble(0), 1e-6);
  }

  @Test
  void aClassThatFewRowsHaveIsKnownThoughFewRowsAreLookedAt() {
    Dataset<Row> rare =
        shops.withColumn("kind", functions.expr("case when id = 17 then 'unique' else kind end"));
    FittedSchema schema = encoder(CLASSES).setSampleRows(50).fit(rare).schema();
    assertEquals(List.of("large", "middle", "small", "unique"), schema.labels("kind"));
    assertEquals(600, SchemaEncoderModel.of(schema).transform(rare).count());
  }

  @Test
  void aPipelineFromTheTableToItsWords(@TempDir Path folder) throws IOException {
    PipelineModel trained =
        new Pipeline().setStages(new PipelineStage[] {encoder(CLASSES), classifier()}).fit(shops);
    trained.save(folder.resolve("pipeline").toString());
    PipelineModel loaded = PipelineModel.load(folder.resolve("pipeline").toString());
    List<Row> rows = loaded.transform(shops.drop("kind", "sold")).collectAsList();
    SchemaEncoderModel encoder = (SchemaEncoderModel) trained.stages()[0];
    List<String> words = encoder.schema().labels("kind");
    NeuralNetworkClassificationModel model = (NeuralNetworkClassificationModel) trained.stages()[1];
    Path file = folder.resolve("model.safetensors");
    model.network().save(file);
    TabularModel alone = TabularModel.load(file);
    assertEquals(encoder.schema(), alone.schema());
    int right = 0;
    for (Row row : rows) {
      Prediction onOneMachine = alone.predict(cells(row));
      String word = words.get((int) row.<Double>getAs("prediction").doubleValue());
      assertEquals(onOneMachine.label(), word);
      double size = row.getAs("size");
      right += word.equals(size < 10 ? "small" : size < 20 ? "middle" : "large") ? 1 : 0;
    }
    assertTrue(right > 0.9 * rows.size(), right + " of " + rows.size() + " are right");
  }

  private static Map<String, Object> cells(Row row) {
    Map<String, Object> cells = new HashMap<>();
    for (String name : List.of("size", "staff", "region", "opened")) {
      cells.put(name, row.getAs(name));
    }
    return cells;
  }

  @Test
  void numbersArePredictedInTheirOwnUnits() {
    PipelineModel trained =
        new Pipeline().setStages(new PipelineStage[] {encoder(NUMBERS), regressor()}).fit(shops);
    double error =
        new RegressionEvaluator()
            .setLabelCol("sold")
            .setMetricName("rmse")
            .evaluate(trained.transform(shops));
    // The standard deviation of what is sold is 28.
    assertTrue(error < 5, () -> "error " + error);
  }

  @Test
  void whatDoesNotFitIsSaidBeforeTraining() {
    assertEquals(
        "column tags is of type array<string>, but a schema reads numbers, texts and dates: make"
            + " columns of these, or leave it out by setColumns(\"tags=ignore\")",
        assertThrows(DataException.class, () -> encoder("").fit(shops)).getMessage());
    Dataset<Row> encoded = encoder(CLASSES).fit(shops).transform(shops);
    String message = assertThrows(NnException.class, () -> regressor().fit(encoded)).getMessage();
    assertTrue(
        message.startsWith(
            "the target kind is 3 classes: large, middle, small, whose last layer is"
                + " dense(units=3, activation=softmax), trained by NeuralNetworkClassifier"),
        message);
  }

  @Test
  void aRowWithoutItsTargetIsNamed() {
    SchemaEncoderModel encoder = encoder(CLASSES).fit(shops);
    Dataset<Row> some =
        shops.withColumn("kind", functions.expr("case when id = 17 then null else kind end"));
    assertEquals(1, encoder.transform(some).where("label is null").count());
    String message =
        assertThrows(
                DataException.class, () -> classifier().fit(encoder.transform(some.coalesce(1))))
            .getMessage();
    assertTrue(message.startsWith("row 17 of partition 0: column label is null"), message);
  }

  @Test
  void aCellThatCannotBeUsedIsNamedWithItsFile(@TempDir Path folder) throws IOException {
    SchemaEncoderModel encoder = encoder(CLASSES).fit(shops);
    Path file = Files.writeString(folder.resolve("new.csv"), "1,2,3,north,,medium\n");
    Dataset<Row> unknown =
        session
            .read()
            .schema("id LONG, size DOUBLE, staff INT, region STRING, opened DATE, kind STRING")
            .csv(file.toString());
    String message =
        assertThrows(DataException.class, () -> classifier().fit(encoder.transform(unknown)))
            .getMessage();
    assertTrue(message.startsWith("row 0 of partition 0 (file "), message);
    assertTrue(
        message.endsWith(
            "new.csv): column \"kind\": \"medium\" is not among what the target was in training:"
                + " \"large\", \"middle\", \"small\""),
        message);
  }
}
