package dev.nn.data.schema;

import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.data.read.Decimal;
import dev.nn.data.table.Column;
import dev.nn.data.table.DateColumn;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Quoted;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Encodes a number, which is standardised in double precision. */
record NumberEncoder(String name, Scale scale, OptionalDouble fill) implements FeatureEncoder {

  static NumberEncoder fit(Column column, Role.Numeric role) {
    double[] values = new double[column.rows()];
    for (int row = 0; row < values.length; row++) {
      values[row] = value(column, row);
    }
    double[] present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    Scale scale = Scale.of(present);
    OptionalDouble fill =
        switch (role.missing()) {
          case MEAN -> OptionalDouble.of(scale.mean());
          case MEDIAN -> OptionalDouble.of(median(present));
          case CONSTANT -> role.constant();
          case REFUSE -> OptionalDouble.empty();
        };
    NumberEncoder encoder = new NumberEncoder(column.name(), scale, fill);
    if (fill.isEmpty() && present.length < values.length) {
      for (int row = 0; row < values.length; row++) {
        encoder.filled(column, row);
      }
    }
    return encoder;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    if (sorted.length == 0) {
      return 0;
    }
    return sorted.length % 2 == 1
        ? sorted[half]
        : sorted[half - 1] + (sorted[half] - sorted[half - 1]) / 2;
  }

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
    return fill.orElseThrow(
        () ->
            FeatureEncoder.fault(
                column,
                row,
                "is missing, and the schema refuses missing cells here; fill it or train with %s=number(missing=mean)"
                    .formatted(name)));
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
