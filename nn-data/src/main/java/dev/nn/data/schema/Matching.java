package dev.nn.data.schema;

import dev.nn.api.DataException;
import dev.nn.data.table.Column;
import dev.nn.data.table.Quoted;
import dev.nn.data.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the columns that a schema needs in a new table, by name. */
final class Matching {
  private Matching() {}

  /** The columns of the table in the order of the features. */
  static List<Column> columns(
      Table table, List<FeatureEncoder> features, List<String> ignored, List<String> targets) {
    List<String> missing =
        features.stream()
            .map(FeatureEncoder::name)
            .filter(name -> table.find(name).isEmpty())
            .toList();
    if (!missing.isEmpty()) {
      throw new DataException(
          "%s: the model was trained with %s %s, which this table lacks%s"
              .formatted(
                  table.source(),
                  missing.size() == 1 ? "a column" : "columns",
                  Quoted.list(missing),
                  advice(table, missing, features, ignored, targets)));
    }
    List<Column> columns = new ArrayList<>();
    for (FeatureEncoder feature : features) {
      Column column = table.column(feature.name());
      try {
        feature.check(column);
      } catch (CellFault fault) {
        throw fault.in(table);
      }
      columns.add(column);
    }
    return columns;
  }

  private static String advice(
      Table table,
      List<String> missing,
      List<FeatureEncoder> features,
      List<String> ignored,
      List<String> targets) {
    List<String> spare = unused(table, features, ignored, targets);
    for (String name : missing) {
      for (String other : spare) {
        if (plain(other).equals(plain(name))) {
          return "; is its %s meant? Names are matched as they are written, so rename it to %s"
              .formatted(Quoted.text(other), Quoted.text(name));
        }
      }
    }
    return spare.isEmpty()
        ? ""
        : "; it has %s besides: rename what is meant".formatted(Quoted.list(spare));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "");
  }

  private static List<String> unused(
      Table table, List<FeatureEncoder> features, List<String> ignored, List<String> targets) {
    Set<String> known = new LinkedHashSet<>(ignored);
    known.addAll(targets);
    features.forEach(feature -> known.add(feature.name()));
    return table.names().stream().filter(name -> !known.contains(name)).toList();
  }

  static List<String> differences(
      Table table, List<FeatureEncoder> features, List<String> ignored, List<String> targets) {
    List<String> sentences = new ArrayList<>();
    List<String> unused = unused(table, features, ignored, targets);
    if (!unused.isEmpty()) {
      sentences.add(
          "%s %s not used: training had none of this name"
              .formatted(
                  (unused.size() == 1 ? "column " : "columns ") + Quoted.list(unused),
                  unused.size() == 1 ? "is" : "are"));
    }
    for (FeatureEncoder feature : features) {
      if (feature instanceof CategoryEncoder categories && table.find(feature.name()).isPresent()) {
        Column column = table.column(feature.name());
        Set<String> unknown = new LinkedHashSet<>();
        int cells = 0;
        for (int row = 0; row < column.rows(); row++) {
          if (!categories.knows(column, row)) {
            unknown.add(column.text(row));
            cells++;
          }
        }
        if (cells > 0) {
          sentences.add(
              "%s of column %s with what training did not see, taken as none of the categories: %s"
                  .formatted(
                      cells == 1 ? "1 cell" : cells + " cells",
                      Quoted.text(column.name()),
                      Quoted.list(List.copyOf(unknown))));
        }
      }
    }
    return sentences;
  }
}
