package dev.nn.data.schema;

import dev.nn.api.DataException;
import dev.nn.data.table.Column;
import dev.nn.data.table.DateColumn;
import dev.nn.data.table.Quoted;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** Learns which parts of dates vary, and mean and deviation of each. */
final class DateFit implements ColumnFit {
  private final String name;
  private final Role.Date role;
  private final List<DatePart> wanted;
  private List<PartFit> parts = List.of();

  DateFit(String name, Role.Date role) {
    this.name = name;
    this.role = role;
    this.wanted = role.parts().isEmpty() ? List.of(DatePart.values()) : role.parts();
  }

  @Override
  public void begin() {
    parts = wanted.stream().map(PartFit::new).toList();
  }

  @Override
  public void add(Column block) {
    if (!(block instanceof DateColumn dates)) {
      throw FeatureEncoder.fault(
          block, 0, "holds %s, but dates are needed".formatted(block.kind()));
    }
    for (int row = 0; row < dates.rows(); row++) {
      if (!dates.isMissing(row)) {
        LocalDateTime date = dates.date(row);
        parts.forEach(part -> part.add(date));
      }
    }
  }

  @Override
  public DateEncoder encoder() {
    List<DateEncoder.Part> varying = new ArrayList<>();
    for (PartFit part : parts) {
      if (part.varies || !role.parts().isEmpty()) {
        varying.add(new DateEncoder.Part(part.part, part.moments.scale()));
      }
    }
    if (varying.isEmpty()) {
      throw new DataException(
          "column %s: no part of its dates varies; say %s=ignore"
              .formatted(Quoted.text(name), name));
    }
    return new DateEncoder(name, varying);
  }

  private static final class PartFit {
    private final DatePart part;
    private final Scale.Moments moments = new Scale.Moments();
    private double first = Double.NaN;
    private boolean varies;

    PartFit(DatePart part) {
      this.part = part;
    }

    void add(LocalDateTime date) {
      double value = part.of(date);
      moments.add(value);
      first = Double.isNaN(first) ? value : first;
      varies |= value != first;
    }
  }
}
