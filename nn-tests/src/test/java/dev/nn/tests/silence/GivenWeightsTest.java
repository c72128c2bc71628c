package dev.nn.tests.silence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.core.Model;
import dev.nn.core.Network;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Weights of other tools may come out of a training that diverged. */
@ResourceLock("warnings")
class GivenWeightsTest {
  private static List<String> warnings(float[] kernel, float[] bias) {
    Network network = Network.of(2, "dense(units=2)");
    try (Warnings warnings = new Warnings()) {
      Model unused = Model.of(network, Map.of("0.dense.kernel", kernel, "0.dense.bias", bias));
      return warnings.texts();
    }
  }

  private static List<String> sentence(String what) {
    return List.of(
        "the weights that are given are not all finite: "
            + what
            + ". Predictions made with them are likely to be NaN: look whether the training that"
            + " they come from diverged");
  }

  @Test
  void theFirstThatIsNotFiniteIsNamed() {
    float[] bias = {0, Float.NEGATIVE_INFINITY};
    assertEquals(
        sentence("0.dense.kernel[1, 0] is NaN"), warnings(new float[] {1, 2, Float.NaN, 4}, bias));
    assertEquals(sentence("0.dense.bias[1] is -Infinity"), warnings(new float[4], bias));
  }

  @Test
  void finiteOnesAreTakenInSilence() {
    assertEquals(List.of(), warnings(new float[] {1, -Float.MAX_VALUE, 0, 4}, new float[2]));
  }
}
