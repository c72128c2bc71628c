package dev.nn.playground.run;

/** Says when the next step is due, and how fast steps were done. For one thread at a time. */
final class Pace {
  private static final double SECOND = 1e9;

  /** Whoever falls behind by more than this does not run to catch up. */
  private static final double MOST_BEHIND = 0.1 * SECOND;

  private static final double MEASURED = 0.5 * SECOND;

  private double nanosPerStep;
  private double next;
  private long markTime;
  private long markSteps;
  private double measured;

  /** Begins anew from now. */
  void start(double stepsPerSecond, long now, long steps) {
    nanosPerStep = SECOND / stepsPerSecond;
    next = now;
    markTime = now;
    markSteps = steps;
    measured = 0;
  }

  /** How many nanoseconds are left until the next step is due; 0 or less if it is. */
  long left(long now) {
    return (long) (next - now);
  }

  void stepped(long now) {
    next = Math.max(next + nanosPerStep, now - MOST_BEHIND);
  }

  /** Steps per second, as of late. */
  double measured(long now, long steps) {
    double passed = now - markTime;
    if (passed >= MEASURED || (measured == 0 && passed > 0)) {
      double rate = (steps - markSteps) * SECOND / passed;
      if (passed < MEASURED) {
        return rate;
      }
      measured = rate;
      markTime = now;
      markSteps = steps;
    }
    return measured;
  }
}
