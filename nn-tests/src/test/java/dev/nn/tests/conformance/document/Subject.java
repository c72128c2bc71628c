package dev.nn.tests.conformance.document;

/**
 * What is checked, in the order of the document.
 *
 * <p>Errors are in units of the larger of 1 and the wanted number. A float near 1 is off by 6e-8
 * after one rounding; the limits are a few roundings of what a plugin of the kind computes.
 */
enum Subject {
  ACTIVATION("Activations", 5e-7),
  INITIALIZER("Initializers", 6e-8),
  LOSS("Losses", 2e-7),
  /** Errors of twenty steps add up. */
  OPTIMIZER("Optimizers", 1e-6),
  /** Keras computes its cosines with π as a float. */
  SCHEDULE("Schedules", 2e-8),
  LAYER("Layers", 1e-6),
  METRIC("Metrics", 1e-12);

  private final String title;
  private final double limit;

  Subject(String title, double limit) {
    this.title = title;
    this.limit = limit;
  }

  String title() {
    return title;
  }

  double limit() {
    return limit;
  }
}
