package dev.nn.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.NnException;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainerBuilder;
import dev.nn.core.TrainingListener;
import dev.nn.core.TrainingRun;
import dev.nn.core.dataset.Dataset;
import dev.nn.data.BundledData;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningRateFinderTest {
  private static final Dataset DIGITS = BundledData.digits();
  private static final Network NETWORK =
      Network.of(
          Shape.of(64),
          "dense(units=32, activation=relu, initializer=he_normal)",
          "dense(units=10, activation=softmax)");

  private static TrainerBuilder trainer(String optimizer) {
    return Trainer.builder()
        .loss("categorical_crossentropy")
        .optimizer(optimizer)
        .epochs(4)
        .seed(3)
        .threads(2);
  }

  /** The suggestion is a rate with which a short training gets far, and a tenth of it does not. */
  @ParameterizedTest
  @CsvSource({"sgd, 0.01, 1", "adam, 0.0005, 0.05", "rmsprop, 0.0003, 0.05"})
  void theSuggestedRateLearns(String optimizer, double least, double most) {
    LearningRates rates =
        LearningRateFinder.standard().find(trainer(optimizer).build(), NETWORK, DIGITS);
    double rate = rates.suggestion().orElseThrow();
    assertTrue(rate >= least && rate <= most, rates::toString);
    double loss = lossAfterTraining(optimizer, rate);
    assertTrue(loss < 0.8, () -> "loss " + loss + "\n" + rates);
    assertTrue(loss < lossAfterTraining(optimizer, rate / 100), rates::toString);
  }

  private static double lossAfterTraining(String optimizer, double rate) {
    return trainer("%s(learning_rate=%s)".formatted(optimizer, rate))
        .build()
        .fit(NETWORK, DIGITS)
        .history()
        .get(3)
        .loss();
  }

  @Test
  void theSameTrainerFindsTheSameRatesAndNothingElseHappens() {
    List<String> told = new ArrayList<>();
    Trainer trainer =
        trainer("adam")
            .metric("accuracy")
            .trainingMetrics()
            .listener(
                new TrainingListener() {
                  @Override
                  public void runStarted(TrainingRun run) {
                    told.add("started");
                  }
                })
            .build();
    Model before = trainer.fit(NETWORK, DIGITS).model();
    LearningRates rates = LearningRateFinder.standard().find(trainer, NETWORK, DIGITS);
    assertEquals(rates, LearningRateFinder.standard().find(trainer, NETWORK, DIGITS));
    assertEquals(
        rates,
        LearningRateFinder.standard()
            .find(trainer.toBuilder().threads(1).build(), NETWORK, DIGITS));
    assertEquals(List.of("started"), told);
    assertEquals(before.weightsSha256(), trainer.fit(NETWORK, DIGITS).model().weightsSha256());
  }

  /** The first step has the lowest rate, and the factor from step to step is always the same. */
  @Test
  void theRatesGoUpByTheSameFactor() {
    Dataset data = Dataset.regression(new float[][] {{1}, {2}}, new float[] {1, 2});
    LearningRates rates =
        new LearningRateFinder(1e-4, 1e-1, 13)
            .find(
                trainer("sgd").loss("mean_squared_error").build(),
                Network.of(1, "dense(units=1)"),
                data);
    assertEquals(13, rates.trials().size());
    assertEquals(1e-4, rates.trials().get(0).rate());
    assertEquals(1e-3, rates.trials().get(4).rate(), 1e-12);
    assertEquals(1e-1, rates.trials().get(12).rate(), 1e-9);
  }

  /** Losses 4, 4, 4, 3, 1, 1, 5: the fall is steepest between the third and the fifth. */
  @Test
  void theSteepestFallCountsNotTheLowestLoss() {
    List<LearningRates.Trial> trials = new ArrayList<>();
    double[] losses = {4, 4, 4, 4, 4, 3, 1, 1, 1, 5, 9};
    for (int i = 0; i < losses.length; i++) {
      trials.add(new LearningRates.Trial(Math.pow(10, i - 8), losses[i]));
    }
    LearningRates rates = LearningRates.of(trials);
    assertEquals(OptionalDouble.of(Math.pow(10, -4)), rates.suggestion());
    assertTrue(
        rates.toString().endsWith("the loss falls fastest at 1.0e-04: begin with that"),
        rates::toString);
    assertEquals(13, rates.toString().lines().count());
  }

  @Test
  void aLossThatNeverFallsGivesNoSuggestion() {
    List<LearningRates.Trial> trials = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      trials.add(new LearningRates.Trial(Math.pow(10, i / 10.0 - 6), 2 + i % 2 * 0.001 + i * 0.01));
    }
    LearningRates rates = LearningRates.of(trials);
    assertEquals(OptionalDouble.empty(), rates.suggestion());
    assertTrue(rates.toString().contains("the loss never falls"));
  }

  @Test
  void badRangesAreRefused() {
    assertThrows(NnException.class, () -> new LearningRateFinder(0, 1, 100));
    assertThrows(NnException.class, () -> new LearningRateFinder(1, 1, 100));
    assertThrows(NnException.class, () -> new LearningRateFinder(1e-3, 1, 9));
  }
}
