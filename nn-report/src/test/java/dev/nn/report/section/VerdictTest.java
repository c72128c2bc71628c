package dev.nn.report.section;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nn.api.Shape;
import dev.nn.core.Model;
import dev.nn.core.Network;
import dev.nn.core.dataset.Dataset;
import dev.nn.data.judge.Judgement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Dataset EIGHT =
      Dataset.binary(
          new float[][] {{1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}},
          new int[] {0, 0, 1, 0, 1, 1, 0, 1},
          "a",
          "b");

  /** Says b for x above 4.5, which is right 6 times, and is the surer the steeper it is. */
  private static String sentence(float steepness) {
    Model model =
        Model.of(
            Network.of(Shape.of(1), "dense(units=1, activation=sigmoid)"),
            Map.of(
                "0.dense.kernel", new float[] {steepness},
                "0.dense.bias", new float[] {-4.5f * steepness}));
    return Verdict.of(Judgement.of(model, EIGHT, EIGHT, 1)).sentence();
  }

  @Test
  void probabilitiesThatAreWorseThanAGuessesAreSaid() {
    String right =
        "The model gets answer right for 75.0 % of 8 test rows; always saying the most common answer gets"
            + " 50.0 %. So few rows do not tell luck from learning.";
    assertEquals(right, sentence(0.5f));
    assertEquals(
        right + " Its probabilities are worse than a guess's: it is too sure of itself.",
        sentence(20));
  }
}
