package dev.nn.math;

import java.lang.System.Logger.Level;

/**
 * Finds out whether {@link Math#fma} is an instruction here, by trying how long it takes beside
 * {@link SoftwareFma}.
 *
 * <p>HotSpot's interpreter and compilers all have the instruction or all do without it: it takes a
 * few times less than the software then, or some hundred times longer. Flags of the virtual machine
 * would tell too, but reading them costs fifty milliseconds and a module that need not be there.
 * Whatever comes out changes speed only, no bits.
 */
final class FmaProbe {
  private static final int TRIES = 6;
  private static final int CALLS = 8;

  /** Far from either ratio. */
  private static final int SLOWER = 8;

  /** Nanoseconds that some clocks cannot tell from none. */
  private static final long LEAST = 100;

  private FmaProbe() {}

  /** Whether there is an instruction; if not, that is said in a warning. */
  static boolean findsInstruction() {
    // The quickest try counts: a thread may lose its processor in the middle of any other.
    long builtIn = Long.MAX_VALUE;
    long software = Long.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      builtIn = Math.min(builtIn, timeBuiltIn());
      software = Math.min(software, timeSoftware());
    }
    boolean found = builtIn <= SLOWER * Math.max(LEAST, software);
    if (!found) {
      System.getLogger("dev.nn.math")
          .log(
              Level.WARNING,
              "Training and prediction are slow here, though their results are the same: Java finds"
                  + " no fused multiply-add (FMA) on this processor or virtual machine, so it is"
                  + " done in software. x86 processors have had it since about 2013; let the"
                  + " virtual machine pass it on, and do not start Java with -XX:-UseFMA or"
                  + " -XX:UseAVX=0.");
    }
    return found;
  }

  private static long timeBuiltIn() {
    long start = System.nanoTime();
    float sum = 1.1f;
    for (int i = 0; i < CALLS; i++) {
      sum = Math.fma(sum, 0.9999f, 0.001f);
    }
    return elapsed(start, sum);
  }

  private static long timeSoftware() {
    long start = System.nanoTime();
    float sum = 1.1f;
    for (int i = 0; i < CALLS; i++) {
      sum = SoftwareFma.fma(sum, 0.9999f, 0.001f);
    }
    return elapsed(start, sum);
  }

  /** The result is looked at, lest a compiler leave its computation out. */
  private static long elapsed(long start, float result) {
    long time = System.nanoTime() - start;
    return result > 0 ? time : Long.MAX_VALUE;
  }
}
