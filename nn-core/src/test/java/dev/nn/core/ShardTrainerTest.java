package dev.nn.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.DataException;
import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.api.ShapeException;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.plugin.PluginRegistry;
import dev.nn.core.training.ShardGradient;
import dev.nn.core.training.ShardResult;
import dev.nn.core.training.ShardSlice;
import dev.nn.core.training.ShardState;
import dev.nn.core.training.TrainingException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShardTrainerTest {
  private static final PluginRegistry REGISTRY =
      TestPlugins.registry().with(new TestPlugins.Ones());
  private static final float[][] X = {{0, 0}, {0, 1}, {1, 0}, {1, 1}, {2, 1}, {1, 2}};
  private static final Dataset DATA = Dataset.binary(X, new int[] {0, 1, 1, 0, 1, 1});
  private static final int STEPS = 3;

  private static Network network() {
    return Network.of(
        REGISTRY,
        Shape.of(2),
        "dense(units=3, activation=tanh)",
        "dense(units=1, activation=sigmoid)");
  }

  private static TrainerBuilder trainer() {
    return Trainer.builder()
        .registry(REGISTRY)
        .loss("binary_crossentropy")
        .optimizer("sgd(learning_rate=0.5)")
        .batchSize(X.length / STEPS)
        .seed(3)
        .epochs(1);
  }

  private static ShardTrainer shards(TrainerBuilder builder) {
    return ShardTrainer.of(network(), builder.build());
  }

  private static String sha(ShardTrainer trainer, ShardState state) {
    return trainer.model(state, DATA.targets(), List.of(), 1).weightsSha256();
  }

  /** Batches of the same rows in the same order are what the trainer does. */
  @Test
  void theStepsOfAnOnlyShardAreThoseOfATrainer() {
    TrainerBuilder inOrder = trainer().shuffle(false);
    String expected = inOrder.build().fit(network(), DATA).model().weightsSha256();
    ShardTrainer trainer = shards(inOrder);
    ShardResult two = trainer.steps(trainer.start(), DATA, new ShardSlice(0, 1, 0, 2, STEPS));
    ShardState between = trainer.average(List.of(two));
    ShardResult last = trainer.steps(between, DATA, new ShardSlice(0, 1, 2, 3, STEPS));
    assertEquals(expected, sha(trainer, last.state()));
    assertEquals(4, two.rows());
    assertEquals(STEPS, last.state().steps());
  }

  @Test
  void aStepInTwoHalvesIsOneStep() {
    TrainerBuilder clipped = trainer().shuffle(false).globalClipNorm(0.1).clipValue(0.05);
    String expected = clipped.build().fit(network(), DATA).model().weightsSha256();
    ShardTrainer trainer = shards(clipped);
    ShardState state = trainer.start();
    for (int step = 0; step < STEPS; step++) {
      ShardSlice slice = new ShardSlice(0, 1, step, step + 1, STEPS);
      state = trainer.update(state, 1, List.of(trainer.gradient(state, DATA, slice)));
    }
    assertEquals(expected, sha(trainer, state));
  }

  @Test
  void theGradientOfAllRowsIsTheMeanOfTheShardsByTheirRows() {
    ShardTrainer trainer = shards(trainer().shuffle(false));
    ShardState start = trainer.start();
    ShardSlice all = new ShardSlice(0, 1, 0, 1, 1);
    ShardGradient whole = trainer.gradient(start, DATA, all);
    ShardGradient few = trainer.gradient(start, DATA.select(0, 1), all);
    ShardGradient many = trainer.gradient(start, DATA.select(2, 3, 4, 5), all);
    for (int i = 0; i < whole.values().length; i++) {
      assertEquals(whole.values()[i], (2 * few.values()[i] + 4 * many.values()[i]) / 6, 1e-7);
    }
    assertEquals(whole.lossSum(), few.lossSum() + many.lossSum(), 1e-12);
  }

  @Test
  void theMeanCountsRowsAndLeavesEmptyShardsOut() {
    ShardTrainer trainer = shards(trainer());
    ShardState start = trainer.start();
    ShardState one = filled(start, 1);
    ShardState five = filled(start, 5);
    ShardState mean =
        trainer.average(
            List.of(
                new ShardResult(filled(start, 100), 0, 0),
                new ShardResult(one, 0, 3),
                new ShardResult(five, 0, 1)));
    float[] twos = new float[start.parameters().length];
    Arrays.fill(twos, 2);
    assertArrayEquals(twos, mean.parameters());
    assertEquals(7, mean.steps());
  }

  private static ShardState filled(ShardState like, float value) {
    float[] parameters = new float[like.parameters().length];
    Arrays.fill(parameters, value);
    return new ShardState(new float[][] {parameters}, like.numbers(), 7);
  }

  @Test
  void aShardOfFewerRowsThanStepsShowsThemAgain() {
    ShardTrainer trainer = shards(trainer());
    ShardResult result =
        trainer.steps(trainer.start(), DATA.select(0, 1), new ShardSlice(0, 1, 0, 5, 5));
    assertEquals(5, result.rows());
    assertEquals(5, result.state().steps());
  }

  @Test
  void everyRowIsInOneBatchOfAnEpoch() {
    ShardSlice slice = new ShardSlice(0, 1, 0, 4, 4);
    int next = 0;
    for (int step = 0; step < 4; step++) {
      assertEquals(next, slice.firstRow(step, 11));
      next = slice.endRow(step, 11);
    }
    assertEquals(11, next);
  }

  @Test
  void theOrderDependsOnSeedShardAndEpoch() {
    String usual = afterAnEpoch(trainer(), 0, 1);
    assertEquals(usual, afterAnEpoch(trainer(), 0, 1));
    assertTrue(!usual.equals(afterAnEpoch(trainer(), 1, 1)));
    assertTrue(!usual.equals(afterAnEpoch(trainer(), 0, 2)));
    assertTrue(!usual.equals(afterAnEpoch(trainer().seed(4), 0, 1)));
  }

  private static String afterAnEpoch(TrainerBuilder builder, int shard, int epoch) {
    ShardTrainer trainer = shards(builder);
    ShardSlice slice = new ShardSlice(shard, epoch, 0, STEPS, STEPS);
    return sha(trainer, trainer.steps(trainer.start(), DATA, slice).state());
  }

  @Test
  void anEvaluationIsThatOfTheModel() {
    ShardTrainer trainer = shards(trainer());
    ShardState start = trainer.start();
    Model model = trainer.model(start, DATA.targets(), List.of(), 0);
    assertArrayEquals(
        model.predict(DATA).toArray(), trainer.evaluate(start, DATA, true).predictions().toArray());
    assertEquals(0, trainer.evaluate(start, DATA, false).predictions().rows());
    double expected = 0;
    int[] labels = {0, 1, 1, 0, 1, 1};
    for (int row = 0; row < X.length; row++) {
      float p = model.predict(X[row])[0];
      expected -= StrictMath.log(labels[row] == 1 ? p : 1 - p);
    }
    assertEquals(expected, trainer.evaluate(start, DATA, false).lossSum(), 1e-5);
    assertEquals(model.weightsSha256(), sha(trainer, trainer.start(model)));
  }

  @Test
  void whatShardsCannotDoIsRefused() {
    assertTrue(
        assertThrows(NnException.class, () -> shards(trainer().balancedClassWeights()))
            .getMessage()
            .contains("give the rows weights instead"));
    assertTrue(
        assertThrows(NnException.class, () -> shards(trainer().validationSplit(0.1)))
            .getMessage()
            .contains("leave validationSplit out"));
    assertTrue(
        assertThrows(NnException.class, () -> shards(trainer().meanByWeights()))
            .getMessage()
            .contains("leave meanByWeights and dividedPenalties out"));
    Network learning =
        Network.of(REGISTRY, Shape.of(2), "normalization, dense(units=1, activation=sigmoid)");
    ShardTrainer trainer = ShardTrainer.of(learning, trainer().build());
    assertTrue(
        assertThrows(NnException.class, trainer::start)
            .getMessage()
            .contains("learns from all rows before the first step"));
    ShardTrainer fine = shards(trainer());
    assertThrows(ShapeException.class, () -> fine.checkTargets(Targets.Classes.numbered(3)));
    assertThrows(
        DataException.class, () -> fine.checkRow(new float[] {1, 2}, new float[] {0.5f, 2}));
    assertThrows(DataException.class, () -> fine.average(List.of()));
  }

  @Test
  void aLossThatIsNotFiniteEndsTheRun() {
    ShardTrainer trainer = shards(trainer().optimizer("sgd(learning_rate=1e38)"));
    TrainingException diverged =
        assertThrows(
            TrainingException.class,
            () -> trainer.steps(trainer.start(), DATA, new ShardSlice(0, 4, 0, 50, 50)));
    assertEquals(4, diverged.epoch());
  }

  /** The mean of gradients is clipped, once, and not what goes into it. */
  @Test
  void theGradientOfAShardIsNotClipped() {
    ShardSlice all = new ShardSlice(0, 1, 0, 1, 1);
    ShardTrainer clipped = shards(trainer().shuffle(false).clipValue(1e-6));
    ShardTrainer plain = shards(trainer().shuffle(false));
    assertArrayEquals(
        plain.gradient(plain.start(), DATA, all).values(),
        clipped.gradient(clipped.start(), DATA, all).values());
  }
}
