package dev.nn.data.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.data.TabularModel;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossValidationTest {

  /** 40 rows: below 20 an a, from there a b. */
  private static Table steps() {
    String[] kinds =
        IntStream.range(0, 40).mapToObj(i -> i < 20 ? "a" : "b").toArray(String[]::new);
    return Models.table(IntStream.range(0, 40).asDoubleStream().toArray(), kinds);
  }

  @Test
  void everyFoldIsJudgedByAModelThatHasNotSeenIt() {
    Table table = steps();
    List<Integer> sizes = new ArrayList<>();
    CrossValidation validation =
        CrossValidation.of(
            table,
            Schema.infer(table, "x=number"),
            Folds.of(4, 1).repeated(2),
            (train, schema) -> {
              sizes.add(train.rows());
              return Models.linear(train, "x=number", "sigmoid", new float[] {1}, 0);
            });
    assertEquals(List.of(30, 30, 30, 30, 30, 30, 30, 30), sizes);
    assertEquals("accuracy", validation.measure());
    assertEquals(8, validation.scores().size());
    assertEquals(0.5, validation.baseline());
    assertTrue(validation.mean() > 0.9, validation::toString);
    assertTrue(validation.isBetterThanGuessing());
    assertEquals(10, validation.scores().get(7).rows());
    assertEquals(1, validation.scores().get(7).repeat());
    assertEquals(3, validation.scores().get(7).fold());
  }

  /**
   * 0.8 + 4.3027 · 0.2/√3 is 1.2968, which no accuracy can be. Of 0.6, 0.8 and 1: deviation 0.2,
   * standard error 0.2/√3, Student's t of two degrees 4.3027.
   */
  @Test
  void theStandardErrorIsThatOfTheFolds() {
    CrossValidation validation =
        new CrossValidation(
            "accuracy",
            true,
            3,
            List.of(
                new CrossValidation.FoldScore(0, 0, 10, 0.6, 0.5),
                new CrossValidation.FoldScore(0, 1, 10, 0.8, 0.4),
                new CrossValidation.FoldScore(0, 2, 10, 1, 0.6)));
    assertEquals(0.8, validation.mean(), 1e-12);
    assertEquals(0.5, validation.baseline(), 1e-12);
    assertEquals(0.2 / Math.sqrt(3), validation.standardError(), 1e-12);
    assertEquals(0.8 - 4.302652729911275 * 0.2 / Math.sqrt(3), validation.estimate().low(), 1e-9);
    assertTrue(
        validation
            .toString()
            .endsWith(
                "accuracy 0.8000 (0.3032 to 1.0000), standard error 0.1155, baseline 0.5000\n"),
        validation::toString);
  }

  @Test
  void errorsOfNumbersAreBetterIfSmaller() {
    double[] x = IntStream.range(0, 30).asDoubleStream().toArray();
    Table table = Table.of(NumberColumn.of("x", x), NumberColumn.of("y", x));
    CrossValidation validation =
        CrossValidation.of(
            table,
            Schema.infer(table, "x=number, y=target(kind=number)"),
            Folds.of(3, 1),
            (train, schema) ->
                Models.linear(
                    train, "x=number, y=target(kind=number)", "identity", new float[] {1}, 0));
    assertEquals("rmse", validation.measure());
    assertEquals(0, validation.mean(), 1e-5);
    assertTrue(validation.baseline() > 5);
    assertTrue(validation.isBetterThanGuessing());
  }

  @Test
  void theDefaultTrainerIsAMethodReference() {
    Table table = steps();
    CrossValidation validation =
        CrossValidation.of(
            table, Schema.infer(table, "x=number"), Folds.of(2, 1), TabularModel::train);
    assertTrue(validation.mean() > 0.8, validation::toString);
  }

  /** The one b is in one of the folds, where no b is left to learn from. */
  @Test
  void aFoldThatCannotBeTrainedIsNamed() {
    Table table = Models.table(new double[] {1, 2, 3, 4}, "a", "a", "b", "a");
    Schema schema = Schema.infer(table, "x=number");
    String message =
        assertThrows(
                DataException.class,
                () -> CrossValidation.of(table, schema, Folds.of(2, 1), TabularModel::train))
            .getMessage();
    assertTrue(message.matches("fold [12] of 2: .*\"kind\" has one value only.*"), message);
  }
}
