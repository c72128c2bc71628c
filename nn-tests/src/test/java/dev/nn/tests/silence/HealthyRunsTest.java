package dev.nn.tests.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainerBuilder;
import dev.nn.core.TrainingResult;
import dev.nn.core.dataset.Dataset;
import dev.nn.data.BundledData;
import dev.nn.data.Split;
import dev.nn.math.CounterRandom;
import java.util.List;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that learn are not disturbed, whatever data, activation, optimizer and seed they have. */
@ResourceLock("warnings")
class HealthyRunsTest {

  private static void assertSilent(TrainerBuilder trainer, Network network, Dataset data) {
    Split split = Split.random(data, 0.8, 7);
    try (Warnings warnings = new Warnings()) {
      TrainingResult result = trainer.threads(1).build().fit(network, split.train(), split.test());
      assertEquals(List.of(), result.advice());
      assertEquals(List.of(), warnings.texts());
    }
  }

  private static TrainerBuilder trainer(String loss, String optimizer, int epochs, long seed) {
    return Trainer.builder().loss(loss).optimizer(optimizer).epochs(epochs).seed(seed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          digits | relu       | adam                     | 12 | 1
          digits | tanh       | sgd(learning_rate=0.1)   | 12 | 2
          digits | sigmoid    | adam(learning_rate=0.01) | 12 | 3
          digits | leaky_relu | rmsprop                  | 12 | 4
          digits | gelu       | adamw                    | 12 | 5
          digits | elu        | nadam                    | 12 | 6
          iris   | relu       | adam(learning_rate=0.01) | 60 | 7
          iris   | tanh       | adam(learning_rate=0.01) | 60 | 8
          iris   | sigmoid    | adam(learning_rate=0.05) | 60 | 9
          iris   | selu       | sgd(learning_rate=0.05)  | 60 | 10
          iris   | silu       | lion(learning_rate=0.003) | 60 | 11
          iris   | softsign   | adagrad(learning_rate=0.1) | 60 | 12
          """)
  void classesOfTheBundledSets(
      String set, String activation, String optimizer, int epochs, long seed) {
    boolean isIris = set.equals("iris");
    Dataset data = isIris ? BundledData.iris() : BundledData.digits();
    Network network =
        Network.of(
            data.shape(),
            (isIris ? "normalization, " : "")
                + "dense(units=24, activation=%s), dense(units=%s, activation=softmax)"
                    .formatted(activation, data.targets().columns()));
    assertSilent(trainer("categorical_crossentropy", optimizer, epochs, seed), network, data);
  }

  /** Small hidden layers that are driven far into saturation are fine where the loss says so. */
  @ParameterizedTest
  @CsvSource({"tanh, 1", "sigmoid, 2", "tanh, 3", "relu, 4"})
  void exclusiveOrUntilItIsPerfect(String activation, long seed) {
    Dataset xor =
        Dataset.binary(new float[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}, new int[] {0, 1, 1, 0});
    Network network =
        Network.of(
            2,
            "dense(units=8, activation=%s), dense(units=1, activation=sigmoid)"
                .formatted(activation));
    try (Warnings warnings = new Warnings()) {
      TrainingResult result =
          trainer("binary_crossentropy", "adam(learning_rate=0.1)", 600, seed)
              .threads(1)
              .build()
              .fit(network, xor);
      assertEquals(List.of(), result.advice());
      assertEquals(List.of(), warnings.texts());
    }
  }

  @ParameterizedTest
  @CsvSource({"relu, mean_squared_error, 1", "tanh, mean_absolute_error, 2", "relu, huber, 3"})
  void numbers(String activation, String loss, long seed) {
    Network network =
        Network.of(
            3,
            "normalization, dense(units=16, activation=%s), dense(units=1)".formatted(activation));
    assertSilent(trainer(loss, "adam(learning_rate=0.01)", 40, seed), network, numbers(1, 0));
  }

  /** Targets far from zero take their time; the loss is large for long, but falls. */
  @ParameterizedTest
  @CsvSource({"1000, 5000", "0.1, 1"})
  void numbersOfAnyUnit(float factor, float offset) {
    Network network =
        Network.of(3, "normalization, dense(units=16, activation=relu), dense(units=1)");
    assertSilent(
        trainer(
            "mean_squared_error", "adam(learning_rate=%s)".formatted(factor > 1 ? 1 : 0.01), 60, 1),
        network,
        numbers(factor, offset));
  }

  private static Dataset numbers(float factor, float offset) {
    CounterRandom random = CounterRandom.of(3);
    float[][] x = new float[400][3];
    float[] y = new float[400];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < 3; j++) {
        x[i][j] = random.nextFloat();
      }
      y[i] = offset + factor * (2 * x[i][0] - x[i][1] * x[i][2]);
    }
    return Dataset.regression(x, y);
  }

  /** A model that is good already hardly moves, however small the rate is. */
  @ParameterizedTest
  @CsvSource({"1e-3", "1e-5", "1e-6"})
  void aModelThatIsGoodAlready(String rate) {
    Dataset iris = BundledData.iris();
    Network network =
        Network.of(
            4,
            "normalization, dense(units=8, activation=tanh), dense(units=3, activation=softmax)");
    TrainingResult good =
        trainer("categorical_crossentropy", "adam(learning_rate=0.02)", 60, 1)
            .build()
            .fit(network, iris);
    try (Warnings warnings = new Warnings()) {
      TrainingResult more =
          trainer("categorical_crossentropy", "sgd(learning_rate=" + rate + ")", 30, 1)
              .build()
              .fit(good.model(), iris);
      assertEquals(List.of(), more.advice());
      assertEquals(List.of(), warnings.texts());
    }
  }

  /**
   * With so much dropout the loss of the steps is worse than a guess, but not that of the model.
   */
  @ParameterizedTest
  @CsvSource({"1", "2"})
  void heavyDropoutOnAWeakSignal(long seed) {
    CounterRandom random = CounterRandom.of(seed);
    float[][] x = new float[600][8];
    int[] y = new int[600];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < 8; j++) {
        x[i][j] = 2 * random.nextFloat() - 1;
      }
      y[i] = random.nextFloat() < 0.5 + 0.2 * x[i][0] ? 1 : 0;
    }
    Network network =
        Network.of(
            8,
            "dropout(rate=0.6), dense(units=8, activation=relu), dropout(rate=0.6), dense(units=1, activation=sigmoid)");
    try (Warnings warnings = new Warnings()) {
      TrainingResult result =
          trainer("binary_crossentropy", "adam(learning_rate=0.01)", 40, seed)
              .threads(1)
              .build()
              .fit(network, Dataset.binary(x, y));
      assertEquals(List.of(), result.advice());
      assertEquals(List.of(), warnings.texts());
    }
  }

  /** A penalty on weights is no part of what a guess is compared with. */
  @ParameterizedTest
  @CsvSource({"0.01", "1"})
  void largePenalties(String l2) {
    Network network =
        Network.of(
            BundledData.iris().shape(),
            "normalization, dense(units=16, activation=relu), dense(units=3, activation=softmax, kernel_l2=%s)"
                .formatted(l2));
    assertSilent(
        trainer("categorical_crossentropy", "adam(learning_rate=0.01)", 60, 1),
        network,
        BundledData.iris());
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void severalLabelsAtOnce(long seed) {
    CounterRandom random = CounterRandom.of(seed);
    float[][] x = new float[300][4];
    int[][] y = new int[300][3];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < 4; j++) {
        x[i][j] = random.nextFloat() - 0.5f;
      }
      for (int j = 0; j < 3; j++) {
        y[i][j] = x[i][j] + x[i][3] > 0.2f ? 1 : 0;
      }
    }
    assertSilent(
        trainer("binary_crossentropy", "adam(learning_rate=0.01)", 40, seed),
        Network.of(4, "dense(units=16, activation=relu), dense(units=3, activation=sigmoid)"),
        Dataset.multiLabel(x, y, "a", "b", "c"));
  }
}
