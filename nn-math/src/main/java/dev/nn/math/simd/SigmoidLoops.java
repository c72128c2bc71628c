package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.SPECIES;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;

/** What the logistic function does before and after the exponential; see {@link ExpLoop}. */
final class SigmoidLoops {
  private SigmoidLoops() {}

  /** e = −|x|. */
  static void negativeAbsolute(float[] x, float[] e, int count) {
    for (int i = 0; i < count; i += Lanes.WIDTH) {
      FloatVector.fromArray(SPECIES, x, i).abs().neg().intoArray(e, i);
    }
  }

  /** x = 1/(1 + e<sup>−x</sup>) from e = e<sup>−|x|</sup>. */
  static void sigmoid(float[] x, float[] e, int count) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector zero = FloatVector.broadcast(SPECIES, 0);
    for (int i = 0; i < count; i += Lanes.WIDTH) {
      FloatVector power = FloatVector.fromArray(SPECIES, e, i);
      FloatVector argument = FloatVector.fromArray(SPECIES, x, i);
      FloatVector numerator = one.blend(power, argument.compare(LT, zero));
      FloatVector denominator = one.add(power);
      FloatVector lost = power.sub(denominator.sub(one));
      FloatVector inverse = one.div(denominator);
      FloatVector quotient = numerator.mul(inverse);
      FloatVector undivided = quotient.neg().fma(denominator, numerator);
      FloatVector remainder = undivided.sub(quotient.mul(lost));
      remainder.fma(inverse, quotient).intoArray(x, i);
    }
  }
}
