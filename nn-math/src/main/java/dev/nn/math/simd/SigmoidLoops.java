package dev.nn.math.simd;

import static dev.nn.math.simd.Lanes.SPECIES;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/** What tanh and the logistic function do before and after the exponential; see {@link ExpLoop}. */
final class SigmoidLoops {
  private SigmoidLoops() {}

  /** e = factor·|x|. */
  static void scaleAbsolute(float[] x, float factor, float[] e, int count) {
    for (int i = 0; i < count; i += Lanes.WIDTH) {
      FloatVector.fromArray(SPECIES, x, i).abs().mul(factor).intoArray(e, i);
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

  /** x = tanh x from e = e<sup>2|x|</sup>. */
  static void tanh(float[] x, float[] e, int count) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector two = FloatVector.broadcast(SPECIES, 2);
    FloatVector bound = FloatVector.broadcast(SPECIES, 0.8f);
    FloatVector p6 = FloatVector.broadcast(SPECIES, -0.00056054525f);
    FloatVector p5 = FloatVector.broadcast(SPECIES, 0.0028293093f);
    FloatVector p4 = FloatVector.broadcast(SPECIES, -0.00849052f);
    FloatVector p3 = FloatVector.broadcast(SPECIES, 0.021765135f);
    FloatVector p2 = FloatVector.broadcast(SPECIES, -0.05395231f);
    FloatVector p1 = FloatVector.broadcast(SPECIES, 0.13333216f);
    FloatVector p0 = FloatVector.broadcast(SPECIES, -0.3333333f);
    for (int i = 0; i < count; i += Lanes.WIDTH) {
      FloatVector argument = FloatVector.fromArray(SPECIES, x, i);
      FloatVector a = argument.abs();
      FloatVector u = a.mul(a);
      FloatVector p = p6.fma(u, p5).fma(u, p4).fma(u, p3).fma(u, p2).fma(u, p1).fma(u, p0);
      FloatVector near = a.mul(u).fma(p, a);
      FloatVector far = one.sub(two.div(FloatVector.fromArray(SPECIES, e, i).add(one)));
      FloatVector positive = far.blend(near, a.compare(LT, bound));
      IntVector sign = argument.reinterpretAsInts().and(Integer.MIN_VALUE);
      positive.reinterpretAsInts().or(sign).reinterpretAsFloats().intoArray(x, i);
    }
  }
}
