package dev.nn.data.schema;

import dev.nn.data.table.Column;
import dev.nn.data.tally.Median;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Learns mean, deviation and what stands for a missing number. */
final class NumberFit implements ColumnFit {
  private final String name;
  private final Role.Numeric role;
  private final @Nullable Median median;
  private Scale.Moments moments = new Scale.Moments();

  NumberFit(String name, Role.Numeric role) {
    this.name = name;
    this.role = role;
    this.median = role.missing() == Role.Missing.MEDIAN ? new Median() : null;
  }

  @Override
  public void begin() {
    moments = new Scale.Moments();
    if (median != null) {
      median.begin();
    }
  }

  @Override
  public void add(Column block) {
    for (int row = 0; row < block.rows(); row++) {
      double value = NumberEncoder.value(block, row);
      if (!Double.isNaN(value)) {
        moments.add(value);
        if (median != null) {
          median.add(value);
        }
      } else if (role.missing() == Role.Missing.REFUSE) {
        throw NumberEncoder.missing(block, row);
      }
    }
  }

  @Override
  public boolean needsMore() {
    if (median != null) {
      median.end();
    }
    return median != null && !median.isKnown();
  }

  @Override
  public NumberEncoder encoder() {
    Scale scale = moments.scale();
    OptionalDouble fill =
        switch (role.missing()) {
          case MEAN -> OptionalDouble.of(scale.mean());
          case MEDIAN ->
              median == null ? OptionalDouble.empty() : OptionalDouble.of(median.value());
          case CONSTANT -> role.constant();
          case REFUSE -> OptionalDouble.empty();
        };
    return new NumberEncoder(name, scale, fill);
  }
}
