package dev.nn.examples.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VerdictTest {
  private static String sentence(boolean isBetter, boolean isTooSure) {
    return new Verdict("", "accuracy", 0.75, 0.5, isBetter, false, isTooSure, 8).sentence();
  }

  @Test
  void aModelThatIsRightButTooSureIsToldSoWithWhatToTry() {
    String better = "The model is better than guessing on the 8 rows that it has not seen.";
    assertEquals(better, sentence(true, false));
    assertEquals(
        better
            + " Its probabilities are worse than a guess's, though: it is too sure of itself, and"
            + " --patience 5 or fewer --epochs may help.",
        sentence(true, true));
    assertEquals(sentence(false, false), sentence(false, true));
  }

  @Test
  void aRareClassIsNamedWhereTheProbabilitiesTellItApart() {
    String rare = new Verdict("", "accuracy", 0.98, 0.98, false, true, false, 8).sentence();
    assertTrue(rare.contains("no better than guessing"), rare);
    assertTrue(rare.contains("its probabilities tell the classes apart"), rare);
    assertTrue(rare.contains("takes class weights"), rare);
  }
}
