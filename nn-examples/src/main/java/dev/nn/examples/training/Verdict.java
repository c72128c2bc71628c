package dev.nn.examples.training;

import dev.nn.data.judge.CrossValidation;
import dev.nn.data.judge.CrossValidation.FoldScore;
import dev.nn.data.judge.Judgement;
import dev.nn.examples.terminal.Words;

/**
 * Whether a model is any good, from one test or from the tests of several parts.
 *
 * @param text tables with all that was measured
 * @param measure the name of the headline measure
 * @param value what the model reached
 * @param baseline what guessing reaches
 * @param isBetterThanGuessing which of the two is better
 * @param overlooksRareClasses whether its probabilities tell classes apart, and its answers do not
 * @param isTooSure whether its probabilities are worse than those of guessing
 * @param rows how many rows were predicted
 */
record Verdict(
    String text,
    String measure,
    double value,
    double baseline,
    boolean isBetterThanGuessing,
    boolean overlooksRareClasses,
    boolean isTooSure,
    int rows) {

  static Verdict of(Judgement judgement) {
    return new Verdict(
        judgement.toString(),
        judgement.measure(),
        judgement.value(),
        judgement.baseline(),
        judgement.isBetterThanGuessing(),
        judgement.overlooksRareClasses(),
        judgement.isTooSure(),
        judgement.rows());
  }

  static Verdict of(CrossValidation validation) {
    return new Verdict(
        validation.toString(),
        validation.measure(),
        validation.mean(),
        validation.baseline(),
        validation.isBetterThanGuessing(),
        false,
        false,
        validation.scores().stream().mapToInt(FoldScore::rows).sum());
  }

  String sentence() {
    String where = "on the %s that it has not seen".formatted(Words.count(rows, "row"));
    String doubt =
        isTooSure
            ? " Its probabilities are worse than a guess's, though: it is too sure of itself, and"
                + " --patience 5 or fewer --epochs may help."
            : "";
    if (isBetterThanGuessing) {
      return "The model is better than guessing %s.".formatted(where) + doubt;
    }
    String advice =
        overlooksRareClasses
            ? "its probabilities tell the classes apart (roc_auc), but the most probable answer is nearly"
                + " always the same one, as where a class is rare: nn predict --probabilities shows them,"
                + " and in Java a trainer takes class weights."
            : "the columns may not tell what is asked, or more epochs or another learning rate are"
                + " needed.";
    return "The model is no better than guessing %s: %s".formatted(where, advice);
  }
}
