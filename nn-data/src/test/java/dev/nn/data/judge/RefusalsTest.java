package dev.nn.data.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.core.dataset.Dataset;
import dev.nn.data.TabularModel;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What cannot be judged says why. */
class RefusalsTest {
  private static final Table ROWS = Models.table(new double[] {1, 2, 3, 4}, "a", "a", "b", "b");

  private static TabularModel model(float bias) {
    return Models.linear(ROWS, "x=number", "sigmoid", new float[] {1}, bias);
  }

  private static String refused(Executable work) {
    return assertThrows(DataException.class, work).getMessage();
  }

  @Test
  void aRowWithoutItsTargetIsNamed() {
    Table lacking = Models.table(new double[] {1, 2, 3}, "a", "", "b");
    String expected =
        "table: row 2, column \"kind\": the target is missing; leave out the rows that have none";
    assertEquals(expected, refused(() -> Judgement.of(model(0), ROWS, lacking)));
    assertEquals(expected, refused(() -> Judgement.of(model(0), lacking, ROWS)));
    assertEquals(expected, refused(() -> Importance.of(model(0), lacking, 1, 0)));
    assertEquals(expected, refused(() -> WorstMistakes.of(model(0), lacking, 1)));
    Schema schema = Schema.infer(ROWS, "x=number");
    assertEquals(expected, refused(() -> Folds.of(2, 0).split(lacking, schema)));
  }

  @Test
  void predictionsOfNaNAreNoAnswer() {
    String message = refused(() -> Judgement.of(model(Float.NaN), ROWS, ROWS));
    assertTrue(message.startsWith("row 1: the network predicts NaN"), message);
    Dataset data = model(0).schema().dataset(ROWS);
    String matrix = refused(() -> LabelledConfusionMatrix.of(model(Float.NaN).model(), data));
    assertTrue(matrix.startsWith("the network predicts NaN for 4 of 4 examples"), matrix);
  }

  @Test
  void rowsAreNeeded() {
    assertEquals(
        "there are no rows to judge the model by",
        refused(() -> Judgement.of(model(0), ROWS, ROWS.select())));
    assertEquals(
        "there are no rows that tell what to guess",
        refused(() -> Judgement.of(model(0), ROWS.select(), ROWS)));
  }

  @Test
  void aTargetOfOtherWordsOnlyIsATableOfAnotherKind() {
    Table other = Models.table(new double[] {1, 2}, "yes", "no");
    assertEquals(
        "table: column \"kind\" holds no class that the model knows; it has \"yes\", \"no\", the model \"a\", \"b\"",
        refused(() -> Judgement.of(model(0), ROWS, other)));
    Table without = ROWS.columns("x");
    String message = refused(() -> Judgement.of(model(0), ROWS, without));
    assertTrue(message.contains("no column is named \"kind\""), message);
  }

  @Test
  void numbersAreNotJudgedByTexts() {
    Table rows = Table.of(NumberColumn.of("x", 1, 2, 3), NumberColumn.of("kind", 2, 4, 6));
    TabularModel model =
        Models.linear(rows, "x=number, kind=target(kind=number)", "identity", new float[] {1}, 0);
    assertEquals(
        "table: the target column \"kind\" holds texts, not numbers",
        refused(() -> Judgement.of(model, rows, ROWS)));
    String message =
        refused(() -> LabelledConfusionMatrix.of(model.model(), model.schema().dataset(rows)));
    assertTrue(message.contains("1 real number"), message);
  }

  @Test
  void anUnknownMeasureIsAnsweredWithThoseThatThereAre() {
    TargetReport report = Judgement.of(model(0), ROWS, ROWS).reports().get(0);
    String message =
        assertThrows(IllegalArgumentException.class, () -> report.score("auc")).getMessage();
    assertEquals("no measure is named \"auc\"; there are accuracy, f1, log_loss, roc_auc", message);
  }
}
