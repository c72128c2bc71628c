package dev.nn.tests.gradient;

/**
 * A loss L around a weight w: at w − h, w − h/2, w, w + h/2 and w + h.
 *
 * @param losses these five, in order
 */
record Differences(double... losses) {
  /** h. Weights are multiples of 2⁻¹⁰, so w ± h and w ± h/2 are exact. */
  static final double STEP = 0x1p-7;

  static Differences of(TrainingLoss loss, float[] weights, int index) {
    float w = weights[index];
    double[] losses = new double[5];
    for (int i = 0; i < losses.length; i++) {
      weights[index] = (float) (w + (i - 2) * STEP / 2);
      losses[i] = loss.at(weights);
    }
    weights[index] = w;
    return new Differences(losses);
  }

  /** D(h) = (L(w + h) − L(w − h)) / 2h. */
  private double wide() {
    return (losses[4] - losses[0]) / (2 * STEP);
  }

  /** D(h/2). */
  private double narrow() {
    return (losses[3] - losses[1]) / STEP;
  }

  /** D = (4 D(h/2) − D(h)) / 3, whose error is of the order h⁴ where L is smooth. */
  double derivative() {
    return (4 * narrow() - wide()) / 3;
  }

  /**
   * E = |D(h) − D(h/2)| + h |S(h) − S(h/2)| with the second differences S(h) = (L(w + h) − 2 L(w) +
   * L(w − h)) / h². Both terms vanish with h where L is smooth; for one kink anywhere within h of w
   * the error of D is less than E.
   */
  double roughness() {
    double bend = (losses[4] - 2 * losses[2] + losses[0]) / STEP;
    double narrowBend = 4 * (losses[3] - 2 * losses[2] + losses[1]) / STEP;
    return Math.abs(wide() - narrow()) + Math.abs(bend - narrowBend);
  }
}
