package dev.nn.playground.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.TrainingException;
import dev.nn.playground.recipe.Plan;
import dev.nn.playground.recipe.Recipe;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TrainingTest {
  private static final PluginRegistry REGISTRY = PluginRegistry.load();

  private static Plan plan(String recipe) {
    return Recipe.parse(recipe).plan(REGISTRY);
  }

  private static Snapshot await(Training training, Predicate<Snapshot> condition)
      throws InterruptedException {
    Snapshot snapshot = training.snapshot();
    while (!condition.test(snapshot)) {
      Thread.sleep(2);
      snapshot = training.snapshot();
    }
    return snapshot;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "data=digits", "data=moons&l2=0.01&optimizer=sgd(learning_rate=0.1)"})
  void howeverItIsWatchedTheWeightsAreThoseOfTheRecipe(String recipe) throws InterruptedException {
    Plan plan = plan(recipe);
    try (Training training = new Training(plan)) {
      training.advance(3);
      await(training, s -> s.steps() == 3 && s.state() == State.PAUSED);
      training.run(Double.POSITIVE_INFINITY);
      View view = new View(plan, REGISTRY);
      for (int i = 0; i < 20; i++) {
        view.frame(training.snapshot());
      }
      training.run(300);
      Thread.sleep(20);
      training.pause();
      Snapshot paused = training.snapshot();
      assertEquals(State.PAUSED, paused.state());
      assertTrue(paused.steps() > 3, "steps " + paused.steps());
      assertEquals(
          plan(plan.recipe().at(paused.steps()).toString()).trained().weightsSha256(),
          paused.model().weightsSha256());
    }
  }

  @Test
  void aRecipeThatIsFurtherIsCaughtUpWith() throws InterruptedException {
    Plan plan = plan("steps=500");
    try (Training training = new Training(plan)) {
      Snapshot there = await(training, s -> s.state() == State.PAUSED);
      assertEquals(500, there.steps());
      assertEquals(plan.trained().weightsSha256(), there.model().weightsSha256());
    }
  }

  @Test
  void aRunThatDivergesSaysSo() throws InterruptedException {
    try (Training training =
        new Training(
            plan("loss=mean_squared_error&activation=relu&optimizer=sgd(learning_rate=1e9)"))) {
      training.run(Double.POSITIVE_INFINITY);
      Snapshot failed = await(training, s -> s.state() == State.FAILED);
      assertTrue(
          failed
              .message()
              .contains(
                  "; try a smaller learning rate than 1000000000. "
                      + "What is shown is step "
                      + failed.steps()
                      + ","),
          failed.message());
      assertEquals(
          plan(training.plan().recipe().at(failed.steps()).toString()).trained().weightsSha256(),
          failed.model().weightsSha256());
      Plan further = plan(training.plan().recipe().at(failed.steps() + 1).toString());
      assertThrows(TrainingException.class, further::trained);
      training.run(10);
      assertEquals(State.FAILED, training.snapshot().state());
    }
  }

  @Test
  void aRunEndsAfterItsEpochs() throws InterruptedException {
    try (Training training = new Training(plan("data=points&points=0,0,1&layers=none&batch=1"))) {
      training.run(Double.POSITIVE_INFINITY);
      Snapshot ended = await(training, s -> s.state() == State.ENDED);
      assertEquals(Plan.MOST_EPOCHS, ended.steps());
      assertEquals("The run is over after 100000 epochs.", ended.message());
    }
  }

  @Test
  void aClosedTrainingLeavesNoThread() throws InterruptedException {
    Training running = new Training(plan(""));
    running.run(Double.POSITIVE_INFINITY);
    Training waiting = new Training(plan(""));
    running.close();
    waiting.close();
    while (running.isAlive() || waiting.isAlive()) {
      Thread.sleep(2);
    }
    assertFalse(running.isAlive());
  }

  @Test
  void theVersionChangesWithEveryStepAndEveryOrder() throws InterruptedException {
    try (Training training = new Training(plan(""))) {
      long first = training.version();
      training.advance(1);
      Snapshot stepped = await(training, s -> s.state() == State.PAUSED && s.steps() == 1);
      assertTrue(stepped.version() > first);
      training.pause();
      assertTrue(training.version() > stepped.version());
    }
  }
}
