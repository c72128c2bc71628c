package dev.nn.core.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNamesTest {
  private static final List<String> NAMES =
      List.of("relu", "elu", "selu", "leaky_relu", "tanh", "binary_crossentropy", "he_normal");

  @ParameterizedTest
  @CsvSource({
    "abc, abc, 0",
    "abc, ab, 1",
    "abc, acb, 1",
    "rleu, relu, 1",
    "kitten, sitting, 3",
    "ca, abc, 3"
  })
  void distanceCountsEditsAndSwapsOfNeighbours(String a, String b, int distance) {
    assertEquals(distance, NearestNames.distance(a, b));
    assertEquals(distance, NearestNames.distance(b, a));
  }

  @ParameterizedTest
  @CsvSource({
    "rleu, relu",
    "tahn, tanh",
    "leakyrelu, leaky_relu relu",
    "ReLU, relu elu selu",
    "crossentropy, binary_crossentropy",
    "he_normall, he_normal",
    "sigmoid, ''"
  })
  void nearNamesComeFirstAndFarOnesNot(String wrong, String expected) {
    List<String> names = expected.isEmpty() ? List.of() : List.of(expected.split(" "));
    assertEquals(names, NearestNames.of(wrong, NAMES));
  }

  @Test
  void hintReadsAsASentence() {
    assertEquals(" Did you mean tanh?", NearestNames.hint("tanhh", NAMES));
    assertEquals("", NearestNames.hint("xyz", NAMES));
  }

  @Test
  void twoLettersOfAShortNameMayBeWrong() {
    assertEquals(" Did you mean alpha?", NearestNames.hint("alfa", List.of("alpha")));
    assertEquals("", NearestNames.hint("beta", List.of("alpha")));
  }

  /** The table of distances to a name of so many letters would not fit in the memory. */
  @Test
  void ofANameThatNobodyMistypesOnlyTheBeginningIsShown() {
    String wrong = "relu" + "x".repeat(10_000_000);
    assertEquals("", NearestNames.hint(wrong, NAMES));
    assertEquals("relu" + "x".repeat(96) + "… (10000004 letters)", NearestNames.shown(wrong));
    assertEquals("x".repeat(100), NearestNames.shown("x".repeat(100)));
  }
}
