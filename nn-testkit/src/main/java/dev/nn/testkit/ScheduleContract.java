package dev.nn.testkit;

import dev.nn.api.Schedule;
import dev.nn.testkit.check.Rule;
import dev.nn.testkit.check.ScheduleChecks;
import org.junit.jupiter.api.Test;

/**
 * The rules for schedules; {@link ScheduleChecks} says what each rule means. A test of a schedule
 * implements this interface:
 *
 * <pre>{@code
 * class MyScheduleTest implements ScheduleContract {
 *   @Override
 *   public Schedule plugin() {
 *     return new MySchedule();
 *   }
 * }
 * }</pre>
 */
public interface ScheduleContract extends PluginContract<Schedule> {

  /** Checks rule S1, which {@link ScheduleChecks#ratesAreFiniteAndNotNegative} explains. */
  @Test
  default void s1RatesAreFiniteAndNotNegative() {
    Rule.numbered("S1", () -> ScheduleChecks.ratesAreFiniteAndNotNegative(plugin()));
  }

  /** Checks rule S2, which {@link ScheduleChecks#runsDoNotDisturbEachOther} explains. */
  @Test
  default void s2RunsDoNotDisturbEachOther() {
    Rule.numbered("S2", () -> ScheduleChecks.runsDoNotDisturbEachOther(plugin()));
  }

  /** Checks rule S3, which {@link ScheduleChecks#resumesFromItsState} explains. */
  @Test
  default void s3ResumesFromItsState() {
    Rule.numbered("S3", () -> ScheduleChecks.resumesFromItsState(plugin()));
  }

  /** Checks rule S4, which {@link ScheduleChecks#survivesAnyLoss} explains. */
  @Test
  default void s4SurvivesAnyLoss() {
    Rule.numbered("S4", () -> ScheduleChecks.survivesAnyLoss(plugin()));
  }
}
