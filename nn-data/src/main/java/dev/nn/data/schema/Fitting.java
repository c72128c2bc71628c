package dev.nn.data.schema;

import dev.nn.data.table.BlockCollector;
import dev.nn.data.table.Table;
import dev.nn.data.table.TableBlocks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Learns from the rows of a table what a schema's roles need. */
final class Fitting {
  private final Map<String, ColumnFit> features = new LinkedHashMap<>();
  private final List<String> ignored = new ArrayList<>();
  private final TargetFit target;

  private Fitting(Schema schema, String source) {
    List<String> targets = new ArrayList<>();
    Role.TargetKind kind = Role.TargetKind.CLASSES;
    for (ColumnPlan plan : schema.columns()) {
      String name = plan.name();
      if (plan.role() instanceof Role.Numeric number) {
        features.put(name, new NumberFit(name, number));
      } else if (plan.role() instanceof Role.Categorical categorical) {
        features.put(name, new CategoryFit(name, categorical));
      } else if (plan.role() instanceof Role.Date date) {
        features.put(name, new DateFit(name, date));
      } else if (plan.role() instanceof Role.Target role) {
        targets.add(name);
        kind = role.kind();
      } else {
        ignored.add(name);
      }
    }
    this.target = new TargetFit(source, targets, kind);
  }

  static FittedSchema of(Schema schema, TableBlocks rows) throws IOException {
    Fitting fitting = new Fitting(schema, rows.source());
    List<String> used = new ArrayList<>();
    for (ColumnPlan plan : schema.columns()) {
      if (!(plan.role() instanceof Role.Ignore)) {
        used.add(plan.name());
      }
    }
    TableBlocks wanted = rows.columns(used);
    while (wanted.collect(fitting::pass)) {
      // Medians take some more passes.
    }
    return new FittedSchema(
        fitting.features.values().stream().map(ColumnFit::encoder).toList(),
        fitting.target.encoder(),
        fitting.ignored);
  }

  private BlockCollector<Boolean> pass() {
    features.values().forEach(ColumnFit::begin);
    target.begin();
    return new BlockCollector<>() {
      @Override
      public void add(Table block) {
        try {
          features.forEach((name, fit) -> fit.add(block.column(name)));
          target.add(block);
        } catch (CellFault fault) {
          throw fault.in(block);
        }
      }

      @Override
      public Boolean result() {
        boolean needsMore = false;
        for (ColumnFit fit : features.values()) {
          needsMore |= fit.needsMore();
        }
        return needsMore;
      }
    };
  }
}
