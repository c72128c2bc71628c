package dev.nn.data.judge;

/** A measure that is still to be computed, of the model and of the guess. */
record Contest(String measure, Statistic model, Statistic guess, boolean moreIsBetter) {

  /** By how much the model is better. */
  double gain(double ofModel, double ofGuess) {
    return moreIsBetter ? ofModel - ofGuess : ofGuess - ofModel;
  }
}
