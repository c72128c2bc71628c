package dev.nn.data.schema;

import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.data.read.Decimal;
import dev.nn.data.table.Column;
import dev.nn.data.table.DateColumn;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Quoted;
import java.util.List;
import java.util.OptionalDouble;

/** Encodes a number, which is standardised in double precision. */
record NumberEncoder(String name, Scale scale, OptionalDouble fill) implements FeatureEncoder {

  @Override
  public List<String> features() {
    return List.of(name);
  }

  @Override
  public void check(Column column) {
    if (column instanceof DateColumn) {
      throw FeatureEncoder.fault(column, 0, "holds dates, but numbers are needed");
    }
  }

  @Override
  public void encode(Column column, int row, float[] into, int at) {
    into[at] = FeatureEncoder.narrowed(column, row, scale.scaled(filled(column, row)));
  }

  private double filled(Column column, int row) {
    double value = value(column, row);
    if (!Double.isNaN(value)) {
      return value;
    }
    return fill.orElseThrow(() -> missing(column, row));
  }

  static CellFault missing(Column column, int row) {
    return FeatureEncoder.fault(
        column,
        row,
        "is missing, and the schema refuses missing cells here; fill it or train with %s=number(missing=mean)"
            .formatted(column.name()));
  }

  static double value(Column column, int row) {
    if (column instanceof NumberColumn numbers) {
      return numbers.value(row);
    }
    if (column.isMissing(row)) {
      return Double.NaN;
    }
    double value = column instanceof DateColumn ? Double.NaN : Decimal.parse(column.text(row));
    if (!Double.isFinite(value)) {
      throw FeatureEncoder.fault(
          column, row, Quoted.text(column.text(row)) + " is not a number, but one is needed");
    }
    return value;
  }

  @Override
  public Spec spec() {
    return scale
        .in(Spec.of("number").with("name", new SpecValue.Text(name)))
        .with(
            "missing",
            fill.isPresent() ? new SpecValue.Decimal(fill.getAsDouble()) : new SpecValue.None());
  }

  static NumberEncoder of(Spec spec) {
    return new NumberEncoder(
        Words.text(spec, "name"),
        Scale.of(spec),
        spec.options().get("missing") instanceof SpecValue.None
            ? OptionalDouble.empty()
            : OptionalDouble.of(Words.number(spec, "missing")));
  }
}
