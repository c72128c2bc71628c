package dev.nn.data.schema;

import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.data.read.IsoDate;
import dev.nn.data.table.Column;
import dev.nn.data.table.DateColumn;
import dev.nn.data.table.Quoted;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Encodes the parts of a date, each as a standardised number. A missing date is encoded as the mean
 * of each part.
 */
record DateEncoder(String name, List<Part> parts) implements FeatureEncoder {

  DateEncoder {
    parts = List.copyOf(parts);
  }

  @Override
  public List<String> features() {
    return parts.stream().map(part -> name + "." + Words.word(part.part())).toList();
  }

  @Override
  public void check(Column column) {
    for (int row = 0; row < column.rows() && !(column instanceof DateColumn); row++) {
      if (!column.isMissing(row) && IsoDate.millis(column.text(row)).isEmpty()) {
        throw FeatureEncoder.fault(
            column,
            row,
            Quoted.text(column.text(row)) + " is not a date such as 2024-12-31, but one is needed");
      }
    }
  }

  @Override
  public void encode(Column column, int row, float[] into, int at) {
    Optional<LocalDateTime> date = date(column, row);
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      into[at + i] =
          date.isEmpty()
              ? 0
              : FeatureEncoder.narrowed(
                  column, row, part.scale().scaled(part.part().of(date.get())));
    }
  }

  /** The date of a cell, which may be a text if the row comes from Java. */
  private static Optional<LocalDateTime> date(Column column, int row) {
    if (column.isMissing(row)) {
      return Optional.empty();
    }
    if (column instanceof DateColumn dates) {
      return Optional.of(dates.date(row));
    }
    return IsoDate.millis(column.text(row)).stream()
        .mapToObj(millis -> LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC))
        .findFirst();
  }

  @Override
  public Spec spec() {
    return Spec.of("date")
        .with("name", new SpecValue.Text(name))
        .with(
            "parts",
            new SpecValue.Items(
                parts.stream()
                    .map(part -> (SpecValue) part.scale().in(Words.spec(part.part())))
                    .toList()));
  }

  static DateEncoder of(Spec spec) {
    List<Part> parts = new ArrayList<>();
    for (SpecValue item : Words.items(spec, "parts")) {
      if (!(item instanceof Spec part)) {
        throw spec.error("parts holds specs, not " + item);
      }
      parts.add(
          new Part(
              Words.constant(spec, "parts", Spec.of(part.name()), DatePart.values()),
              Scale.of(part)));
    }
    return new DateEncoder(Words.text(spec, "name"), parts);
  }

  /** A part and how it is standardised. */
  record Part(DatePart part, Scale scale) {}
}
