package dev.nn.testkit;

import dev.nn.api.Options;
import dev.nn.api.Schedule;
import java.util.Map;

/** By the number of the rule, a schedule that breaks it. */
final class BrokenSchedules {
  private BrokenSchedules() {}

  static Map<String, Schedule> byRule() {
    return Map.of(
        "S1", new BelowZero(),
        "S2", new RemembersSteps(),
        "S3", new HidesItsState(),
        "S4", new FollowsTheLoss());
  }

  /** 1 until the loss was low, then a half: keeps all rules. */
  static class Good implements Schedule {
    @Override
    public String name() {
      return "test.halved";
    }

    @Override
    public int stateSize() {
      return 1;
    }

    @Override
    public double rate(long step, double[] state) {
      return state[0] == 0 ? 1 : 0.5;
    }

    @Override
    public void epochEnded(double monitored, double[] state) {
      if (monitored < 1) {
        state[0] = 1;
      }
    }
  }

  private static final class BelowZero extends Good {
    @Override
    public double rate(long step, double[] state) {
      return 1 - step / 1000.0;
    }
  }

  private static final class RemembersSteps extends Good {
    private long largest;

    @Override
    public double rate(long step, double[] state) {
      largest = Math.max(largest, step);
      return 1.0 / (1 + largest);
    }
  }

  private static final class HidesItsState extends Good {
    private double factor = 1;

    @Override
    public double rate(long step, double[] state) {
      return factor;
    }

    @Override
    public void epochEnded(double monitored, double[] state) {
      factor = monitored;
    }

    @Override
    public Schedule withOptions(Options complete) {
      return new HidesItsState();
    }
  }

  private static final class FollowsTheLoss extends Good {
    @Override
    public double rate(long step, double[] state) {
      return 1 + state[0];
    }

    @Override
    public void epochEnded(double monitored, double[] state) {
      state[0] = monitored;
    }
  }
}
