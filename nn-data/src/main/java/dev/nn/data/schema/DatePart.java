package dev.nn.data.schema;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** A part of a date that is a number. */
public enum DatePart {
  /** The year. */
  YEAR,
  /** The month, 1 to 12. */
  MONTH,
  /** The day of the month, 1 to 31. */
  DAY,
  /** The day of the week, 1 for Monday to 7. */
  WEEKDAY,
  /** The hour, 0 to 23. */
  HOUR,
  /** The days since 1970, with their fraction. */
  TIME;

  private static final double SECONDS_A_DAY = 86_400;

  double of(LocalDateTime date) {
    return switch (this) {
      case YEAR -> date.getYear();
      case MONTH -> date.getMonthValue();
      case DAY -> date.getDayOfMonth();
      case WEEKDAY -> date.getDayOfWeek().getValue();
      case HOUR -> date.getHour();
      case TIME -> date.toEpochSecond(ZoneOffset.UTC) / SECONDS_A_DAY;
    };
  }
}
