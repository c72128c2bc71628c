package dev.nn.lecture.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nn.api.Activation;
import dev.nn.api.ElementwiseActivation;
import dev.nn.lecture.Lecture;
import dev.nn.lecture.result.Check;
import dev.nn.lecture.result.Experiment;
import dev.nn.lecture.result.Finding;
import dev.nn.math.FloatMath;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the lecture claims holds from every seed, and would not if something else were so. */
class ExperimentsTest {
  private static final int SEEDS = 10;

  static Stream<String> names() {
    return Lecture.experiments().stream().map(Experiment::name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void theClaimHoldsFromTenSeeds(String name) {
    for (long seed = 1; seed <= SEEDS; seed++) {
      Finding finding = Lecture.experiment(name).run(seed);
      assertTrue(finding.holds(), "seed " + seed + ": " + words(finding));
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void theSameSeedGivesTheSameFigures(String name) {
    assertEquals(Lecture.experiment(name).run(3), Lecture.experiment(name).run(3));
  }

  private static String words(Finding finding) {
    return finding.checks().stream().map(Check::toString).collect(Collectors.joining("\n"));
  }

  private static void assertFails(Experiment changed, String words) {
    Finding finding = changed.run(1);
    assertFalse(finding.holds(), words(finding));
    assertTrue(
        finding.checks().stream()
            .anyMatch(check -> !check.holds() && check.words().contains(words)),
        words(finding));
  }

  @Test
  void aNetworkWithoutNonLinearityLearnsNoFeatures() {
    assertFails(new Features("identity"), "The network does not learn all three");
  }

  @Test
  void aNeuronWithoutItsBiasIsNoneOfTheNetwork() {
    assertFails(new Forward(false), "does not give the network's ŷ");
  }

  @Test
  void layersWithTanhDoNotCollapse() {
    assertFails(new Linear("tanh", new Sine()), "the layers do not collapse");
  }

  @Test
  void aMonotonicActivationHasOneMinimum() {
    assertFails(
        new Linear("identity", Lab.registry().activation("sigmoid")), "1 with sigmoid and 1 with");
  }

  @Test
  void reluDoesNotSaturateOnBothSides() {
    assertFails(new Activations(List.of("relu")), "relu does not saturate on both sides");
  }

  @Test
  void gradientsOfReluDoNotVanish() {
    assertFails(new Vanishing("relu"), "relu with he_normal: ");
  }

  @Test
  void gradientsOfTanhVanishWithNoneButTheSmallestWeights() {
    assertFails(new Vanishing("tanh"), "tanh with xavier_normal: ");
  }

  @Test
  void leakyReluNeuronsLearnFarFromZeroToo() {
    assertFails(new Activations(List.of("leaky_relu")), "A leaky_relu neuron with (ŷ − 1)²: in");
  }

  @Test
  void theGradientOfSquaredErrorIsNotPredictionMinusTarget() {
    assertFails(new LossShapes("mean_squared_error"), "∂ℓ/∂z is off σ(z) − y");
  }

  @Test
  void adamIsNotPlainDescent() {
    assertFails(new Descent("adam(learning_rate=0.5)"), "One step is not W − 0.5 ∂L/∂W");
  }

  @Test
  void randomStartsDoNotStayEqual() {
    assertFails(new Symmetry("xavier_uniform"), "are up to ");
  }

  @Test
  void withoutHiddenNeuronsThereIsOneMinimum() {
    assertFails(new Minima(0), "They all rest in one minimum.");
  }

  @Test
  void weightsOfHalfTheSpreadAreNotXavier() {
    assertFails(new Xavier("normal(mean=0, stddev=0.05)"), "which is not it");
    assertFails(new Xavier("normal(mean=0, stddev=0.05)"), "is left in a[10]");
  }

  /** tanh with the derivative 1 − a, a slip that has been made. */
  record WrongTanh() implements ElementwiseActivation {
    @Override
    public String name() {
      return "test.wrong_tanh";
    }

    @Override
    public float value(float z) {
      return FloatMath.tanh(z);
    }

    @Override
    public float derivative(float z, float a) {
      return 1 - a;
    }
  }

  @Test
  void aWrongDerivativeIsNoSlope() {
    Activation wrong = new WrongTanh();
    assertFails(new Backprop(wrong), "The gradients are not the slopes of L");
  }
}
