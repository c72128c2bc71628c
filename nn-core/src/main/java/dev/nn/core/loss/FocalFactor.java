package dev.nn.core.loss;

/** The factor m^γ, which makes examples that are nearly right count less in focal losses. */
final class FocalFactor {
  private FocalFactor() {}

  static double value(double missed, double gamma) {
    return StrictMath.pow(missed, gamma);
  }

  /**
   * The derivative γ m^(γ − 1). For m = 0 it is 0, because nothing is left to learn there, and the
   * formula has a pole if γ &lt; 1.
   */
  static double derivative(double missed, double gamma) {
    return missed == 0 ? 0 : gamma * StrictMath.pow(missed, gamma - 1);
  }
}
