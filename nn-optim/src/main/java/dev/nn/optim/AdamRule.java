package dev.nn.optim;

import dev.nn.api.ParameterTile;

/** The update that {@link Adam} and {@link AdamW} share. */
final class AdamRule {
  private AdamRule() {}

  /** √(1 − β₂ᵗ)/(1 − β₁ᵗ) for t = step + 1: what the first moments are too small by. */
  static double biasCorrection(long step, double beta1, double beta2) {
    double t = step + 1.0;
    return Math.sqrt(1 - StrictMath.pow(beta2, t)) / (1 - StrictMath.pow(beta1, t));
  }

  /** √(1 − β₂ᵗ) for t = step + 1: an ε that is added after the correction counts so much before. */
  static double rootOfCorrection(long step, double beta2) {
    return Math.sqrt(1 - StrictMath.pow(beta2, step + 1.0));
  }

  static void update(
      ParameterTile tile, double correction, double beta1, double beta2, double epsilon) {
    float[] w = tile.weights();
    float[] g = tile.gradients();
    float[] m = tile.slot(0);
    float[] v = tile.slot(1);
    float rate = (float) (tile.learningRate() * correction);
    float new1 = (float) (1 - beta1);
    float new2 = (float) (1 - beta2);
    float eps = (float) epsilon;
    int to = tile.to();
    for (int i = tile.from(); i < to; i++) {
      float gradient = g[i];
      float first = m[i] + new1 * (gradient - m[i]);
      float second = v[i] + new2 * (gradient * gradient - v[i]);
      m[i] = first;
      v[i] = second;
      w[i] -= rate * first / ((float) Math.sqrt(second) + eps);
    }
  }

  static void updateAmsgrad(
      ParameterTile tile, double correction, double beta1, double beta2, double epsilon) {
    float[] w = tile.weights();
    float[] g = tile.gradients();
    float[] m = tile.slot(0);
    float[] v = tile.slot(1);
    float[] vMax = tile.slot(2);
    float rate = (float) (tile.learningRate() * correction);
    float new1 = (float) (1 - beta1);
    float new2 = (float) (1 - beta2);
    float eps = (float) epsilon;
    int to = tile.to();
    for (int i = tile.from(); i < to; i++) {
      float gradient = g[i];
      float first = m[i] + new1 * (gradient - m[i]);
      float second = v[i] + new2 * (gradient * gradient - v[i]);
      float largest = Math.max(vMax[i], second);
      m[i] = first;
      v[i] = second;
      vMax[i] = largest;
      w[i] -= rate * first / ((float) Math.sqrt(largest) + eps);
    }
  }
}
