package dev.nn.core.loss;

/** Checks of targets that several losses share. */
final class TargetChecks {
  private static final float SUM_TOLERANCE = 1e-3f;

  private TargetChecks() {}

  /** Checks that every number is finite. */
  static void finite(float[] target) {
    within(target, -Float.MAX_VALUE, Float.MAX_VALUE, "a finite number");
  }

  /** Checks that every number is a probability. */
  static void probabilities(float[] target) {
    within(target, 0, 1, "between 0 and 1");
  }

  /** Checks that no number is negative. */
  static void notNegative(float[] target) {
    within(target, 0, Float.MAX_VALUE, "0 or more, and finite");
  }

  /** Checks that every number is −1 or 1, or 0 in place of −1. */
  static void signs(float[] target) {
    for (int j = 0; j < target.length; j++) {
      if (target[j] != 0 && Math.abs(target[j]) != 1) {
        throw wrong(target[j], j, "-1 or 1, or 0 and 1");
      }
    }
  }

  /** Checks that the numbers are a distribution: one-hot, or soft labels that add up to 1. */
  static void distributions(float[] target) {
    probabilities(target);
    double sum = 0;
    for (float share : target) {
      sum += share;
    }
    if (Math.abs(sum - 1) > SUM_TOLERANCE) {
      throw new IllegalArgumentException(
          "the target must add up to 1, as one-hot rows do, but gives %s; for class indices use"
                  .formatted((float) sum)
              + " Dataset.classes");
    }
  }

  private static void within(float[] target, float low, float high, String allowed) {
    for (int j = 0; j < target.length; j++) {
      if (!(target[j] >= low && target[j] <= high)) {
        throw wrong(target[j], j, allowed);
      }
    }
  }

  private static IllegalArgumentException wrong(float target, int column, String allowed) {
    return new IllegalArgumentException(
        "target %s in column %s must be %s".formatted(target, column, allowed));
  }
}
