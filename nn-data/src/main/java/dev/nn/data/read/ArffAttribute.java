package dev.nn.data.read;

import dev.nn.data.table.ColumnBuilder;
import dev.nn.data.table.Quoted;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** A column of an ARFF file, which takes its cells as the header declares them. */
final class ArffAttribute {
  private static final String ISO = "yyyy-MM-dd'T'HH:mm:ss";

  private final String name;
  private final Supplier<ColumnBuilder> builders;
  private final List<String> nominal;
  private final DateTimeFormatter format;

  private ArffAttribute(
      String name,
      Supplier<ColumnBuilder> builders,
      List<String> nominal,
      DateTimeFormatter format) {
    this.name = name;
    this.builders = builders;
    this.nominal = nominal;
    this.format = format;
  }

  /** Returns an attribute with one of these values in each row. */
  static ArffAttribute nominal(String name, List<String> values) {
    return new ArffAttribute(
        name, ColumnBuilder.Texts::new, List.copyOf(values), DateTimeFormatter.ISO_DATE);
  }

  /**
   * Returns an attribute of a declared type.
   *
   * @param type the word for the type, followed by the format of a date if one is given
   * @throws IllegalArgumentException if there is no such type
   */
  static ArffAttribute of(String name, List<String> type) {
    Supplier<ColumnBuilder> builders =
        switch (type.isEmpty() ? "" : type.get(0).toLowerCase(Locale.ROOT)) {
          case "numeric", "real", "integer" -> ColumnBuilder.Numbers::new;
          case "string" -> ColumnBuilder.Texts::new;
          case "date" -> ColumnBuilder.Dates::new;
          case "relational" ->
              throw new IllegalArgumentException("attributes that hold tables are not read");
          default ->
              throw new IllegalArgumentException(
                  "a type is numeric, real, integer, string, date or {a, b, …}");
        };
    String pattern = type.size() > 1 ? type.get(1) : ISO;
    try {
      return new ArffAttribute(
          name, builders, List.of(), DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s is no format of dates such as yyyy-MM-dd (%s)"
              .formatted(Quoted.text(pattern), e.getMessage()),
          e);
    }
  }

  String name() {
    return name;
  }

  /** How to begin a column of such cells. */
  Supplier<ColumnBuilder> builders() {
    return builders;
  }

  /** Adds what a sparse row leaves out: 0 or the first of the values. */
  void addZero(ColumnBuilder builder) {
    if (!nominal.isEmpty()) {
      add(builder, nominal.get(0));
    } else if (builder instanceof ColumnBuilder.Numbers numbers) {
      numbers.add(0);
    } else {
      throw new IllegalArgumentException("a sparse row leaves out a text or a date");
    }
  }

  /**
   * Adds a cell.
   *
   * @throws IllegalArgumentException if the text does not fit the declared type; the message is a
   *     sentence about it
   */
  void add(ColumnBuilder builder, String text) {
    if (builder instanceof ColumnBuilder.Numbers numbers) {
      double value = Decimal.parse(text);
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            Quoted.text(text) + " is not a finite number, as the header declares");
      }
      numbers.add(value);
    } else if (builder instanceof ColumnBuilder.Dates dates) {
      dates.add(millis(text));
    } else if (builder instanceof ColumnBuilder.Texts texts) {
      if (!nominal.isEmpty() && !nominal.contains(text)) {
        throw new IllegalArgumentException(
            "%s is not among the values that the header declares: %s"
                .formatted(Quoted.text(text), Quoted.list(nominal)));
      }
      if (text.isEmpty()) {
        texts.addMissing();
      } else {
        texts.add(text);
      }
    }
  }

  private long millis(String text) {
    try {
      TemporalAccessor parsed = format.parse(text);
      LocalDate date = parsed.query(TemporalQueries.localDate());
      if (date == null) {
        throw new DateTimeException("no date");
      }
      LocalTime time = parsed.query(TemporalQueries.localTime());
      LocalDateTime moment = time == null ? date.atStartOfDay() : date.atTime(time);
      return moment.toInstant(ZoneOffset.UTC).toEpochMilli();
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(
          Quoted.text(text) + " is not a date as the header declares", e);
    }
  }
}
