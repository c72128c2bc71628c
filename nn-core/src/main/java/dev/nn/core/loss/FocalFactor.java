package dev.nn.core.loss;

/** m^γ, by which focal losses count examples that miss little less. */
final class FocalFactor {
  private FocalFactor() {}

  static double value(double missed, double gamma) {
    return StrictMath.pow(missed, gamma);
  }

  /** γ m^(γ − 1), but 0 for m = 0, where nothing is left to learn and γ &lt; 1 has a pole. */
  static double derivative(double missed, double gamma) {
    return missed == 0 ? 0 : gamma * StrictMath.pow(missed, gamma - 1);
  }
}
