package dev.nn.tests.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Shape;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainerBuilder;
import dev.nn.core.TrainingResult;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.training.Outcome;
import dev.nn.data.BundledData;
import dev.nn.math.Matrix;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Five ways to be sick, each of which is called by its name, and nothing else is said. */
class SickNetworksTest {
  private static final Dataset DIGITS = BundledData.digits();
  private static final Targets.Classes IRIS = (Targets.Classes) BundledData.iris().targets();

  private static TrainerBuilder trainer(String optimizer) {
    return Trainer.builder()
        .loss("categorical_crossentropy")
        .optimizer(optimizer)
        .epochs(10)
        .threads(1)
        .seed(1);
  }

  private static Network network(String hidden) {
    return Network.of(Shape.of(64), hidden + ", dense(units=10, activation=softmax)");
  }

  private static String onlyAdvice(TrainingResult result) {
    assertEquals(1, result.advice().size(), () -> String.join("\n", result.advice()));
    return result.advice().get(0);
  }

  /** The digits with features from 0 to 16 times a factor. */
  private static Dataset unscaled(float factor) {
    float[][] features = new float[DIGITS.rows()][64];
    int[] labels = new int[DIGITS.rows()];
    Matrix target = Matrix.zeros(1, 10);
    for (int row = 0; row < DIGITS.rows(); row++) {
      Matrix into = Matrix.rowOf(features[row]);
      DIGITS.readFeatures(row, into, 0);
      DIGITS.readTarget(row, target, 0);
      for (int j = 0; j < 64; j++) {
        features[row][j] *= factor;
        labels[row] = j < 10 && target.get(0, j) == 1 ? j : labels[row];
      }
    }
    return Dataset.classes(features, labels);
  }

  @Test
  void saturatedSigmoids() {
    String advice =
        onlyAdvice(
            trainer("sgd(learning_rate=0.01)")
                .build()
                .fit(
                    network("dense(units=32, activation=sigmoid, initializer=normal(stddev=1))"),
                    unscaled(100)));
    assertTrue(
        advice.matches("3\\d of 32 units of layer 0 \\(dense\\) \\(sigmoid\\) are saturated: .*"),
        advice);
    assertTrue(advice.contains("scale the features with a normalization layer"), advice);
  }

  @Test
  void deadRelus() {
    String advice =
        onlyAdvice(
            trainer("sgd(learning_rate=0.01)")
                .build()
                .fit(
                    network(
                        "dense(units=16, activation=relu, bias_initializer=constant(value=-100))"),
                    DIGITS));
    assertTrue(
        advice.startsWith("all 16 units of layer 0 (dense) (relu) are dead: their derivative is 0"),
        advice);
    assertTrue(advice.contains("he_normal"), advice);
  }

  @Test
  void explodingLayers() {
    String layer = "dense(units=200, activation=relu, initializer=normal(stddev=1))";
    TrainingResult result =
        trainer("sgd(learning_rate=1e-9)")
            .epochs(2)
            .build()
            .fit(network(String.join(", ", layer, layer, layer, layer)), DIGITS);
    String advice = onlyAdvice(result);
    assertTrue(
        advice.startsWith("the numbers explode on their way through the network: layer "), advice);
    assertTrue(advice.contains("he_normal"), advice);
  }

  @Test
  void anExplodingLoss() {
    Dataset data = Dataset.regression(new float[][] {{1}, {2}, {3}, {4}}, new float[] {1, 2, 3, 4});
    TrainingResult result =
        trainer("sgd(learning_rate=0.15)")
            .loss("mean_squared_error")
            .batchSize(4)
            .build()
            .fit(Network.of(Shape.of(1), "dense(units=1)"), data);
    assertTrue(
        result.advice().get(0).startsWith("the loss explodes: "), result.advice().toString());
    TrainingResult diverged =
        trainer("sgd(learning_rate=100)")
            .loss("mean_squared_error")
            .epochs(100)
            .build()
            .fit(Network.of(Shape.of(1), "dense(units=1)"), data);
    assertEquals(Outcome.DIVERGED, diverged.outcome());
    assertTrue(
        diverged.failure().orElseThrow().getMessage().contains("try a smaller learning rate"));
  }

  @Test
  void aRateThatIsFarTooSmall() {
    String advice =
        onlyAdvice(
            trainer("sgd(learning_rate=1e-6)")
                .build()
                .fit(network("dense(units=32, activation=relu)"), DIGITS));
    assertTrue(advice.startsWith("after 5 epochs the weights have changed by 0.0"), advice);
    assertTrue(advice.contains("the learning rate 1.0E-6 is far too small; try a hundred"), advice);
  }

  @Test
  void labelsThatAreAllTheSame() {
    Dataset same = Dataset.classes(new float[200][4], new int[200], IRIS);
    String advice =
        onlyAdvice(
            trainer("adam")
                .epochs(20)
                .build()
                .fit(Network.of(Shape.of(4), "dense(units=3, activation=softmax)"), same));
    assertTrue(
        advice.startsWith(
            "all labels are the same: each of the 200 training examples has the target \"setosa\""),
        advice);
    Dataset numbers = Dataset.regression(new float[200][4], new float[200]);
    assertTrue(
        onlyAdvice(
                trainer("adam")
                    .loss("mean_squared_error")
                    .build()
                    .fit(Network.of(Shape.of(4), "dense(units=1)"), numbers))
            .contains("has the target 0.0"));
  }

  @Test
  void nothingIsSaidToWhoDoesNotWantToHearIt() {
    Dataset same = Dataset.classes(new float[200][4], new int[200], IRIS);
    try (Warnings warnings = new Warnings()) {
      TrainingResult result =
          trainer("adam")
              .withoutAdvice()
              .build()
              .fit(Network.of(Shape.of(4), "dense(units=3, activation=softmax)"), same);
      assertEquals(List.of(), result.advice());
      assertEquals(List.of(), warnings.texts());
    }
  }
}
