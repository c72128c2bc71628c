package dev.nn.tests.conformance.document;

/**
 * What is checked, in the order of the document.
 *
 * <p>A float is off by 6e-8 of itself after one rounding; the limits are a few roundings of what a
 * plugin of the kind computes.
 */
enum Subject {
  /** An exponential takes the rounding of its argument, up to 24 here, as many times. */
  ACTIVATION(
      "Activations",
      5e-6,
      "Derivatives of `celu`, `elu`, `selu`, `sigmoid` and `tanh` are computed from the output, as"
          + " 1 − a² is, and those of `gelu` and `silu` cross 0: at least the output, up to 1."
          + " `log_softmax`: at least 1, the least that its sum of exponentials can be. `sparsemax`:"
          + " at least what its threshold is taken away from. Gradients of these two: at least the"
          + " gradient of the output, which a mean is taken away from. Gradients of `softmax` and"
          + " `softmin`: at least the output, which multiplies a difference."),
  INITIALIZER("Initializers", 6e-8, ""),
  /** The gradient after log_softmax does so with its outputs, down to −16 here. */
  LOSS(
      "Losses",
      2e-6,
      "`kl_divergence`: at least the entropy of the target, as it is a difference of two. Gradients"
          + " that are fused with the output activation, which are mostly ŷ − y: at least ŷ."),
  /** Errors of twenty steps add up. */
  OPTIMIZER(
      "Optimizers",
      1e-6,
      "The largest number that the weight has been; each step rounds a sum with it."),
  /** Rates are computed in double precision, and so are the numbers of metrics. */
  SCHEDULE("Schedules", 1e-12, ""),
  /** A gradient that passes a softmax and a kernel is a sum of differences. */
  LAYER(
      "Layers", 2e-6, "Sums of products: at least the mean size of the numbers in the same array."),
  METRIC("Metrics", 1e-12, "");

  private final String title;
  private final double limit;
  private final String otherUnits;

  Subject(String title, double limit, String otherUnits) {
    this.title = title;
    this.limit = limit;
    this.otherUnits = otherUnits;
  }

  /** Where errors are measured in another unit than the wanted number, and why; or nothing. */
  String otherUnits() {
    return otherUnits;
  }

  String title() {
    return title;
  }

  double limit() {
    return limit;
  }
}
