package dev.nn.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.api.NnException;
import dev.nn.data.TableSplit;
import dev.nn.data.judge.Judgement;
import dev.nn.data.schema.Schema;
import dev.nn.data.table.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableObjectiveTest {
  /** Points in a square; inside a circle or not, and how far from its centre. */
  private static final Table POINTS = points();

  private static Table points() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < 240; i++) {
      double x = i % 16 / 7.5 - 1;
      double y = i / 16 / 7.0 - 1;
      double radius = Math.sqrt(x * x + y * y);
      rows.add(Map.of("x", x, "y", y, "inside", radius < 0.8 ? "yes" : "no", "radius", radius));
    }
    return Table.of(rows);
  }

  private static final Schema INSIDE = Schema.infer(POINTS, "inside=target, radius=ignore");

  private static Trial trial(SearchSpace space, int threads) {
    return new Trial(1, space.sample(1, 0), 20, 3, threads);
  }

  @Test
  void aSearchFindsANetworkForWhatOneLayerCannotLearn() throws IOException {
    SearchSpace space =
        SearchSpace.of("layers", "{none, dense(units={16, 32}, activation={relu, tanh})}")
            .and("optimizer", "adam(learning_rate={1e-6, 0.01})")
            .and("batch", "{8, 16}");
    TableObjective objective = TableObjective.of(POINTS, INSIDE);
    SearchResult one = Search.random(space).trials(12).epochs(40).over(objective);
    SearchResult two = Search.random(space).trials(12).epochs(40).workers(2).over(objective);
    assertEquals(one, two);
    assertEquals(Measure.more("accuracy"), one.measure());
    Settings best = one.best().settings();
    assertTrue(best.text("layers").contains("dense"), one::toString);
    assertEquals("adam(learning_rate=0.01)", best.text("optimizer"));
    assertTrue(one.best().score().orElseThrow() > 0.85, one::toString);
  }

  @Test
  void theScoreIsThatOfTheModel() {
    TableSplit rows = TableSplit.of(POINTS, INSIDE, 0.7, 5);
    TableObjective objective = TableObjective.of(rows, INSIDE);
    Trial trial = trial(SearchSpace.of("layers", "dense(units={8, 9}, activation=tanh)"), 1);
    Judgement judgement = Judgement.of(objective.model(trial), rows.train(), rows.test());
    assertEquals(judgement, objective.judged(trial));
    assertEquals(judgement.value(), objective.score(trial));
    assertEquals(72, judgement.rows());
    assertEquals(
        objective.model(trial).model().weightsSha256(),
        objective
            .model(new Trial(7, trial.settings(), trial.epochs(), trial.seed(), 2))
            .model()
            .weightsSha256());
  }

  @Test
  void aTargetOfNumbersIsScoredByItsErrorOfWhichLessIsBetter() throws IOException {
    TableObjective objective =
        TableObjective.of(POINTS, Schema.infer(POINTS, "radius=target, inside=ignore"));
    SearchResult result =
        Search.grid(SearchSpace.of("layers", "{none, dense(units=32, activation=tanh)}"))
            .epochs(40)
            .over(objective);
    assertEquals(Measure.less("rmse"), result.measure());
    assertEquals("dense(activation=tanh, units=32)", result.best().settings().text("layers"));
  }

  @Test
  void whatFailsIsRecordedWithItsReason() throws IOException {
    SearchSpace space =
        SearchSpace.of(
                "layers", "{dense(units=8), dense(units=-1), reshape(shape=[3]), dnse(units=8)}")
            .and("optimizer", "{sgd(learning_rate=0.1), sgd(learning_rate=1e38)}");
    SearchResult result =
        Search.grid(space).epochs(3).workers(2).over(TableObjective.of(POINTS, INSIDE));
    assertEquals(8, result.trials().size());
    assertEquals(1, result.trials().stream().filter(trial -> !trial.isFailed()).count());
    String reasons = result.jsonLines();
    assertTrue(reasons.contains("diverged"), reasons);
    assertTrue(reasons.contains("units"), reasons);
    assertTrue(reasons.contains("dense"), reasons);
    assertTrue(reasons.contains("reshape"), reasons);
  }

  @Test
  void theLastLayerFollowsFromTheTarget() {
    TableObjective objective = TableObjective.of(POINTS, INSIDE);
    String last = objective.layers(SearchSpace.of("layers", "none").sample(0, 0));
    assertEquals("dense(units=1, activation=sigmoid)", last);
    assertEquals("relu, " + last, objective.layers(SearchSpace.of("layers", "relu").sample(0, 0)));
    assertTrue(objective.layers(SearchSpace.of("batch", "7").sample(0, 0)).endsWith(" " + last));
  }

  @Test
  void aBatchIsAWholeNumber() {
    TableObjective objective = TableObjective.of(POINTS, INSIDE);
    assertEquals(32, objective.batch(SearchSpace.of("layers", "relu").sample(0, 0)));
    Settings half = SearchSpace.of("batch", "2.5").sample(0, 0);
    NnException e = assertThrows(NnException.class, () -> objective.batch(half));
    assertEquals("a batch has a whole number of examples, not 2.5", e.getMessage());
  }

  @Test
  void otherDataOrAnotherSplitHasAnotherFingerprint() {
    String fingerprint = TableObjective.of(POINTS, INSIDE).fingerprint();
    assertEquals(fingerprint, TableObjective.of(POINTS, INSIDE).fingerprint());
    assertNotEquals(
        fingerprint,
        TableObjective.of(TableSplit.of(POINTS, INSIDE, 0.8, 1), INSIDE).fingerprint());
    int[] fewer = new int[POINTS.rows() - 1];
    for (int i = 0; i < fewer.length; i++) {
      fewer[i] = i;
    }
    assertNotEquals(fingerprint, TableObjective.of(POINTS.select(fewer), INSIDE).fingerprint());
    assertNotEquals(
        fingerprint,
        TableObjective.of(POINTS, Schema.infer(POINTS, "inside=target")).fingerprint());
  }

  @Test
  void severalTargetsAreRefused() {
    Schema two = Schema.infer(POINTS, "radius=target, x=target, inside=ignore");
    DataException e = assertThrows(DataException.class, () -> TableObjective.of(POINTS, two));
    assertTrue(e.getMessage().contains("one target"), e.getMessage());
  }
}
