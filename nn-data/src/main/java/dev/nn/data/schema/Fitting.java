package dev.nn.data.schema;

import dev.nn.data.table.Column;
import dev.nn.data.table.DateColumn;
import dev.nn.data.table.Table;
import java.util.ArrayList;
import java.util.List;

/** Learns from a table what the roles of a schema need. */
final class Fitting {
  private Fitting() {}

  static FittedSchema of(Schema schema, Table table) {
    List<FeatureEncoder> features = new ArrayList<>();
    List<String> targets = new ArrayList<>();
    List<String> ignored = new ArrayList<>();
    Role.TargetKind kind = Role.TargetKind.CLASSES;
    for (ColumnPlan plan : schema.columns()) {
      Column column = table.column(plan.name());
      if (plan.role() instanceof Role.Numeric number) {
        features.add(NumberEncoder.fit(column, number));
      } else if (plan.role() instanceof Role.Categorical categorical) {
        features.add(CategoryEncoder.fit(column, categorical));
      } else if (plan.role() instanceof Role.Date date && column instanceof DateColumn dates) {
        features.add(DateEncoder.fit(dates, date));
      } else if (plan.role() instanceof Role.Target target) {
        targets.add(plan.name());
        kind = target.kind();
      } else {
        ignored.add(plan.name());
      }
    }
    return new FittedSchema(features, TargetEncoder.fit(table, targets, kind), ignored);
  }
}
