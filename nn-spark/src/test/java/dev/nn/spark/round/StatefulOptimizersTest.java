package dev.nn.spark.round;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.core.Network;
import dev.nn.core.ShardTrainer;
import dev.nn.core.Trainer;
import dev.nn.core.TrainerBuilder;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.training.ShardSlice;
import dev.nn.core.training.ShardState;
import dev.nn.math.CounterRandom;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slots, scalars, schedules, penalties and running means survive the way between two rounds. */
class StatefulOptimizersTest {
  private static final int ROWS = 24;
  private static final int STEPS = 4;
  private static final int EPOCHS = 3;

  private static final Dataset DATA = data();

  private static Dataset data() {
    float[][] features = new float[ROWS][3];
    int[] labels = new int[ROWS];
    CounterRandom random = CounterRandom.of(8);
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < 3; i++) {
        features[row][i] = (float) random.nextGaussian();
      }
      labels[row] = features[row][0] > features[row][1] ? 1 : 0;
    }
    return Dataset.classes(features, labels);
  }

  private static Network network() {
    return Network.of(
        3,
        "dense(units=5, activation=relu, initializer=he_normal, kernel_l2=0.01)",
        "batch_normalization",
        "dense(units=2, activation=softmax)");
  }

  private static TrainerBuilder trainer(String optimizer) {
    return Trainer.builder()
        .loss("categorical_crossentropy")
        .optimizer(optimizer)
        .batchSize(ROWS / STEPS)
        .seed(2)
        .shuffle(false)
        .epochs(EPOCHS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "adam(learning_rate=0.01)",
        "adamw(learning_rate=0.01, weight_decay=0.1)",
        "sgd(learning_rate=exponential_decay(initial=0.1, steps=3, rate=0.5), momentum=0.9)",
        "lamb",
        "adafactor",
        "muon"
      })
  void anOnlyShardGivesTheBitsOfATrainerInBothModes(String optimizer) {
    TrainerBuilder builder = trainer(optimizer);
    String expected = builder.build().fit(network(), DATA).model().weightsSha256();
    ShardTrainer trainer = ShardTrainer.of(network(), builder.build());
    ShardState local = trainer.start();
    ShardState synchronous = trainer.start();
    for (int epoch = 1; epoch <= EPOCHS; epoch++) {
      for (int step = 0; step < STEPS; step++) {
        ShardSlice slice = new ShardSlice(0, epoch, step, step + 1, STEPS);
        local = trainer.average(List.of(trainer.steps(local, DATA, slice)));
        synchronous =
            trainer.update(synchronous, epoch, List.of(trainer.gradient(synchronous, DATA, slice)));
      }
      local = trainer.epochEnded(local, 1);
      synchronous = trainer.epochEnded(synchronous, 1);
    }
    assertEquals(expected, sha(trainer, local));
    assertEquals(expected, sha(trainer, synchronous));
  }

  private static String sha(ShardTrainer trainer, ShardState state) {
    return trainer.model(state, DATA.targets(), List.of(), EPOCHS).weightsSha256();
  }
}
