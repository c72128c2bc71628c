package dev.nn.tests.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Kind;
import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.Trainer;
import dev.nn.core.TrainingResult;
import dev.nn.core.dataset.Dataset;
import dev.nn.core.dataset.Targets;
import dev.nn.core.training.Outcome;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Predictions, losses and the weights after a step stay finite however sure a network is, and
 * however wrong.
 */
class ExtremesTest {
  private static final float[] EXTREMES = {-1e9f, -1e4f, 0, 1e4f, 1e9f};

  static Stream<String> binaryLosses() {
    return losses("binary").filter(loss -> loss.endsWith("crossentropy"));
  }

  static Stream<String> lossesOfClasses() {
    return Stream.concat(
        losses("categorical").filter(loss -> loss.endsWith("crossentropy")),
        losses("kl_divergence"));
  }

  private static Stream<String> losses(String start) {
    return Samples.REGISTRY.names(Kind.LOSS).stream().filter(loss -> loss.startsWith(start));
  }

  @ParameterizedTest
  @MethodSource("lossesOfClasses")
  void softmaxAndLogSoftmaxWithTheirLosses(String loss) {
    int cases = 0;
    for (String activation : new String[] {"softmax", "log_softmax"}) {
      for (float first : EXTREMES) {
        for (float second : EXTREMES) {
          for (int label = 0; label < 2; label++) {
            Dataset data =
                Dataset.classes(
                    new float[][] {{1}}, new int[] {label}, Targets.Classes.numbered(2));
            check(loss, activation, data, first, second);
            cases++;
          }
        }
      }
    }
    Figures.show(loss + " after softmax and log_softmax, finite", String.valueOf(cases));
  }

  @ParameterizedTest
  @MethodSource("binaryLosses")
  void sigmoidWithItsLosses(String loss) {
    int cases = 0;
    for (float z : EXTREMES) {
      for (int label = 0; label < 2; label++) {
        check(loss, "sigmoid", Dataset.binary(new float[][] {{1}}, new int[] {label}), z);
        cases++;
      }
    }
    Figures.show(loss + " after sigmoid, finite", String.valueOf(cases));
  }

  @Test
  void logCosh() {
    for (float z : EXTREMES) {
      for (float target : EXTREMES) {
        Dataset data = Dataset.regression(new float[][] {{1}}, new float[] {target});
        check("log_cosh", "identity", data, z);
      }
    }
    Figures.show("log_cosh, finite", String.valueOf(EXTREMES.length * EXTREMES.length));
  }

  /** One step of a network whose outputs before the activation are the given ones. */
  private static void check(String loss, String activation, Dataset data, float... outputs) {
    String what = "%s after %s of %s".formatted(loss, activation, Arrays.toString(outputs));
    Network network =
        Network.of(
            Samples.REGISTRY,
            Shape.of(1),
            "dense(units=%d, activation=%s)".formatted(outputs.length, activation));
    Model model =
        Model.of(
            network, Map.of("0.dense.kernel", new float[outputs.length], "0.dense.bias", outputs));
    Trainer trainer =
        Trainer.builder()
            .registry(Samples.REGISTRY)
            .loss(loss)
            .optimizer("sgd(learning_rate=1)")
            .epochs(1)
            .threads(1)
            .build();
    assertFinite(model.predict(new float[] {1}), what);
    TrainingResult result = trainer.fit(model, data);
    assertEquals(Outcome.COMPLETED, result.outcome(), what);
    assertTrue(Double.isFinite(result.history().get(0).loss()), what);
    assertFinite(result.model().parameter("0.dense.kernel"), what);
    assertFinite(result.model().parameter("0.dense.bias"), what);
  }

  private static void assertFinite(float[] numbers, String what) {
    for (float number : numbers) {
      assertTrue(Float.isFinite(number), what + ": " + number);
    }
  }
}
