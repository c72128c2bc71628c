package dev.nn.data.schema;

import dev.nn.api.Spec;
import dev.nn.api.SpecValue;
import dev.nn.data.read.CommaDecimal;
import dev.nn.data.read.Decimal;
import dev.nn.data.table.Column;
import dev.nn.data.table.DateColumn;
import dev.nn.data.table.NumberColumn;
import dev.nn.data.table.Quoted;
import dev.nn.data.table.TextColumn;
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
    if (column instanceof TextColumn texts) {
      checkNumbers(texts);
    }
  }

  /**
   * Where one cell makes a column one of texts, it is that cell that is to blame, and not the
   * numbers with a comma beside it.
   */
  private static void checkNumbers(TextColumn column) {
    int comma = -1;
    int other = -1;
    boolean areThousands = true;
    for (int row = 0; row < column.rows(); row++) {
      if (!column.isMissing(row)) {
        String text = column.text(row);
        if (Double.isNaN(CommaDecimal.exact(text))) {
          other = other < 0 ? row : other;
        } else if (!Double.isFinite(Decimal.parse(text))) {
          comma = comma < 0 ? row : comma;
          areThousands &= CommaDecimal.mayHaveCommasForThousands(text);
        }
      }
    }
    if (comma < 0) {
      return;
    }
    String number = Quoted.text(column.text(comma));
    if (other >= 0 && !Double.isFinite(Decimal.parse(column.text(other)))) {
      throw noNumber(column, other);
    }
    if (other >= 0) {
      throw FeatureEncoder.fault(
          column,
          other,
          "%s has a decimal point, and %s a comma: write all numbers of the column in one way"
              .formatted(Quoted.text(column.text(other)), number));
    }
    throw FeatureEncoder.fault(
        column,
        comma,
        areThousands
            ? number
                + " is a number with a comma: if it stands between thousands, take it out of the file; only if it is a decimal comma, read the table with --decimal-comma, in Java with DataFile.of(file).decimalComma()"
            : number
                + " is no number with a decimal point: read the table with --decimal-comma, in Java with DataFile.of(file).decimalComma()");
  }

  private static CellFault noNumber(Column column, int row) {
    return FeatureEncoder.fault(
        column, row, Quoted.text(column.text(row)) + " is not a number, but one is needed");
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
      throw noNumber(column, row);
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
