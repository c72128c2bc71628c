package dev.nn.data.read;

import dev.nn.data.table.DateColumn;
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

  private static final int DAY = 10;
  private static final int MINUTE = 16;
  private static final int SECOND = 19;

  /** Every month has that many days; which have more is left to java.time. */
  private static final int SAFE_DAY = 28;

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

  /**
   * The same for characters of a buffer.
   *
   * @return {@link DateColumn#MISSING} if they are no date
   */
  public static long millis(char[] text, int from, int length) {
    if (length == DAY || length == MINUTE || length == SECOND) {
      long simple = simple(text, from, length);
      if (simple != DateColumn.MISSING) {
        return simple;
      }
    }
    return length > LONGEST
        ? DateColumn.MISSING
        : millis(new String(text, from, length)).orElse(DateColumn.MISSING);
  }

  /** Of 2024-03-01, 2024-03-01 10:30 and 2024-03-01T10:30:05, which most tables hold. */
  private static long simple(char[] text, int from, int length) {
    int year = digits(text, from, 2) * 100 + digits(text, from + 2, 2);
    int month = digits(text, from + 5, 2);
    int day = digits(text, from + 8, 2);
    int seconds = 0;
    boolean fits = year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= SAFE_DAY;
    fits = fits && text[from + 4] == '-' && text[from + 7] == '-';
    if (fits && length >= MINUTE) {
      int hour = digits(text, from + 11, 2);
      int minute = digits(text, from + 14, 2);
      int second = length == SECOND ? digits(text, from + 17, 2) : 0;
      fits = hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
      fits = fits && (text[from + 10] == ' ' || text[from + 10] == 'T') && text[from + 13] == ':';
      fits = fits && (length == MINUTE || text[from + 16] == ':');
      seconds = (hour * 60 + minute) * 60 + second;
    }
    return fits
        ? 1000 * (86_400 * LocalDate.of(year, month, day).toEpochDay() + seconds)
        : DateColumn.MISSING;
  }

  /** Far below 0 if they are none. */
  private static int digits(char[] text, int from, int count) {
    int number = 0;
    for (int i = from; i < from + count; i++) {
      number = text[i] >= '0' && text[i] <= '9' ? 10 * number + text[i] - '0' : -10_000;
    }
    return number;
  }

  private static LocalDate date(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }
}
