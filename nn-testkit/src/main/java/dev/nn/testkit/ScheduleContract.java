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

  /** Rule S1: {@link ScheduleChecks#ratesAreFiniteAndNotNegative} says what it asks for. */
  @Test
  default void s1RatesAreFiniteAndNotNegative() {
    Rule.numbered("S1", () -> ScheduleChecks.ratesAreFiniteAndNotNegative(plugin()));
  }

  /** Rule S2: {@link ScheduleChecks#runsDoNotDisturbEachOther} says what it asks for. */
  @Test
  default void s2RunsDoNotDisturbEachOther() {
    Rule.numbered("S2", () -> ScheduleChecks.runsDoNotDisturbEachOther(plugin()));
  }

  /** Rule S3: {@link ScheduleChecks#resumesFromItsState} says what it asks for. */
  @Test
  default void s3ResumesFromItsState() {
    Rule.numbered("S3", () -> ScheduleChecks.resumesFromItsState(plugin()));
  }

  /** Rule S4: {@link ScheduleChecks#survivesAnyLoss} says what it asks for. */
  @Test
  default void s4SurvivesAnyLoss() {
    Rule.numbered("S4", () -> ScheduleChecks.survivesAnyLoss(plugin()));
  }
}
