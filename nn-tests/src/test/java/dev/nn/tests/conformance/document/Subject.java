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
      "the wanted number; of a derivative, the larger of it and the output that it is computed"
          + " from; of `log_softmax`, `sparsemax` and `tanh_shrink`, which are differences, at"
          + " least 1"),
  INITIALIZER("Initializers", 6e-8, "the wanted number, at least 1"),
  LOSS(
      "Losses",
      6e-7,
      "the wanted number; of `kl_divergence` and of gradients that are fused with the output"
          + " activation, which are differences, at least 1"),
  /** Errors of twenty steps add up. */
  OPTIMIZER("Optimizers", 1e-6, "the largest number that the weight has been"),
  /** Rates are computed in double precision, and so are the numbers of metrics. */
  SCHEDULE("Schedules", 1e-12, "the wanted number"),
  LAYER("Layers", 1e-6, "the wanted number, at least 1"),
  METRIC("Metrics", 1e-12, "the wanted number, at least 1");

  private final String title;
  private final double limit;
  private final String unit;

  Subject(String title, double limit, String unit) {
    this.title = title;
    this.limit = limit;
    this.unit = unit;
  }

  /** What errors are measured in. */
  String unit() {
    return unit;
  }

  String title() {
    return title;
  }

  double limit() {
    return limit;
  }
}
