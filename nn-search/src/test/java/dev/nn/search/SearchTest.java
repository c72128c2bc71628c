package dev.nn.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.NnException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchTest {
  private static final SearchSpace SPACE = SearchSpace.of("x", "[0.0..10.0]").and("y", "{1, 2, 3}");

  /** Best at x = 3, y = 2; one in four fails; some scores are equal. */
  private static double score(Trial trial) {
    double x = trial.settings().number("x");
    double y = trial.settings().number("y");
    if (x > 7.5) {
      throw new NnException("x is too large");
    }
    return Math.rint(-10 * Math.abs(x - 3) - Math.abs(y - 2) * 30.0 / trial.epochs());
  }

  private static Search search(Strategy strategy) {
    return switch (strategy) {
      case RANDOM -> Search.random(SPACE).trials(40).epochs(27);
      case HALVING -> Search.halving(SPACE).trials(40).epochs(27);
      case GRID -> Search.grid(SearchSpace.of("x", "[0..10]").and("y", "{1, 2, 3}")).epochs(27);
    };
  }

  @ParameterizedTest
  @EnumSource
  void theResultIsTheSameForAnyNumberOfWorkers(Strategy strategy) throws IOException {
    SearchResult one = search(strategy).over(SearchTest::score);
    for (int workers : new int[] {2, 5}) {
      List<Integer> order = Collections.synchronizedList(new ArrayList<>());
      SearchResult several =
          search(strategy)
              .workers(workers)
              .listener(result -> order.add(result.number()))
              .over(
                  trial -> {
                    // Later trials are faster, so that they overtake.
                    Thread.sleep(5 - trial.number() % 5);
                    return score(trial);
                  });
      assertEquals(one, several);
      assertEquals(one.toString(), several.toString());
      assertEquals(one.jsonLines(), several.jsonLines());
      assertTrue(order.size() >= 33, () -> "told of " + order);
    }
  }

  @Test
  void workersRunSideBySide() throws IOException {
    CountDownLatch together = new CountDownLatch(2);
    SearchResult result =
        Search.random(SPACE)
            .trials(2)
            .workers(2)
            .over(
                trial -> {
                  together.countDown();
                  return together.await(1, TimeUnit.MINUTES) ? 1 : 0;
                });
    assertEquals(1, result.best().score().orElseThrow());
  }

  @Test
  void severalWorkersGiveEachTrialOneThread() throws IOException {
    int processors = Runtime.getRuntime().availableProcessors();
    assertEquals(
        processors,
        Search.random(SPACE).trials(1).over(Trial::threads).best().score().orElseThrow());
    SearchResult two = Search.random(SPACE).trials(3).workers(2).over(Trial::threads);
    two.trials().forEach(trial -> assertEquals(1, trial.score().orElseThrow()));
  }

  @Test
  void trialsAreRankedByTheMeasureThenByNumberAndFailedOnesLast() throws IOException {
    SearchResult result = search(Strategy.RANDOM).over(SearchTest::score);
    assertEquals(40, result.trials().size());
    for (int i = 1; i < 40; i++) {
      TrialResult before = result.trials().get(i - 1);
      TrialResult after = result.trials().get(i);
      if (after.isFailed()) {
        assertEquals("x is too large", after.failure().orElseThrow());
        assertTrue(!before.isFailed() || before.number() < after.number());
      } else {
        double better = before.score().orElseThrow();
        double worse = after.score().orElseThrow();
        assertTrue(better > worse || (better == worse && before.number() < after.number()));
      }
    }
    assertTrue(result.trials().get(39).isFailed());
    assertEquals(
        IntStream.rangeClosed(1, 40).boxed().toList(),
        result.trials().stream().map(TrialResult::number).sorted().toList());
  }

  @Test
  void aMeasureOfWhichLessIsBetterTurnsTheOrder() throws IOException {
    Objective loss =
        new Objective() {
          @Override
          public double score(Trial trial) {
            return trial.settings().number("x");
          }

          @Override
          public Measure measure() {
            return Measure.less("loss");
          }
        };
    SearchResult result = Search.random(SPACE).trials(9).over(loss);
    double least =
        result.trials().stream().mapToDouble(t -> t.score().orElseThrow()).min().orElseThrow();
    assertEquals(least, result.best().score().orElseThrow());
    assertTrue(result.toString().startsWith("trial  epochs  loss"), result.toString());
  }

  /** 27 trials with 81 epochs: 27 of 3, 9 of 9, 3 of 27, 1 of 81; of equal ones the first go on. */
  @Test
  void halvingLetsTheBestThirdGoOn() throws IOException {
    List<String> asked = Collections.synchronizedList(new ArrayList<>());
    SearchResult result =
        Search.halving(SPACE)
            .trials(27)
            .epochs(81)
            .over(
                trial -> {
                  asked.add(trial.epochs() + ":" + trial.number());
                  return trial.number() % 2;
                });
    List<String> expected = new ArrayList<>();
    IntStream.rangeClosed(1, 27).forEach(n -> expected.add("3:" + n));
    IntStream.rangeClosed(1, 9).forEach(n -> expected.add("9:" + (2 * n - 1)));
    expected.addAll(List.of("27:1", "27:3", "27:5", "81:1"));
    assertEquals(Set.copyOf(expected), Set.copyOf(asked));
    assertEquals(expected.size(), asked.size());
    assertEquals(
        List.of(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 2, 4),
        result.trials().stream().limit(16).map(TrialResult::number).toList());
    assertEquals(81, result.best().epochs());
  }

  @Test
  void rungsFitTheTrialsAndTheEpochs() {
    assertEquals(List.of(30), Strategy.RANDOM.rungs(100, 30));
    assertEquals(List.of(3, 10, 30), Strategy.HALVING.rungs(20, 30));
    assertEquals(List.of(1, 3, 10, 30), Strategy.HALVING.rungs(100, 30));
    assertEquals(List.of(10, 30), Strategy.HALVING.rungs(3, 30));
    assertEquals(List.of(30), Strategy.HALVING.rungs(2, 30));
    assertEquals(List.of(2), Strategy.HALVING.rungs(50, 2));
  }

  @Test
  void aTrialThatFailsLaterRanksLast() throws IOException {
    SearchResult result =
        Search.halving(SPACE)
            .trials(9)
            .epochs(9)
            .over(
                trial -> {
                  if (trial.number() == 1 && trial.epochs() > 1) {
                    throw new IllegalStateException("diverged");
                  }
                  return -trial.number();
                });
    TrialResult last = result.trials().get(8);
    assertEquals(1, last.number());
    assertEquals("java.lang.IllegalStateException: diverged", last.failure().orElseThrow());
    assertEquals(2, result.best().number());
  }

  @Test
  void aScoreThatIsNoNumberIsAFailure() throws IOException {
    SearchResult result =
        Search.random(SPACE)
            .trials(2)
            .over(trial -> trial.number() == 1 ? Double.NaN : Double.NEGATIVE_INFINITY);
    assertEquals("the score is NaN", result.trials().get(0).failure().orElseThrow());
    assertEquals("the score is -Infinity", result.trials().get(1).failure().orElseThrow());
    NnException e = assertThrows(NnException.class, result::best);
    assertEquals(
        "all 2 trials failed, the first of them because: the score is NaN", e.getMessage());
  }

  @Test
  void noSettingsAreTriedTwiceAndASmallSpaceIsUsedUp() throws IOException {
    SearchResult result =
        Search.random(SearchSpace.of("x", "{1, 2}").and("y", "{1, 2, 3}"))
            .trials(100)
            .over(trial -> 0);
    Set<Settings> seen = new HashSet<>();
    result.trials().forEach(trial -> assertTrue(seen.add(trial.settings())));
    assertEquals(6, seen.size());
  }

  @Test
  void aGridWithoutEndIsRefused() {
    NnException e = assertThrows(NnException.class, () -> Search.grid(SPACE).over(trial -> 0));
    assertTrue(e.getMessage().contains("{0.001, 0.01}"), e.getMessage());
    e =
        assertThrows(
            NnException.class,
            () -> Search.grid(SearchSpace.of("x", "[1..1000000]")).over(trial -> 0));
    assertTrue(
        e.getMessage().startsWith("a grid of 1000000 settings is too large"), e.getMessage());
  }

  @Test
  void whatIsWrongWithTheJvmEndsTheSearch() {
    Search search = Search.random(SPACE).workers(2);
    assertThrows(
        OutOfMemoryError.class,
        () ->
            search.over(
                trial -> {
                  throw new OutOfMemoryError("for the test");
                }));
  }

  @Test
  void anInterruptEndsTheSearch() {
    Search search = Search.random(SPACE);
    Thread.currentThread().interrupt();
    NnException e = assertThrows(NnException.class, () -> search.over(trial -> 0));
    assertTrue(Thread.interrupted());
    assertTrue(e.getMessage().contains("interrupted"), e.getMessage());
  }

  @Test
  void numbersBelowOneAreRefused() {
    assertThrows(NnException.class, () -> Search.random(SPACE).trials(0));
    assertThrows(NnException.class, () -> Search.random(SPACE).epochs(0));
    NnException e = assertThrows(NnException.class, () -> Search.random(SPACE).workers(0));
    assertEquals("workers must be at least 1, got 0", e.getMessage());
  }

  @Test
  void theTableAndTheJsonLinesAreTheseTexts() throws IOException {
    SearchResult result =
        Search.grid(SearchSpace.of("x", "{1, 20}").and("y", "{relu, \"a\"}"))
            .epochs(3)
            .over(
                trial -> {
                  if (trial.number() == 2) {
                    throw new NnException("no\nsecond line");
                  }
                  return trial.number() / 8.0;
                });
    assertEquals(
        """
        trial  epochs  score     x   y
        4      3       0.500000  20  "a"
        3      3       0.375000  1   "a"
        1      3       0.125000  1   relu
        2      3       failed    20  relu  no
        """,
        result.toString());
    assertEquals(
        "{\"rank\":1,\"measure\":\"score\",\"trial\":4,\"epochs\":3,\"score\":0.5,"
            + "\"settings\":{\"x\":\"20\",\"y\":\"\\\"a\\\"\"}}",
        result.jsonLines().lines().findFirst().orElseThrow());
    assertEquals(
        "{\"rank\":4,\"measure\":\"score\",\"trial\":2,\"epochs\":3,"
            + "\"failure\":\"no\\nsecond line\",\"settings\":{\"x\":\"20\",\"y\":\"relu\"}}",
        result.jsonLines().lines().skip(3).findFirst().orElseThrow());
  }
}
