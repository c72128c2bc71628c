package dev.nn.core.loss;

import dev.nn.math.Matrix;

/** Checks of targets that several losses share. */
final class TargetChecks {
  private static final float SUM_TOLERANCE = 1e-3f;

  private TargetChecks() {}

  /** Every target is a finite number. */
  static void finite(Matrix targets) {
    within(targets, -Float.MAX_VALUE, Float.MAX_VALUE, "a finite number");
  }

  /** Every target is a probability. */
  static void probabilities(Matrix targets) {
    within(targets, 0, 1, "between 0 and 1");
  }

  /** Every target is 0 or more. */
  static void notNegative(Matrix targets) {
    within(targets, 0, Float.MAX_VALUE, "0 or more, and finite");
  }

  /** Every target is −1 or 1, or 0 in the place of −1. */
  static void signs(Matrix targets) {
    for (int i = 0; i < targets.rows(); i++) {
      for (int j = 0; j < targets.columns(); j++) {
        float target = targets.get(i, j);
        if (target != 0 && Math.abs(target) != 1) {
          throw wrong(target, i, j, "-1 or 1, or 0 and 1");
        }
      }
    }
  }

  /** Every row is a distribution: one-hot, or soft labels that add up to 1. */
  static void distributions(Matrix targets) {
    probabilities(targets);
    for (int i = 0; i < targets.rows(); i++) {
      double sum = 0;
      for (int j = 0; j < targets.columns(); j++) {
        sum += targets.get(i, j);
      }
      if (Math.abs(sum - 1) > SUM_TOLERANCE) {
        throw new IllegalArgumentException(
            "the target of row %d must add up to 1, as one-hot rows do, but gives %s; for class"
                    .formatted(i, (float) sum)
                + " indices use Dataset.classes");
      }
    }
  }

  private static void within(Matrix targets, float low, float high, String allowed) {
    for (int i = 0; i < targets.rows(); i++) {
      for (int j = 0; j < targets.columns(); j++) {
        float target = targets.get(i, j);
        if (!(target >= low && target <= high)) {
          throw wrong(target, i, j, allowed);
        }
      }
    }
  }

  private static IllegalArgumentException wrong(float target, int row, int column, String allowed) {
    return new IllegalArgumentException(
        "target %s in row %d, column %d must be %s".formatted(target, row, column, allowed));
  }
}
