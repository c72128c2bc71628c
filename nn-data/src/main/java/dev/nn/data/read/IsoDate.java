package dev.nn.data.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads dates in the forms that mean the same day everywhere: 2024-03-01, 2024/03/01 and
 * 01.03.2024, with or without a time (T or a blank, then 10:30, 10:30:05 or 10:30:05.25) and a zone
 * (Z or +02:00). A text such as 03/01/2024 is no date here, since it is in March in one country and
 * in January in another.
 */
public final class IsoDate {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(\\d{4})([-/])(\\d{2})\\2(\\d{2})|(\\d{2})\\.(\\d{2})\\.(\\d{4}))"
              + "(?:[T ](\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?) ?(Z|[+-]\\d{2}:\\d{2})?)?");
  private static final int LONGEST = 40;

  private IsoDate() {}

  /**
   * Returns the milliseconds since 1970, in UTC unless a zone is given, or nothing if the text is
   * no date.
   */
  public static OptionalLong millis(String text) {
    if (text.length() < 10 || text.length() > LONGEST) {
      return OptionalLong.empty();
    }
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return OptionalLong.empty();
    }
    try {
      LocalDate date =
          form.group(1) != null
              ? date(form.group(1), form.group(3), form.group(4))
              : date(form.group(7), form.group(6), form.group(5));
      LocalTime time = form.group(8) == null ? LocalTime.MIDNIGHT : LocalTime.parse(form.group(8));
      ZoneOffset zone = form.group(9) == null ? ZoneOffset.UTC : ZoneOffset.of(form.group(9));
      return OptionalLong.of(LocalDateTime.of(date, time).toInstant(zone).toEpochMilli());
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }

  private static LocalDate date(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }
}
