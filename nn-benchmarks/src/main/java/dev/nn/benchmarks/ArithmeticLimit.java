package dev.nn.benchmarks;

import java.util.function.LongSupplier;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The most that one core can calculate: a loop of fused multiply-adds in registers. Twelve
 * independent chains keep two units of four to five cycles busy, and fit the sixteen registers of
 * older machines.
 */
final class ArithmeticLimit {
  /** The widest vectors of the machine, up to the 512 bits that the kernels use. */
  private static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() > 16
          ? FloatVector.SPECIES_512
          : FloatVector.SPECIES_PREFERRED;

  private static final int CHAINS = 12;
  private static final int ITERATIONS = 1 << 14;

  private ArithmeticLimit() {}

  /** Bits of the vectors. */
  static int vectorBits() {
    return SPECIES.vectorBitSize();
  }

  /** GFLOP/s of about {@code nanos} nanoseconds of a clock; an fma is two operations. */
  static double gflops(LongSupplier clock, long nanos) {
    double operations = 0;
    long start = clock.getAsLong();
    long spent = 0;
    while (spent < nanos) {
      if (Float.isNaN(run(ITERATIONS))) {
        throw new IllegalStateException("the chains must converge to 1");
      }
      operations += 2.0 * CHAINS * SPECIES.length() * ITERATIONS;
      spent = clock.getAsLong() - start;
    }
    return operations / spent;
  }

  /** All chains converge to 1, away from slow subnormal numbers. */
  private static float run(int iterations) {
    FloatVector factor = FloatVector.broadcast(SPECIES, 0.5f);
    FloatVector a = FloatVector.broadcast(SPECIES, 1);
    FloatVector b = a.add(1);
    FloatVector c = a.add(2);
    FloatVector d = a.add(3);
    FloatVector e = a.add(4);
    FloatVector f = a.add(5);
    FloatVector g = a.add(6);
    FloatVector h = a.add(7);
    FloatVector i = a.add(8);
    FloatVector j = a.add(9);
    FloatVector k = a.add(10);
    FloatVector l = a.add(11);
    for (int n = 0; n < iterations; n++) {
      a = a.fma(factor, factor);
      b = b.fma(factor, factor);
      c = c.fma(factor, factor);
      d = d.fma(factor, factor);
      e = e.fma(factor, factor);
      f = f.fma(factor, factor);
      g = g.fma(factor, factor);
      h = h.fma(factor, factor);
      i = i.fma(factor, factor);
      j = j.fma(factor, factor);
      k = k.fma(factor, factor);
      l = l.fma(factor, factor);
    }
    FloatVector left = a.add(b).add(c).add(d).add(e).add(f);
    FloatVector right = g.add(h).add(i).add(j).add(k).add(l);
    return left.add(right).reduceLanes(VectorOperators.ADD);
  }
}
