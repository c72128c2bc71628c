package dev.nn.testkit;

import dev.nn.api.ForwardPass;
import java.util.function.DoublePredicate;

/** log |x| where the input is as it should be; throws where it is not. */
class Restricted extends Pointwise {
  private final DoublePredicate isTaken;

  Restricted(DoublePredicate isTaken) {
    this.isTaken = isTaken;
  }

  @Override
  public void checkFeatures(float[] features) {
    for (float x : features) {
      if (!isTaken.test(x)) {
        throw new IllegalArgumentException("feature " + x + " is not for this layer");
      }
    }
  }

  @Override
  public void forward(ForwardPass pass) {
    for (float[] row : pass.input().toArray()) {
      checkFeatures(row);
    }
    super.forward(pass);
  }

  @Override
  double value(double x) {
    return StrictMath.log(Math.abs(x));
  }

  @Override
  double slope(double x) {
    return 1 / x;
  }

  /** Its gradient has the wrong sign. */
  static final class Mirrored extends Restricted {
    Mirrored(DoublePredicate isTaken) {
      super(isTaken);
    }

    @Override
    double slope(double x) {
      return -1 / x;
    }
  }

  static DoublePredicate range(double low, double high) {
    return x -> x > low && x < high;
  }
}
