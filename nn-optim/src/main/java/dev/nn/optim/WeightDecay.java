package dev.nn.optim;

import dev.nn.api.ParameterTile;

/**
 * Decoupled weight decay: w ← w − α·λ·w, before the gradient's update, as in Keras. Source:
 * Loshchilov and Hutter, <i>Decoupled Weight Decay Regularization</i>, 2019. Every parameter
 * decays, biases too, as in Keras and PyTorch, unless the user leaves it out.
 */
final class WeightDecay {
  private WeightDecay() {}

  /**
   * Decays the weights, or adds λ·w to their gradient if the decay is coupled, as PyTorch's {@code
   * weight_decay} does in all optimizers but AdamW.
   */
  static void apply(ParameterTile tile, double weightDecay, boolean isCoupled) {
    if (isCoupled) {
      couple(tile, weightDecay);
    } else {
      apply(tile, weightDecay);
    }
  }

  private static void couple(ParameterTile tile, double weightDecay) {
    if (weightDecay == 0 || !tile.decays()) {
      return;
    }
    float[] w = tile.weights();
    float[] g = tile.gradients();
    float lambda = (float) weightDecay;
    int to = tile.to();
    for (int i = tile.from(); i < to; i++) {
      g[i] += lambda * w[i];
    }
  }

  static void apply(ParameterTile tile, double weightDecay) {
    if (weightDecay == 0 || !tile.decays()) {
      return;
    }
    float[] w = tile.weights();
    float shrink = (float) (tile.learningRate() * weightDecay);
    int to = tile.to();
    for (int i = tile.from(); i < to; i++) {
      w[i] -= shrink * w[i];
    }
  }
}
