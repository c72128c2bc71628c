package dev.nn.benchmarks;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Counts floating-point operations. JMH divides the counters by the time in nanoseconds: so the
 * first is in GFLOP/s and the second a share of the arithmetic limit, which is measured anew before
 * each iteration.
 */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class FlopCounter {
  private static final long WARM_UP_NANOS = 1_000_000_000L;
  private static final long LIMIT_NANOS = 100_000_000L;

  /** Operations. */
  public double gflops;

  /** Operations, divided by the limit in GFLOP/s. */
  public double shareOfLimit;

  private double limit;

  /** Lets the compiler finish with the loop that measures the limit. */
  @Setup(Level.Trial)
  public void warmUp() {
    limit = ArithmeticLimit.gflops(System::nanoTime, WARM_UP_NANOS);
  }

  /** Measures the limit. */
  @Setup(Level.Iteration)
  public void measureLimit() {
    limit = ArithmeticLimit.gflops(System::nanoTime, LIMIT_NANOS);
  }

  void count(double operations) {
    gflops += operations;
    shareOfLimit += operations / limit;
  }
}
